"""What visitors and editors get instead of what they asked for: a page of ours with a sentence, in their language.

In a site's addresses: `handler400 = "cms.pages.errors.bad_request"`, `handler403` (`forbidden`), `handler404`
(`not_found`), `handler500` (`server_error`); in its settings `CSRF_FAILURE_VIEW = "cms.pages.errors.unproven_form"`.
Scripts of the editor get the sentence as JSON: `{"error": "…"}`. Nothing of the request is repeated.
"""

import sys

from django.core.exceptions import (
    BadRequest,
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language_from_request, gettext_lazy, override
from django.utils.translation import gettext as _
from django.views.defaults import server_error as failed

from cms.common.http.policies import Kind

RETRY_AFTER_SECONDS = 30
READING = "GET, HEAD, OPTIONS"
PAGES = "wagtail_serve"  # what Wagtail calls the address of pages

UNREADABLE = gettext_lazy(
    "The address, or something that was sent with it, cannot be read. Nothing was changed."
)
TOO_MUCH = gettext_lazy(
    "More was sent at once than can be taken. Nothing was changed: send less, or in parts."
)
OTHER_NAME = gettext_lazy("This site is not known by the name in the address.")
# The first kind that fits decides.
SENTENCES = (
    (DisallowedHost, OTHER_NAME),
    ((RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent), TOO_MUCH),
)


class Unreadable(BadRequest):
    """A request that cannot be understood; its text is a sentence about what is wrong with it."""


def bad_request(request, exception=None, language=None):
    """Return 400 with what was wrong, as far as a visitor can do something about it."""
    sentence = (
        exception.args[0]
        if isinstance(exception, Unreadable)
        else next((said for kinds, said in SENTENCES if isinstance(exception, kinds)), UNREADABLE)
    )
    # What is wrong may have been found before anything chose a language.
    with override(language or get_language_from_request(request, check_path=True)):
        return _answer(request, 400, _("This request cannot be answered"), sentence)


def forbidden(request, exception=None):
    """Return 403 for what this visitor may not see or do."""
    return _answer(
        request, 403, _("This is not open to you"), _("Your account may not do this, or see this.")
    )


def unproven_form(request, reason=""):
    """Return 403 for a form that does not prove that it is one of ours, 405 where no form is."""
    match = request.resolver_match
    if match and match.view_name == PAGES:
        return only_reading(request)
    sentence = _(
        "Nothing was saved. Go back, load the page again and send the form once more; your browser has to keep cookies."
    )
    return _answer(request, 403, _("This form could not be sent"), sentence)


def only_reading(request):
    """Return 405 for an address to which nothing is sent."""
    sentence = _("This address can only be read: use GET or HEAD.")
    answer = _answer(request, 405, _("Nothing can be sent here"), sentence)
    answer["Allow"] = READING
    return answer


def not_found(request, exception=None):
    """Return 404."""
    heading, sentence = (
        _("This page is not here"),
        _("It may have moved, or the address may have a mistake in it."),
    )
    return _answer(request, 404, heading, sentence, "404.html")


def server_error(request):
    """Return 503 while the database does not answer, which passes, and 500 for anything else.

    Called by Django while it handles the exception, wherever it came from: view, template or middleware.
    """
    if not isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return failed(request)
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS), "Cache-Control": "no-store"}
    return _page(render_to_string("503.html"), 503, headers)


def _answer(request, status, heading, sentence, template="defenders/refused.html"):
    headers = {"Cache-Control": "no-store"}
    if _is_script(request):
        return JsonResponse({"error": str(sentence)}, status=status, headers=headers)
    content = render_to_string(template, {"heading": heading, "sentence": sentence})
    return _page(content, status, headers)


def _page(content, status, headers):
    """Return a page of ours, with the headers of one wherever it stands."""
    response = HttpResponse(content, status=status, headers=headers)
    response.header_kind = Kind.PAGE
    return response


def _is_script(request):
    asked = request.headers
    return asked.get("X-Requested-With") == "XMLHttpRequest" or asked.get("Accept", "").startswith(
        "application/json"
    )
