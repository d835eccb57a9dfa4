"""How everything public leaves: to any origin, without cookie, only for reading, a strong ETag per encoding."""

from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import NamedTuple

from cms.common.http.conditions import Verdict, entity_tag, entity_tag_of, verdict
from cms.common.http.encodings import acceptable_encodings, compress, quick_encoding
from cms.common.http.policies import Kind, headers_of

METHODS = "GET, HEAD, OPTIONS"
READING = frozenset({"GET", "HEAD"})

SHORT = "public, max-age=300, stale-if-error=86400"
FOREVER = "public, max-age=31536000, immutable"
NOT_KEPT = "no-store"

# What every answer says unless it says otherwise. Pages have other protecting headers than files.
PUBLIC_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Vary": "Accept-Encoding",
    **headers_of(Kind.FILE),
}
PREFLIGHT_HEADERS = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}
PROBLEM_TYPE = "application/problem+json"

# What describes the content, and is left out where there is none (RFC 9110, section 15.4.5).
_OF_THE_CONTENT = ("Content-Type", "Content-Language")


class Content(NamedTuple):
    """Content in one encoding: its bytes or pieces of them, how many they are, and their strong entity tag."""

    body: bytes | Iterable[bytes]
    length: int
    tag: str


# Returns the content in an encoding, or None when it does not exist in that one.
Fetch = Callable[[str], Content | None]


class Answer(NamedTuple):
    """Status, headers and body as they leave: a HEAD has the headers of a GET and no body."""

    status: int
    headers: Mapping[str, str]
    body: bytes | Iterable[bytes] = b""


class PreconditionFailed(Exception):
    """The client wants another version of the content than there is (412)."""

    detail = "If-Match names another version than there is now. Ask without it."


def content_of(body: bytes) -> Content:
    """Return bytes as content that can be fetched."""
    return Content(body, len(body), entity_tag(body))


def fetched(
    environ: Mapping[str, str], fetch: Fetch, headers: Mapping[str, str], status: int = HTTPStatus.OK
) -> Answer | None:
    """Return what exists in some encodings, in the one the client likes best; None if it exists in none.

    Raises `PreconditionFailed`.
    """
    for encoding in acceptable_encodings(environ.get("HTTP_ACCEPT_ENCODING", "")):
        content = fetch(encoding)
        if content is not None:
            answer = None
            try:
                answer = _unwanted(environ, headers, content.tag, status) or _whole(
                    environ, headers, encoding, content, status
                )
                return answer
            finally:
                if answer is None or answer.body is not content.body:
                    _close(content.body)
    return None


def made(
    environ: Mapping[str, str], body: bytes, headers: Mapping[str, str], status: int = HTTPStatus.OK
) -> Answer:
    """Return what was made for this answer alone, compressed if that is worth it.

    Raises `PreconditionFailed`.
    """
    encoding = quick_encoding(environ.get("HTTP_ACCEPT_ENCODING", ""), len(body))
    tag = entity_tag_of(body, encoding) if status == HTTPStatus.OK else ""
    unwanted = _unwanted(environ, headers, tag, status)
    if unwanted:
        return unwanted
    coded = compress(body, encoding)
    return _whole(environ, headers, encoding, Content(coded, len(coded), tag), status)


def preflight() -> Answer:
    """Return the answer to OPTIONS, which is also what a browser asks before it asks."""
    return Answer(HTTPStatus.NO_CONTENT, PUBLIC_HEADERS | PREFLIGHT_HEADERS)


def _unwanted(environ, headers, tag, status):
    """Return 304 for a client that has the content, None for all others."""
    if status != HTTPStatus.OK:
        return None
    decision = verdict(environ, tag)
    if decision is Verdict.FAILED:
        raise PreconditionFailed
    if decision is Verdict.SEND:
        return None
    kept = {**PUBLIC_HEADERS, **headers, "ETag": tag}
    for name in _OF_THE_CONTENT:
        kept.pop(name, None)
    return Answer(HTTPStatus.NOT_MODIFIED, kept)


def _whole(environ, headers, encoding, content, status):
    described = {**PUBLIC_HEADERS, **headers, "Content-Length": str(content.length)}
    if status == HTTPStatus.OK:
        described["ETag"] = content.tag
    if encoding != "identity":
        described["Content-Encoding"] = encoding
    body = b"" if environ["REQUEST_METHOD"].upper() == "HEAD" else content.body
    return Answer(status, described, body)


def _close(body):
    close = getattr(body, "close", None)
    if close:
        close()
