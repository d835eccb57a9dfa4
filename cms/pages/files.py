"""Pictures and documents as the public may have them, with absolute addresses."""

from cms.conf import defenders_settings
from cms.directory.pictures import readable_rendition
from cms.directory.visibility import public_documents

# Twice the width of a line of text, for fine screens.
PICTURE_FILTER = "max-1344x1344"


def public_picture(image):
    """Return `{"url", "width", "height"}` in pixels of a picture on a page; None for none or an unreadable one."""
    rendition = readable_rendition(image, PICTURE_FILTER) if image else None
    if rendition is None:
        return None
    return {"url": absolute(rendition.url), "width": rendition.width, "height": rendition.height}


def public_document(document):
    """Return `{"url", "size", "type"}` of a document, size in bytes; None for none and for one that is not public."""
    if document is None or not public_documents().filter(pk=document.pk).exists():
        return None
    return {
        "url": absolute(document.url),
        "size": document.get_file_size(),
        "type": document.file_extension.lower(),
    }


def absolute(address):
    """Return an address with scheme and host: the configured ones, unless it has its own."""
    return address if "://" in address else f"{defenders_settings.BASE_URL}{address}"
