"""How documents beside the pages leave, sitemaps and such: as everything public does (`cms.common.http`)."""

import logging
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.db import Error as DatabaseError
from django.http import HttpResponse

from cms.common.http.answers import (
    METHODS,
    NOT_KEPT,
    PROBLEM_TYPE,
    PUBLIC_HEADERS,
    READING,
    Answer,
    PreconditionFailed,
    made,
    preflight,
)
from cms.common.http.policies import Kind
from cms.directory.json_bytes import as_json
from cms.headers.kinds import of_kind
from cms.headers.protection import protect

logger = logging.getLogger("cms.pages")

MAX_AGE = 3600  # seconds
RETRY_SECONDS = 30


def public_xml(make: Callable[..., str]):
    """Decorate what makes an XML document: it becomes the view of a public address."""
    return _public(make, "application/xml", Kind.FILE)


def public_html(make: Callable[..., str]):
    """The same for a page."""
    return _public(make, "text/html; charset=utf-8", Kind.PAGE)


def public_text(make: Callable[..., str | None]):
    """The same for plain text; None for a document that does not exist here."""
    return _public(make, "text/plain; charset=utf-8", Kind.FILE)


def _public(make, content_type, kind):
    @wraps(make)
    def view(request, **path):
        answer = _answer(request, lambda: make(**path), content_type)
        response = HttpResponse(answer.body, status=answer.status, headers=answer.headers)
        if "Content-Type" not in answer.headers:
            del response["Content-Type"]
        protect(response, kind)
        return response

    # Answered before sessions and languages: see `cms.api.middleware`.
    view.is_public_address = True
    view.csrf_exempt = True
    return of_kind(kind)(view)


def _answer(request, make, content_type):
    if request.method == "OPTIONS":
        return preflight()
    if request.method not in READING:
        return _problem(405, "This address can only be read: use GET or HEAD.", {"Allow": METHODS})
    try:
        content = make()
    except DatabaseError as error:
        logger.error("The database did not answer.", exc_info=error)
        return _problem(
            503,
            f"The database does not answer. Try again in {RETRY_SECONDS} seconds.",
            {"Retry-After": str(RETRY_SECONDS)},
        )
    if content is None:
        return _problem(404, "There is nothing public at this address.", {})
    headers = {"Content-Type": content_type, "Cache-Control": f"public, max-age={MAX_AGE}"}
    try:
        return made(request.META, content.encode(), headers)
    except PreconditionFailed as failed:
        return _problem(412, failed.detail, {})


def _problem(status, detail, headers):
    content = as_json(
        {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": detail,
            "parameter": None,
        }
    )
    about = {"Content-Type": PROBLEM_TYPE, "Content-Length": str(len(content)), "Cache-Control": NOT_KEPT}
    return Answer(status, PUBLIC_HEADERS | about | headers, content)
