"""A picture or document that is public now is not exchanged without a second person; any other is."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pixels
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection

REFUSED = "Upload the new one as another"
EVERYBODY = ("editor", "reviewer", "administrator", "superuser")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def pixels(colour):
    stored = BytesIO()
    Pixels.new("RGB", (8, 8), colour).save(stored, "PNG")
    return stored.getvalue()


@pytest.fixture
def picture():
    return get_image_model().objects.create(title="Logo", file=ContentFile(pixels("red"), "logo.png"))


@pytest.fixture
def document():
    return get_document_model().objects.create(title="Guide", file=ContentFile(b"old", "guide.txt"))


def as_logo(newsroom, picture, live=True):
    _use(newsroom.object("organisation"), live, logo=picture)


def as_picture_of_a_testimony(newsroom, picture, live=True):
    _use(newsroom.object("testimony"), live, picture=picture)


def on_a_page(newsroom, picture, live=True):
    block = {"image": picture, "alt": "A door", "caption": ""}
    _use(newsroom.object("page es"), live, body=[("image", block)])


def on_a_page_to_download(newsroom, document, live=True):
    block = {"document": document, "title": "Guide", "text": ""}
    _use(newsroom.object("page es"), live, body=[("document", block)])


def _use(obj, live, **values):
    """Let the row, as visitors see it when it is live, hold the file."""
    for name, value in values.items():
        setattr(obj, name, value)
    obj.live = live
    obj.save()


def post(newsroom, role, obj, **changes):
    """Post the form of a picture or document and return the answer's text, empty when it was saved."""
    app = "wagtailimages" if isinstance(obj, get_image_model()) else "wagtaildocs"
    values = {"title": obj.title, "tags": "", "collection": Collection.get_first_root_node().pk, **changes}
    answer = newsroom.client(role).post(reverse(f"{app}:edit", args=[obj.pk]), values)
    assert answer.status_code in (200, 302, 400)
    return answer.content.decode()


def other_picture():
    return SimpleUploadedFile("other.png", pixels("blue"), "image/png")


def stored(obj):
    row = type(obj).objects.get(pk=obj.pk)
    with row.file.open("rb") as content:
        return content.read()


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("role", EVERYBODY)
@pytest.mark.parametrize("use", [as_logo, as_picture_of_a_testimony, on_a_page])
def test_nobody_exchanges_a_public_picture_alone(newsroom, picture, use, role):
    use(newsroom, picture)
    assert REFUSED in post(newsroom, role, picture, file=other_picture())
    assert stored(picture) == pixels("red")


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("role", EVERYBODY)
def test_nobody_exchanges_a_public_document_alone(newsroom, document, role):
    on_a_page_to_download(newsroom, document)
    assert REFUSED in post(newsroom, role, document, file=SimpleUploadedFile("new.txt", b"new"))
    assert stored(document) == b"old"


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("change", [{"title": "Other"}, {"description": "Other"}])
def test_nobody_rewrites_alone_what_is_heard_in_place_of_a_logo(newsroom, picture, change):
    as_logo(newsroom, picture)
    assert REFUSED in post(newsroom, "editor", picture, **change)
    assert type(picture).objects.get(pk=picture.pk).title == "Logo"


@pytest.mark.usefixtures("strict")
def test_nor_where_several_pictures_are_uploaded(newsroom, picture):
    as_logo(newsroom, picture)
    values = {
        f"image-{picture.pk}-title": "Other",
        f"image-{picture.pk}-collection": Collection.get_first_root_node().pk,
        f"image-{picture.pk}-tags": "",
    }
    address = reverse("wagtailimages:edit_multiple", args=[picture.pk])
    answer = newsroom.client("editor").post(address, values, headers={"x-requested-with": "XMLHttpRequest"})
    assert not answer.json()["success"]
    assert type(picture).objects.get(pk=picture.pk).title == "Logo"


@pytest.mark.usefixtures("strict")
def test_what_visitors_never_see_of_a_public_picture_changes(newsroom, picture):
    as_logo(newsroom, picture)
    assert post(newsroom, "editor", picture, tags="doors") == ""
    assert [tag.name for tag in picture.tags.all()] == ["doors"]


@pytest.mark.usefixtures("strict")
def test_a_picture_that_nothing_uses_is_exchanged(newsroom, picture):
    assert post(newsroom, "editor", picture, title="Other", file=other_picture()) == ""
    assert stored(picture) == pixels("blue")


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("use", [as_logo, as_picture_of_a_testimony, on_a_page])
def test_what_only_unpublished_content_uses_is_exchanged(newsroom, picture, use):
    use(newsroom, picture, live=False)
    assert post(newsroom, "editor", picture, file=other_picture()) == ""
    assert stored(picture) == pixels("blue")


@pytest.mark.usefixtures("strict")
def test_what_only_a_draft_of_something_public_uses_is_exchanged(newsroom, picture):
    newsroom.change("organisation", "editor", logo=picture)
    assert newsroom.object("organisation").live
    assert post(newsroom, "editor", picture, file=other_picture()) == ""


@pytest.mark.usefixtures("strict")
def test_a_document_that_nothing_uses_is_exchanged(newsroom, document):
    assert post(newsroom, "editor", document, file=SimpleUploadedFile("new.txt", b"new")) == ""
    assert stored(document) == b"new"


@pytest.mark.parametrize(("role", "changed"), [("editor", False), ("reviewer", True), ("superuser", True)])
def test_who_may_publish_alone_exchanges_what_is_public(newsroom, settings, picture, role, changed):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = True
    as_logo(newsroom, picture)
    assert (post(newsroom, role, picture, file=other_picture()) == "") is changed
    assert stored(picture) == pixels("blue" if changed else "red")


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("content", [b"", b"no picture", b"\x00" * 20])
def test_a_broken_file_is_refused_with_a_sentence(newsroom, picture, content):
    as_logo(newsroom, picture)
    assert post(newsroom, "editor", picture, file=SimpleUploadedFile("x.png", content, "image/png"))
    assert stored(picture) == pixels("red")


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("values", [{"title": ""}, {"title": "\x00"}, {"file": "text"}, {"collection": "x"}])
def test_a_strange_form_is_answered(newsroom, picture, values):
    as_logo(newsroom, picture)
    post(newsroom, "editor", picture, **values)
    assert stored(picture) == pixels("red")
