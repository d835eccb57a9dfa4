"""Pictures and documents uploaded through the editor's own forms, with everything that a camera and an office write."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Pixels
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from tests.common.uploads.files import GPS, MAKE
from tests.leaks.canaries import Flock, Point

# So much of the name of a stored file is left in the names of what is made from it.
NAMED = 16


class Uploads:
    """Uploads as one person; what was chosen for the stored files is remembered in the flock."""

    def __init__(self, client: Client):
        self._client = client

    def picture(self, flock: Flock, secrets: Flock, name: str, collection=None):
        """Return an image: title, description and stored name belong to `flock`, what the camera wrote to `secrets`."""
        content = photograph(secrets.word(f"{name}: camera"), secrets.point(f"{name}: camera stood here"))
        title = flock.word(f"{name}: title of the picture")
        self._post(
            "wagtailimages:add",
            SimpleUploadedFile(
                f"{secrets.word(f'{name}: file as it was uploaded')}.jpg", content, "image/jpeg"
            ),
            title=title,
            description=flock.word(f"{name}: description of the picture"),
            collection=collection,
        )
        image = get_image_model().objects.get(title=title)
        flock.value(f"{name}: stored name of the picture", image.filename[:NAMED])
        return image

    def document(self, flock: Flock, secrets: Flock, name: str, collection=None):
        """Return a document: title, content and stored name belong to `flock`, its first name to `secrets`."""
        title = flock.word(f"{name}: title of the document")
        content = f"{flock.word(f'{name}: content of the document')}\n".encode()
        self._post(
            "wagtaildocs:add",
            SimpleUploadedFile(
                f"{secrets.word(f'{name}: document as it was uploaded')}.txt", content, "text/plain"
            ),
            title=title,
            collection=collection,
        )
        document = get_document_model().objects.get(title=title)
        flock.value(f"{name}: stored name of the document", document.filename[:NAMED])
        return document

    def _post(self, view, file, collection=None, **values):
        values["collection"] = (collection or Collection.get_first_root_node()).pk
        answer = self._client.post(reverse(view), {"file": file, "tags": ""} | values)
        assert answer.status_code == 302, answer.content.decode()


def photograph(camera: str, point: Point) -> bytes:
    """Return a JPEG that says who took it and where."""
    said = Pixels.Exif()
    said[MAKE] = camera
    said.get_ifd(GPS).update({1: "N", 2: _rationals(point.lat), 3: "W", 4: _rationals(point.lng)})
    stored = BytesIO()
    Pixels.linear_gradient("L").resize((60, 40)).convert("RGB").save(
        stored, "JPEG", exif=said, comment=camera.encode(), xmp=f"<x>{camera} {point.lat}</x>".encode()
    )
    return stored.getvalue()


def _rationals(degrees):
    value = abs(float(degrees))
    return (float(int(value)), float(int(value * 60 % 60)), value * 3600 % 60)
