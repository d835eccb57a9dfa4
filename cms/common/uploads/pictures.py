"""Pictures as they may be stored: without place, time, device and names, the pixels as they were.

A camera writes where it stood. Renditions carry that on, so it goes before anything is stored.
"""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from cms.common.uploads import gif, jpeg, png, webp
from cms.common.uploads.damaged import Damaged
from cms.common.uploads.orientation import exif_of, orientation_of

# Format as Pillow names it -> what takes the metadata out.
FORMATS: dict[str, Callable[[bytes, bytes], bytes]] = {
    "GIF": gif.without_metadata,
    "JPEG": jpeg.without_metadata,
    "MPO": jpeg.without_metadata,  # a JPEG with more pictures behind its end
    "PNG": png.without_metadata,
    "WEBP": webp.without_metadata,
}


class UnknownFormat(ValueError):
    """A picture in a format of which we do not know where its metadata is."""


def without_metadata(content: bytes) -> bytes:
    """Return a picture with the same pixels, orientation, colour profile and animation, and nothing besides.

    Raises `UnknownFormat`, and `Damaged` for what cannot be read to its end.
    """
    try:
        with Image.open(BytesIO(content)) as picture:
            clean = FORMATS.get(picture.format or "")
            exif = exif_of(orientation_of(picture))
    except UnidentifiedImageError:
        raise UnknownFormat from None
    except Exception as error:  # Pillow raises whatever a broken structure leads to
        raise Damaged from error
    if clean is None:
        raise UnknownFormat
    cleaned = clean(content, exif)
    _read(cleaned)
    return cleaned


def _read(content):
    """Read a picture to its end: what is stored can be shown."""
    try:
        with Image.open(BytesIO(content)) as picture:
            picture.load()
    except Exception as error:
        raise Damaged from error
