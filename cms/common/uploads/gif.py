"""GIF without comments and without what applications wrote into it; animation kept.

Source: GIF89a specification, sections 18 to 26.
"""

from cms.common.uploads.damaged import Damaged

_EXTENSION, _PICTURE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
# How often an animation is repeated, and the colour profile.
_NEEDED_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def without_metadata(content: bytes, exif: bytes) -> bytes:
    """Return the picture without metadata; GIF knows no Exif. Raises `Damaged`."""
    if content[:6] not in (b"GIF87a", b"GIF89a"):
        raise Damaged
    try:
        return _kept(content)
    except IndexError:
        raise Damaged from None


def _kept(content):
    position = 13 + _table(content[10])
    kept = [content[:position]]
    while content[position] != _END:
        start, kind = position, content[position]
        if kind == _EXTENSION:
            label = content[position + 1]
            position = _after_blocks(content, position + 2)
            application = label == _APPLICATION and content[start + 3 : start + 14] in _NEEDED_APPLICATIONS
            needed = label == _CONTROL or application
        elif kind == _PICTURE:
            position = _after_blocks(content, position + 11 + _table(content[position + 9]))
            needed = True
        else:
            raise Damaged
        if needed:
            kept.append(content[start:position])
    return b"".join([*kept, bytes((_END,))])


def _table(packed):
    """Return the bytes of the table of colours that a packed field announces."""
    return 3 * 2 ** ((packed & 7) + 1) if packed & 0x80 else 0


def _after_blocks(content, position):
    while content[position]:
        position += content[position] + 1
    return position + 1
