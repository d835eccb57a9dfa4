"""How the public views of the widgets answer Django. How HTTP is spoken is in `cms.common.http`."""

from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.common.http.answers import (
    METHODS,
    NOT_KEPT,
    PROBLEM_TYPE,
    PUBLIC_HEADERS,
    READING,
    SHORT,
    Answer,
    Fetch,
    PreconditionFailed,
    fetched,
    made,
    preflight,
)
from cms.common.http.policies import Kind
from cms.directory.snapshot import as_json
from cms.headers.kinds import of_kind
from cms.headers.protection import protect

# Publications become visible within a minute.
RETRY_AFTER_SECONDS = 60


def public_as(kind: Kind):
    """Return a decorator of views of public addresses: only reading, any origin, with the headers of the kind.

    Sentences are in the site's first language unless the view chooses another.
    """

    def public(view):
        @wraps(view)
        def answer(request, *args, **kwargs):
            with override(settings.LANGUAGE_CODE):
                response = _answer(view, request, *args, **kwargs)
            for name, value in PUBLIC_HEADERS.items():
                response.headers.setdefault(name, value)
            protect(response, kind)
            response.xframe_options_exempt = True
            return response

        answer.csrf_exempt = True
        # Answered before sessions, logins and the choice of a language are looked at.
        answer.is_public_address = True
        return of_kind(kind)(answer)

    return public


# For programs: JSON, scripts, style sheets.
public = public_as(Kind.FILE)


def deliver(request, content_type: str, fetch: Fetch, *, cache: str = SHORT):
    """Return what exists in some encodings, 304 when the client has it; None without content."""
    headers = {"Content-Type": content_type, "Cache-Control": cache}
    answer = fetched(request.META, fetch, headers)
    return answer and as_response(answer)


def deliver_made(request, content_type: str, body: bytes, *, cache: str = SHORT, status: int = 200):
    """Return what was made for this request alone, 304 when the client has it."""
    headers = {"Content-Type": content_type, "Cache-Control": cache}
    return as_response(made(request.META, body, headers, status))


def as_response(answer: Answer):
    """Return the answer as Django sends it."""
    kind = HttpResponse if isinstance(answer.body, bytes) else StreamingHttpResponse
    response = kind(answer.body, status=answer.status, headers=answer.headers)
    if "Content-Type" not in answer.headers:
        del response["Content-Type"]
    return response


def problem(status: int, detail: str, parameter: str | None = None):
    """Return an error as `application/problem+json` (RFC 9457); `parameter` is the name that is wrong, if one is."""
    title = HTTPStatus(status).phrase
    content = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "parameter": parameter,
    }
    response = HttpResponse(as_json(content), status=status, content_type=PROBLEM_TYPE)
    response["Content-Length"] = str(len(response.content))
    response["Cache-Control"] = NOT_KEPT
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _answer(view, request, *args, **kwargs):
    if request.method in READING:
        try:
            response = view(request, *args, **kwargs)
        except PreconditionFailed as failed:
            response = problem(412, failed.detail)
        return _whole(request, response)
    if request.method == "OPTIONS":
        return as_response(preflight())
    response = problem(405, _("This address can only be read: use GET or HEAD."))
    response["Allow"] = METHODS
    return response


def _whole(request, response):
    """Return the response with its length; one to HEAD without its body."""
    if not response.streaming and response.status_code != 304:
        response.headers.setdefault("Content-Length", str(len(response.content)))
        if request.method == "HEAD":
            response.content = b""
    return response
