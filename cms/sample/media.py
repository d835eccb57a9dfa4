"""Pictures and documents of the sample."""

from django.core.files import File
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.sample.files import FOLDER


def picture(name, title):
    """Return the image of a picture file, made if there is none of this title yet."""
    return _stored(get_image_model(), FOLDER / "pictures" / name, title)


def document(name, title):
    """Return the document of a file, made if there is none of this title yet."""
    return _stored(get_document_model(), FOLDER / name, title)


def _stored(model, path, title):
    found = model.objects.filter(title=title).first()
    if found:
        return found
    with path.open("rb") as content:
        return model.objects.create(title=title, file=File(content, name=path.name))
