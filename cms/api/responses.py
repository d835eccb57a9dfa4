"""What every answer of the API has in common: headers, the strong ETag, 304, no body for a HEAD."""

import hashlib

from django.http import HttpResponse
from django.utils.http import parse_etags, quote_etag

from cms.api.problems import CONTENT_TYPE, Problem
from cms.directory.snapshot import as_json

METHODS = "GET, HEAD, OPTIONS"
MAX_AGE = 60  # seconds: a withdrawn organisation is gone within this time from whoever keeps an answer

COMMON_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}
PREFLIGHT_HEADERS = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


def data_response(request, data, lang=None):
    """Return 200 with the data as JSON, or 304 when the client has it already."""
    return content_response(request, as_json(data), lang)


def content_response(request, content: bytes, lang=None, content_type="application/json", more_headers=None):
    """Return 200 with what is ready to leave, JSON mostly, or 304 when the client has it already."""
    etag = quote_etag(hashlib.sha256(content).hexdigest()[:32])
    headers = {"Cache-Control": f"public, max-age={MAX_AGE}", "ETag": etag}
    if lang:
        headers["Content-Language"] = lang
    headers |= more_headers or {}
    if _has_it(request, etag):
        return _response(request, b"", 304, None, headers)
    return _response(request, content, 200, content_type, headers)


def draft_response(request, data, lang):
    """Return 200 with a draft as JSON: for whoever asked and nobody else, to be kept by nobody."""
    headers = {
        "Cache-Control": "no-store, private",
        "Content-Language": lang,
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
    }
    return _response(request, as_json(data), 200, "application/json", headers)


def redirect_response(request, url, permanent=False):
    """Return 302, or 301 for an address that is not used any more."""
    headers = {"Location": url, "Cache-Control": f"public, max-age={MAX_AGE}"}
    return _response(request, b"", 301 if permanent else 302, None, headers)


def problem_response(request, problem: Problem):
    """Return the problem as JSON; it is not to be kept, because it may be over in a moment."""
    headers = {"Cache-Control": "no-store", "Content-Language": "en", **problem.headers}
    if problem.status == 405:
        headers["Allow"] = METHODS
    return _response(request, as_json(problem.as_dict()), problem.status, CONTENT_TYPE, headers)


def preflight_response(request):
    """Return the answer to OPTIONS, which is also what a browser asks before it asks."""
    return _response(request, b"", 204, None, PREFLIGHT_HEADERS)


def _response(request, content, status, content_type, headers):
    response = HttpResponse(
        b"" if request.method == "HEAD" else content,
        status=status,
        content_type=content_type,
        headers=COMMON_HEADERS | headers,
    )
    if content_type is None:
        del response["Content-Type"]
    else:
        response["Content-Length"] = str(len(content))
    return response


def _has_it(request, etag):
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return known == ["*"] or etag in (one.removeprefix("W/") for one in known)
