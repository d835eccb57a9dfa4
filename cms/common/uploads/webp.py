"""WebP without metadata: a list of chunks that make the picture, and nothing else.

Source: RFC 9649, section 2.
"""

from collections.abc import Iterator

from cms.common.uploads.damaged import Damaged

_NEEDED = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_FRAME_HEADER = 16
_SAYS_EXIF, _SAYS_XMP = 0b1000, 0b0100


def without_metadata(content: bytes, exif: bytes) -> bytes:
    """Return the picture with `exif` as its only metadata; colours and animation kept. Raises `Damaged`."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP":
        raise Damaged
    size = int.from_bytes(content[4:8], "little")
    if size + 8 > len(content):
        raise Damaged
    kept, extended = [], False
    for kind, body in _chunks(content[12 : size + 8]):
        if kind == b"VP8X":
            extended = True
            flags = body[0] & ~(_SAYS_EXIF | _SAYS_XMP) | (_SAYS_EXIF if exif else 0)
            body = bytes((flags,)) + body[1:]
        elif kind == b"ANMF":
            frame = b"".join(_chunk(k, b) for k, b in _chunks(body[_FRAME_HEADER:]) if k in _NEEDED)
            body = body[:_FRAME_HEADER] + frame
        if kind in _NEEDED:
            kept.append(_chunk(kind, body))
    if exif and extended:
        kept.append(_chunk(b"EXIF", exif))
    chunks = b"".join(kept)
    return b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WEBP" + chunks


def _chunk(kind, body):
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)


def _chunks(content) -> Iterator[tuple[bytes, bytes]]:
    """Yield (kind, body) of chunks that follow one another."""
    position = 0
    while position < len(content):
        length = int.from_bytes(content[position + 4 : position + 8], "little")
        body = content[position + 8 : position + 8 + length]
        if not body or len(body) < length:
            raise Damaged
        yield content[position : position + 4], body
        position += 8 + length + length % 2
