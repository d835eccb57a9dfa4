"""What every answer of the API has in common, as Django sends it. How HTTP is spoken is in `cms.common.http`."""

from django.http import HttpResponse

from cms.api.problems import CONTENT_TYPE, Problem
from cms.common.http.answers import (
    METHODS,
    NOT_KEPT,
    PUBLIC_HEADERS,
    Answer,
    PreconditionFailed,
    made,
    preflight,
)
from cms.directory.snapshot import as_json

MAX_AGE = 60  # seconds: a withdrawn organisation is gone within this time from whoever keeps an answer


def content_response(request, content: bytes, lang=None, content_type="application/json", more_headers=None):
    """Return 200 with what is ready to leave, JSON mostly, or 304 when the client has it already."""
    headers = {"Content-Type": content_type, "Cache-Control": f"public, max-age={MAX_AGE}"}
    if lang:
        headers["Content-Language"] = lang
    headers |= more_headers or {}
    try:
        return _response(made(request.META, content, headers))
    except PreconditionFailed as failed:
        return problem_response(request, Problem(412, failed.detail))


def draft_response(request, content: bytes, lang):
    """Return 200 with the JSON of a draft: for whoever asked and nobody else, to be kept by nobody."""
    headers = {
        "Cache-Control": "no-store, private",
        "Content-Language": lang,
        "X-Robots-Tag": "noindex, nofollow",
    }
    return _json(request, content, 200, "application/json", headers)


def redirect_response(request, url, permanent=False):
    """Return 302, or 301 for an address that is not used any more."""
    headers = {"Location": url, "Cache-Control": f"public, max-age={MAX_AGE}"}
    return _response(Answer(301 if permanent else 302, PUBLIC_HEADERS | headers))


def problem_response(request, problem: Problem):
    """Return the problem as JSON; it is not to be kept, because it may be over in a moment."""
    headers = {"Cache-Control": NOT_KEPT, "Content-Language": "en", **problem.headers}
    if problem.status == 405:
        headers["Allow"] = METHODS
    return _json(request, as_json(problem.as_dict()), problem.status, CONTENT_TYPE, headers)


def preflight_response(request):
    """Return the answer to OPTIONS."""
    return _response(preflight())


def _json(request, content, status, content_type, headers):
    described = {"Content-Type": content_type, "Content-Length": str(len(content))}
    return _response(
        Answer(status, PUBLIC_HEADERS | described | headers, b"" if request.method == "HEAD" else content)
    )


def _response(answer):
    response = HttpResponse(answer.body, status=answer.status, headers=answer.headers)
    if "Content-Type" not in answer.headers:
        del response["Content-Type"]
    return response
