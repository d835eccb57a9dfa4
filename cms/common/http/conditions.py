"""Entity tags, and whether a client wants the answer at all.

Source: RFC 9110, sections 8.8.3 and 13. No answer here has a modification date or can be had in parts, so
If-Modified-Since, If-Unmodified-Since, Range and If-Range are ignored, as the standard wants it then.
"""

import hashlib
import re
from collections.abc import Mapping
from enum import Enum

from cms.common.http.encodings import compressor

# An entity tag, weak or strong, and what may stand between two of them. Tags may hold commas.
_TAG = re.compile(r'[ \t,]*((?:W/)?"[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?=,|$)')


class Verdict(Enum):
    """What becomes of a request whose answer would be a success."""

    SEND = 200
    NOT_MODIFIED = 304
    FAILED = 412


def entity_tag(content: bytes) -> str:
    """Return the strong tag of bytes as they are sent."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def entity_tag_of(content: bytes, encoding: str) -> str:
    """Return the strong tag of what `compress` will make of the content, without making it.

    A strong tag must stand for one sequence of bytes, and which one it is depends on the compressor too: equal
    machines give equal tags, and one with another version of the library never gives the same tag to other bytes.
    """
    if encoding == "identity":
        return entity_tag(content)
    digest = hashlib.sha256(content)
    digest.update(compressor(encoding).encode())
    return f'"{digest.hexdigest()[:32]}"'


def verdict(environ: Mapping[str, str], tag: str) -> Verdict:
    """Return whether the representation with this strong tag is to be sent."""
    expected = environ.get("HTTP_IF_MATCH")
    if expected is not None and not _matches(expected, tag, weak=False):
        return Verdict.FAILED
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known is not None and _matches(known, tag, weak=True):
        return Verdict.NOT_MODIFIED
    return Verdict.SEND


def _matches(header, tag, *, weak):
    """Say whether a list of tags names this one; `*` names any. What is no list of tags names as far as it is one."""
    if header == tag or header.strip() == "*":
        return True
    position, tags = 0, []
    while found := _TAG.match(header, position):
        tags.append(found[1])
        position = found.end()
    # A cache on the way may have made a tag weak: for reading that makes no difference (section 13.1.2).
    return tag in ((one.removeprefix("W/") for one in tags) if weak else tags)
