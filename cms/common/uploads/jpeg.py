"""JPEG without metadata; the coded picture stays byte for byte.

Source: ITU-T T.81, annex B; JFIF 1.02; ICC.1, annex B.4.
"""

from collections.abc import Iterator

from cms.common.uploads.damaged import Damaged

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_STANDALONE = {0x01, *range(0xD0, 0xD8)}
_APPLICATIONS, _COMMENT = range(0xE0, 0xF0), 0xFE
_JFIF, _PROFILE, _ADOBE = (0xE0, b"JFIF\0"), (0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe")
_JFIF_WITHOUT_THUMBNAIL = 12  # bytes, then the two sides of a thumbnail


def without_metadata(content: bytes, exif: bytes) -> bytes:
    """Return the picture with `exif` as its only metadata; colour profile kept. Raises `Damaged`.

    Everything behind its end goes too: second pictures, films, whatever was hidden there.
    """
    kept = [b"\xff\xd8"]
    for marker, segment in _segments(content):
        if marker == _JFIF[0] and segment[4:].startswith(_JFIF[1]):
            body = segment[4 : 4 + _JFIF_WITHOUT_THUMBNAIL] + b"\0\0"
            kept.insert(1, _segment(marker, body))
        elif marker in _APPLICATIONS:
            if any(marker == known and segment[4:].startswith(name) for known, name in (_PROFILE, _ADOBE)):
                kept.append(segment)
        elif marker != _COMMENT:
            kept.append(segment)
    if exif:
        after_jfif = 2 if len(kept) > 1 and kept[1][1] == _JFIF[0] else 1
        kept.insert(after_jfif, _segment(0xE1, b"Exif\0\0" + exif))
    return b"".join(kept)


def _segment(marker, body):
    return bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body


def _segments(content) -> Iterator[tuple[int, bytes]]:
    """Yield (marker, whole segment), a scan with its coded data, up to the end of the picture."""
    if content[:2] != b"\xff\xd8":
        raise Damaged
    position = 2
    while True:
        position, marker = _marker_at(content, position)
        if marker == _END:
            yield marker, b"\xff\xd9"
            return
        if marker in _STANDALONE:
            position += 2
            continue
        length = int.from_bytes(content[position + 2 : position + 4], "big")
        end = position + 2 + length
        if length < 2 or end > len(content):
            raise Damaged
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        yield marker, content[position:end]
        position = end


def _marker_at(content, position):
    """Return where the next marker is, past bytes that fill, and which one it is."""
    if content[position : position + 1] != b"\xff":
        raise Damaged
    while content[position + 1 : position + 2] == b"\xff":
        position += 1
    if position + 1 >= len(content):
        raise Damaged
    return position, content[position + 1]


def _end_of_scan(content, position):
    """Return where coded data ends: at a marker that is neither a stuffed byte nor a restart."""
    while (position := content.find(b"\xff", position)) >= 0:
        following = content[position + 1 : position + 2]
        if not following:
            break
        if following[0] != 0 and following[0] not in _STANDALONE and following[0] != 0xFF:
            return position
        position += 1 if following[0] == 0xFF else 2
    raise Damaged
