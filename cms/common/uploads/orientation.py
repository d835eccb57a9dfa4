"""The one thing a camera writes that a picture needs: which side is up."""

from PIL import Image

_TAG = 0x0112
UPRIGHT = 1


def exif_of(orientation: int) -> bytes:
    """Return Exif (a TIFF structure, without the name that JPEG puts before it) that says the orientation alone.

    Empty for an upright picture and for what is no orientation. Source: Exif 3.0, section 4.6.5.
    """
    if orientation not in range(2, 9):
        return b""
    exif = Image.Exif()
    exif[_TAG] = orientation
    return exif.tobytes().removeprefix(b"Exif\0\0")


def orientation_of(picture: Image.Image) -> int:
    """Return the orientation (1 to 8) that a picture's Exif says, upright where it says none."""
    try:
        found = picture.getexif().get(_TAG, UPRIGHT)
    except Exception:  # noqa: BLE001  Pillow raises whatever a broken structure leads to
        return UPRIGHT
    return found if found in range(1, 9) else UPRIGHT
