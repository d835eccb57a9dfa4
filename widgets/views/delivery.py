"""How everything public leaves: to any origin, without cookie, only for reading, a strong ETag per encoding.

A view decorated with `public` answers GET and HEAD; `deliver` makes its response.
"""

import hashlib
import json
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.utils.translation import override

from widgets.encodings import acceptable_encodings

METHODS = "GET, HEAD, OPTIONS"
SHORT = "public, max-age=300, stale-if-error=86400"
FOREVER = "public, max-age=31536000, immutable"
NOT_KEPT = "no-store"

# Publications become visible within a minute.
RETRY_AFTER_SECONDS = 60

# What every response says unless its view says otherwise.
PUBLIC_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
}

# Returns the content in an encoding, or None when it does not exist in that one.
Fetch = Callable[[str], bytes | None]


def public(view):
    """Decorate a view of a public address: only reading, any origin, framed anywhere.

    Sentences are in the site's first language unless the view chooses another.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        with override(settings.LANGUAGE_CODE):
            response = _answer(view, request, *args, **kwargs)
        for name, value in PUBLIC_HEADERS.items():
            response.headers.setdefault(name, value)
        response.xframe_options_exempt = True
        return response

    answer.csrf_exempt = True
    # Answered before sessions, logins and the choice of a language are looked at.
    answer.is_public_address = True
    return answer


def deliver(request, content_type: str, fetch: Fetch, *, cache: str = SHORT, status: int = 200):
    """Return the content in the encoding the client likes best, 304 when it has it; None without content."""
    for encoding in acceptable_encodings(request.headers.get("Accept-Encoding", "")):
        body = fetch(encoding)
        if body is not None:
            return _response(request, content_type, encoding, body, cache, status)
    return None


def problem(status: int, detail: str):
    """Return an error as `application/problem+json` (RFC 9457)."""
    titles = {404: "Not Found", 405: "Method Not Allowed", 503: "Service Unavailable"}
    content = {"type": "about:blank", "title": titles[status], "status": status, "detail": detail}
    response = HttpResponse(
        json.dumps(content, ensure_ascii=False), status=status, content_type="application/problem+json"
    )
    response["Cache-Control"] = NOT_KEPT
    if status == 503:
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def _answer(view, request, *args, **kwargs):
    if request.method in ("GET", "HEAD"):
        return view(request, *args, **kwargs)
    if request.method == "OPTIONS":
        return _options()
    response = problem(405, _("This address can only be read: use GET or HEAD."))
    response["Allow"] = METHODS
    return response


def _response(request, content_type, encoding, body, cache, status):
    etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    if status == 200 and _has_it(request, etag):
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(body, status=status, content_type=content_type)
        response["Content-Length"] = str(len(body))
        if encoding != "identity":
            response["Content-Encoding"] = encoding
    if status == 200:
        response["ETag"] = etag
    response["Cache-Control"] = cache
    return response


def _has_it(request, etag):
    known = parse_etags(request.headers.get("If-None-Match", ""))
    # A cache on the way may have made the tag weak; for reading that makes no difference (RFC 9110, 13.1.2).
    return "*" in known or etag in (tag.removeprefix("W/") for tag in known)


def _options():
    response = HttpResponse(status=204)
    response["Allow"] = METHODS
    response["Access-Control-Allow-Methods"] = METHODS
    response["Access-Control-Allow-Headers"] = "Accept, If-None-Match"
    response["Access-Control-Max-Age"] = "86400"
    return response
