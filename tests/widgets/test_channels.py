"""Channels in a safe order with a note on each: the embed pages and the widgets say the same."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from cms.common.contacts import KINDS
from tests.widgets.directories import contact
from widgets.channel_notes import FIRST_MESSAGE, NOTES, READABLE, UNENCRYPTED, is_readable, note_of
from widgets.channel_order import ORDER, in_safe_order

SOURCES = Path(__file__).resolve().parents[2] / "widgets" / "src" / "directory" / "record"
LANGUAGES = ("ar", "en", "es", "eu", "fr")


def words(lang):
    """Return {key: text} of the record's words of the widgets in a language."""
    source = (SOURCES / "strings" / f"{lang}.js").read_text(encoding="utf-8")
    return dict(re.findall(r"^  (\w+): '(.*)',$", source, re.MULTILINE))


def codes(source):
    return re.findall(r"'(\w+)'", source)


def test_the_order_of_the_widgets_is_that_of_the_pages():
    source = (SOURCES / "order.js").read_text(encoding="utf-8")
    rows = source.partition("ORDER = Object.freeze([")[2].partition("]);")[0]
    assert tuple(tuple(codes(row.partition("//")[0])) for row in rows.strip().splitlines()) == ORDER


def test_the_notes_of_the_widgets_are_those_of_the_pages():
    source = (SOURCES / "notes.js").read_text(encoding="utf-8")
    keys = dict(re.findall(r"(\w+): '(\w+)'", source.partition("NOTES = ")[2].partition("});")[0]))
    english = words("en")
    assert {kind: english[f"note_{key}"] for kind, key in keys.items()} == NOTES
    assert english["note_unencrypted"] == UNENCRYPTED
    assert english["first_message"] == FIRST_MESSAGE
    assert set(codes(source.partition("READABLE = ")[2].partition(";")[0])) == READABLE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_the_same_words(lang):
    assert words(lang).keys() == words("en").keys()
    assert all(words(lang).values())


def test_every_kind_of_channel_has_its_place_and_its_note():
    known = {kind for row in ORDER for kind in row}
    assert known == set(KINDS) | {"email_pgp"}
    assert known | {"website"} == set(NOTES)


def test_an_address_with_a_key_is_safer_than_one_without():
    with_key = contact("email", "a@example.org", pgp_fingerprint="AB" * 20)
    without = contact("email", "b@example.org", preferred=True)
    assert in_safe_order([without, with_key]) == [with_key, without]
    assert (is_readable(with_key), is_readable(without)) == (False, True)


def test_what_is_urgent_comes_first_and_what_nobody_knows_last():
    urgent, onion, fax = contact("sms", urgent=True), contact("onion", "x"), contact("fax", preferred=True)
    assert in_safe_order([fax, onion, urgent]) == [urgent, onion, fax]
    assert note_of(fax) == ""


def test_a_form_without_encryption_is_named():
    with translation.override("en"):
        assert note_of(contact("web_form", "HTTP://example.org/form")) == UNENCRYPTED
        assert note_of(contact("web_form", "https://example.org/form")) == NOTES["web_form"]
