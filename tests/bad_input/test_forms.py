"""A form with mistakes comes back with a sentence at each of them and with what was typed; nothing is saved."""

from html import unescape
from typing import NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.bad_input.conftest import what_is_written
from tests.bad_input.policies import INSIDE, LIVE_MARKUP
from tests.bad_input.test_admin import changed
from tests.common.uploads import files
from tests.editing.roles.conftest import newsroom_of_module  # noqa: F401
from tests.editing.submissions import address, form_errors, submission

# Without it there would be no tables.
pytestmark = pytest.mark.django_db

CHOICE = "Select a valid choice."
MARKUP = "<script>alert(1)</script>"
# Field -> (what is typed, a piece of the sentence).
FACTS = {
    "name": (MARKUP + "x" * 300, "at most 200 characters"),
    "acronym": ("a\u202eb", "There are characters in this text that nobody can see."),
    "slug": ("../etc/passwd", "consisting of letters, numbers, underscores or hyphens"),
    "website": ("javascript:alert(1)", "Enter a valid URL."),
    "organisation_type": ("warship", CHOICE),
    "areas_served": ("XX", "“XX” is not one of the areas. Choose from the list."),
    "languages": ("klingon!", "“klingon!” is not the code of a language."),
    "consent_to_list_on": ("31/31/2026", "Enter a valid date."),
}
# What is posted, the field that is wrong, a piece of the sentence.
PLACES = [
    (
        {"precision": "exact", "country": "ES", "point__typed": "91, 181"},
        "point",
        "The latitude must lie between -90 and 90.",
    ),
    ({"precision": "city", "country": "ES", "city_id": "x"}, "city_id", "This city is not in the list."),
    ({"precision": "nowhere", "country": "ZZ"}, "precision", "Choose one of the four."),
]
CHANNELS = [
    ({"kind": "email", "value": "a@@b"}, "value", "This is not an e-mail address."),
    (
        {"kind": "phone", "value": "+" + "9" * 400},
        "value",
        "This is too long: at most 40 characters are possible.",
    ),
    ({"kind": "onion", "value": "https://example.org/"}, "value", "This is not an onion address"),
    ({"kind": "pigeon", "value": f"<img src=x onerror=alert(1)>{MARKUP}"}, "kind", CHOICE),
]
MISTAKES = [
    *((name, says) for name, (_typed, says) in FACTS.items()),
    *((f"places-{index}-{field}", says) for index, (_data, field, says) in enumerate(PLACES)),
    *((f"channels-{index}-{field}", says) for index, (_data, field, says) in enumerate(CHANNELS)),
]
# A list of choices has no place for what is none of them; the sentence about it repeats it.
TYPED = [
    *(typed for name, (typed, _says) in FACTS.items() if name != "organisation_type"),
    PLACES[0][0]["point__typed"],
    *(channel["value"] for channel, *_ in CHANNELS),
]


class Refused(NamedTuple):
    """A form that came back: its page, {field: sentences}, and the SQL that changed content."""

    page: str
    errors: dict[str, list[str]]
    changed: list[str]


@pytest.fixture(scope="module")
def refused(newsroom_of_module, django_db_blocker):  # noqa: F811
    """The form of an organisation in which everything is wrong."""
    typed = {name: value for name, (value, _says) in FACTS.items()}
    several = {name: [typed[name]] for name in ("areas_served", "languages")}
    data = submission([one for one, *_ in PLACES], [one for one, *_ in CHANNELS], **typed | several)
    with django_db_blocker.unblock():
        client = newsroom_of_module.client("superuser")
        with what_is_written() as statements:
            answer = client.post(address("add"), data)
        assert answer.status_code == 200
        return Refused(answer.content.decode(), form_errors(answer), changed(statements))


@pytest.mark.parametrize(("field", "says"), MISTAKES)
def test_every_mistake_has_a_sentence_at_its_field(refused, field, says):
    assert says in " ".join(refused.errors[field])
    assert says in unescape(refused.page)


@pytest.mark.parametrize("typed", TYPED, ids=range(len(TYPED)))
def test_what_was_typed_is_still_there(refused, typed):
    assert typed in unescape(refused.page)


def test_nothing_is_saved_and_no_markup_lives(refused):
    assert refused.changed == []
    assert not LIVE_MARKUP.search(refused.page.encode())
    assert not INSIDE.search(refused.page.encode())


# Way in, name of the file, its bytes, a piece of the sentence.
NO_PICTURE = "cannot be read to its end"
NO_DOCUMENT = "This is no sound"
UPLOADS = [
    ("image", "cut.jpg", files.jpeg()[:600], NO_PICTURE),
    ("image", "text.png", b"no picture", "Upload a valid image."),
    ("image", "empty.png", b"", "The submitted file is empty."),
    ("image", "x.svg", b"<svg><script>alert(1)</script></svg>", "Not a supported image format."),
    ("image", "../../x.php", files.jpeg(), "Not a supported image format."),
    ("document", "page.pdf", b"<script>alert(1)</script>", NO_DOCUMENT),
    ("document", "x.docx", b"PK\x03\x04" + b"\xff" * 400, NO_DOCUMENT),
    ("document", "x.odt", files.archive({"mimetype": b"x" * 9999, "content.xml": b""}), NO_DOCUMENT),
    ("document", "nul.txt", b"a\x00b", NO_DOCUMENT),
    ("document", "x.exe", b"MZ", "Allowed extensions are: pdf"),
    ("document", "empty.pdf", b"", "The submitted file is empty."),
    ("import", "x.xlsx", b"PK\x03\x04" + b"\x00" * 400, "file"),
    ("import", "x.csv", b"\x00\xff" * 400, "file"),
    ("import", "x.csv", b"", "This file is empty."),
    ("import", "x.pdf", b"%PDF-1.7", "This is no table."),
    ("import", "x.html", b"<html>", "This is a web page and no table."),
]
WAYS = {
    "image": ("wagtailimages:add", "file", {"title": "A picture"}),
    "document": ("wagtaildocs:add", "file", {"title": "A document"}),
    "import": ("defenders_imports:upload", "file", {}),
}


@pytest.mark.parametrize(
    ("way", "name", "content", "says"), UPLOADS, ids=[f"{one[0]} {one[1][:9]}" for one in UPLOADS]
)
def test_a_file_that_is_not_what_it_should_be_is_refused_with_a_sentence(
    newsroom_of_module,  # noqa: F811
    way,
    name,
    content,
    says,
):
    view, field, typed = WAYS[way]
    client = newsroom_of_module.client("superuser")
    with what_is_written() as statements:
        answer = client.post(reverse(view), {**typed, field: SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    page = unescape(answer.content.decode())
    assert says in page
    assert all(value in page for value in typed.values())
    assert not LIVE_MARKUP.search(answer.content)
    assert not INSIDE.search(answer.content)
    assert changed(statements) == []
