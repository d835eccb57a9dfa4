"""PNG without metadata: a list of chunks that make the picture, and nothing else.

Source: PNG, third edition (W3C, 2025), sections 5 and 11.
"""

import zlib
from collections.abc import Iterator

from cms.common.uploads.damaged import Damaged

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_NEEDED = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM cICP gAMA iCCP mDCV cLLI sBIT sRGB bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)


def without_metadata(content: bytes, exif: bytes) -> bytes:
    """Return the picture with `exif` as its only metadata; colours and animation kept. Raises `Damaged`."""
    if not content.startswith(_SIGNATURE):
        raise Damaged
    kept = [_SIGNATURE]
    for kind, chunk in _chunks(content):
        if kind == b"IEND" and exif:
            kept.append(_chunk(b"eXIf", exif))
        if kind in _NEEDED:
            kept.append(chunk)
    return b"".join(kept)


def _chunk(kind, body):
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def _chunks(content) -> Iterator[tuple[bytes, bytes]]:
    """Yield (kind, whole chunk) up to the end of the picture."""
    position = len(_SIGNATURE)
    while True:
        length = int.from_bytes(content[position : position + 4], "big")
        kind, end = content[position + 4 : position + 8], position + 12 + length
        if len(kind) < 4 or end > len(content):
            raise Damaged
        yield kind, content[position:end]
        if kind == b"IEND":
            return
        position = end
