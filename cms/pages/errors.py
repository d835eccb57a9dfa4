"""What visitors get when something failed. In a site's addresses: `handler500 = "cms.pages.errors.server_error"`."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error as failed

RETRY_AFTER_SECONDS = 30


def server_error(request):
    """Return 503 while the database does not answer, which passes, and 500 for anything else.

    Called by Django while it handles the exception, wherever it came from: view, template or middleware.
    """
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return failed(request)
    return HttpResponse(
        render_to_string("503.html"),
        status=503,
        headers={"Retry-After": str(RETRY_AFTER_SECONDS), "Cache-Control": "no-store"},
    )
