"""Whichever way a file comes in, it is stored without metadata, under a name that says nothing, or not at all."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

from tests.common.uploads import files

pytestmark = pytest.mark.django_db
RANDOM = re.compile(r"[0-9a-f]{32}\.[a-z]+")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


# Way -> (address, name of the field, what else is posted, whether it is sent as a script sends it).
WAYS = {
    "alone": ("add", "file", {"title": "Door"}, False),
    "several at once": ("add_multiple", "files[]", {"title": "Door"}, True),
    "while choosing": ("chooser:create", None, {}, False),
}


def upload(client, app, way, file):
    """Post a file one of the ways; return the text of the answer."""
    name, field, values, by_script = WAYS[way]
    root = Collection.get_first_root_node().pk
    kind = "image" if app == "wagtailimages" else "document"
    if name == "chooser:create":
        app, name, field = f"{app}_chooser", "create", f"{kind}-chooser-upload-file"
        values = {f"{kind}-chooser-upload-title": "Door", f"{kind}-chooser-upload-collection": root}
    headers = {"X-Requested-With": "XMLHttpRequest"} if by_script else {}
    posted = {"collection": root, "tags": "", **values, field: file}
    answer = client.post(reverse(f"{app}:{name}"), posted, headers=headers)
    assert answer.status_code in (200, 302)
    return answer.content.decode()


def stored(media):
    return [path for path in media.rglob("*") if path.is_file() and path.parent.name != "images"]


@pytest.mark.parametrize("way", WAYS)
def test_a_picture_is_stored_without_what_the_camera_wrote(admin_client, media, way):
    content = files.jpeg(6)
    upload(admin_client, "wagtailimages", way, SimpleUploadedFile("Ana in Bilbao.JPG", content, "image/jpeg"))
    picture = get_image_model().objects.get()
    (path,) = stored(media)
    assert RANDOM.fullmatch(path.name)
    assert not any(secret in path.read_bytes() for secret in files.SECRETS)
    # The file has its size and hash of what is stored; turned upright it is higher than wide.
    assert picture.file_size == path.stat().st_size
    assert picture.get_rendition("max-20x20").height > picture.get_rendition("max-20x20").width


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        ("cut.jpg", files.jpeg()[:600]),
        ("text.png", b"no picture"),
        ("empty.png", b""),
        ("wrong.png", files.jpeg()),
    ],
)
def test_what_is_no_sound_picture_is_not_stored(admin_client, media, way, name, content):
    upload(admin_client, "wagtailimages", way, SimpleUploadedFile(name, content, "image/png"))
    assert not get_image_model().objects.exists()
    assert stored(media) == []


def test_a_picture_of_too_many_points_or_bytes_is_not_stored(admin_client, media, settings):
    for limit in ("WAGTAILIMAGES_MAX_IMAGE_PIXELS", "WAGTAILIMAGES_MAX_UPLOAD_SIZE"):
        with_limit = getattr(settings, limit)
        setattr(settings, limit, 100)
        upload(admin_client, "wagtailimages", "alone", SimpleUploadedFile("a.png", files.png(), "image/png"))
        setattr(settings, limit, with_limit)
    assert stored(media) == []


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("extension", files.DOCUMENTS)
def test_a_document_is_stored_under_a_name_that_says_nothing(admin_client, media, way, extension):
    file = SimpleUploadedFile(f"Ana.{extension}", files.DOCUMENTS[extension])
    upload(admin_client, "wagtaildocs", way, file)
    (path,) = stored(media)
    assert RANDOM.fullmatch(path.name)
    assert path.read_bytes() == files.DOCUMENTS[extension]
    assert get_document_model().objects.get().filename == path.name


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["page.pdf", "page.docx", "page.html", "page", "page.PDF"])
def test_what_is_another_kind_of_document_is_not_stored(admin_client, media, way, name):
    upload(admin_client, "wagtaildocs", way, SimpleUploadedFile(name, b"<script>alert(1)</script>"))
    assert not get_document_model().objects.exists()
    assert stored(media) == []


def test_who_uploads_a_document_is_warned_of_what_it_may_hold(admin_client):
    for name in ("wagtaildocs:add", "wagtaildocs:add_multiple"):
        assert "Un documento guarda más de lo que se ve" in admin_client.get(reverse(name)).content.decode()


def test_a_document_in_a_private_collection_has_no_address_of_its_own(admin_client, client, media):
    upload(admin_client, "wagtaildocs", "alone", SimpleUploadedFile("a.txt", b"private"))
    document = get_document_model().objects.get()
    private = Collection.get_first_root_node().add_child(name="Private")
    private.view_restrictions.create(restriction_type="login")
    document.collection = private
    document.save()
    assert client.get(document.url).status_code == 404
    assert b"".join(admin_client.get(document.url).streaming_content) == b"private"
    assert client.get(f"/media/{Path(document.file.name)}").status_code == 404
