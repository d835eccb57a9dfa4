"""Files as cameras and offices make them, with what nobody should learn from them."""

from io import BytesIO
from zipfile import ZipFile

from PIL import Image, ImageCms, PngImagePlugin

SECRETS = (b"SECRET-CAMERA", b"SECRET-XMP", b"SECRET-COMMENT", b"SECRET-BEHIND", b"SECRET-THUMB")
GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F
XMP = b"<x:xmpmeta>SECRET-XMP</x:xmpmeta>"
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def exif(orientation=None):
    """Return what a camera writes: where it stood, what it is called."""
    said = Image.Exif()
    said[MAKE] = "SECRET-CAMERA"
    if orientation:
        said[ORIENTATION] = orientation
    said.get_ifd(GPS).update({1: "N", 2: (43.0, 15.0, 47.0), 3: "W", 4: (2.0, 56.0, 5.0)})
    return said


def pixels(mode="RGB"):
    """Return a picture of which no two corners are alike."""
    picture = Image.linear_gradient("L").resize((24, 16))
    picture.putpixel((0, 0), 255)
    return picture.convert(mode)


def jpeg(orientation=None, **options):
    """Return a JPEG with place, XMP, comment, profile and something behind its end."""
    stored = BytesIO()
    pixels().save(
        stored,
        "JPEG",
        exif=exif(orientation),
        xmp=XMP,
        comment=b"SECRET-COMMENT",
        icc_profile=PROFILE,
        **options,
    )
    return stored.getvalue() + b"SECRET-BEHIND"


def png(orientation=None):
    """Return a PNG with place, text, time and something behind its end."""
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "SECRET-COMMENT")
    said.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=False)
    stored = BytesIO()
    pixels("RGBA").save(stored, "PNG", exif=exif(orientation), pnginfo=said, icc_profile=PROFILE)
    return stored.getvalue() + b"SECRET-BEHIND"


def webp(orientation=None, **options):
    """Return a WebP with place and XMP, and something behind its end."""
    stored = BytesIO()
    pixels().save(stored, "WEBP", exif=exif(orientation), xmp=XMP, icc_profile=PROFILE, **options)
    return stored.getvalue() + b"SECRET-BEHIND"


def gif(frames=1):
    """Return a GIF with a comment and something behind its end."""
    stored = BytesIO()
    more = [pixels("L").rotate(90 * number) for number in range(1, frames)]
    pixels("P").save(
        stored, "GIF", comment=b"SECRET-COMMENT", save_all=frames > 1, append_images=more, duration=50, loop=3
    )
    return stored.getvalue() + b"SECRET-BEHIND"


def archive(members):
    """Return a ZIP of {name: content}, in this order."""
    stored = BytesIO()
    with ZipFile(stored, "w") as file:
        for name, content in members.items():
            file.writestr(name, content)
    return stored.getvalue()


DOCUMENTS = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n%%EOF",
    "txt": "Guía\r\n\tde protección".encode(),
    "docx": archive({"[Content_Types].xml": "", "word/document.xml": ""}),
    "xlsx": archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
    "odt": archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
    "ods": archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}),
}
