"""Addresses that fail with everything a visitor sent, in each of the ways in which code fails."""

import logging
import threading
import warnings

from django.contrib.sessions.models import Session
from django.core.cache.backends.locmem import _caches
from django.core.exceptions import SuspiciousOperation
from django.db import connection
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt


def everything_of(request):
    """Return whatever there is to know about a visitor."""
    return repr(
        (request.META, request.get_full_path(), request.COOKIES, request.POST, list(request.FILES.values()))
    )


@csrf_exempt
def raises(request):
    """Fail as `int("shelter")` does."""
    raise ValueError(f"invalid value: {everything_of(request)}")


def raises_because(request):
    """Fail because of something else that failed, with notes."""
    try:
        raises(request)
    except ValueError as error:
        error.add_note(everything_of(request))
        raise KeyError(everything_of(request)) from error


def asks_the_database_nonsense(request):
    """Fail in the database, which quotes what it was asked."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT "{request.GET["search"]}" FROM {request.GET["search"]}')  # noqa: S608


def is_suspicious(request):
    """Refuse, as Django does with what looks like an attack."""
    raise SuspiciousOperation(everything_of(request))


def logs(request):
    """Log by way of a library and of our own, warn, and fail in a thread."""
    told = everything_of(request)
    logging.getLogger("library").error(f"It went wrong for {told}")
    logging.getLogger("library").error("It went wrong for %s", told, extra={"request": request})
    logging.getLogger("library").error("A wrong number of values: %s %s", told)
    logging.getLogger("cms.test").error("Our own sentence about %s.", ValueError(told))
    logging.warning(f"By way of nobody: {told}")
    warnings.warn(told, stacklevel=1)
    thread = threading.Thread(target=raises, args=(request,))
    thread.start()
    thread.join()
    return HttpResponse("logged")


def memory(request):
    """Show what this process holds in its caches, and every session as it reads."""
    sessions = [(session.session_key, session.get_decoded()) for session in Session.objects.all()]
    return HttpResponse(repr((_caches, sessions)), content_type="text/plain")
