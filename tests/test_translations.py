"""Every sentence for people exists in every language, with the same placeholders, and what is served is compiled."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize

from scripts.update_messages import (
    APPS,
    LANGUAGES,
    borrowed,
    catalogue_path,
    read_catalogue,
    sentences,
    untranslated,
)

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

pytestmark = pytest.mark.parametrize(
    ("app", "language"), [(app, language) for app in APPS for language in LANGUAGES]
)


def test_every_sentence_is_translated(app, language):
    assert untranslated(app, language) == []


def test_no_sentence_is_left_over(app, language):
    known = {(context, msgid) for context, msgid, _plural in sentences(app, language)}
    assert [
        entry.msgid for entry in read_catalogue(app, language) if (entry.msgctxt, entry.msgid) not in known
    ] == []


def test_placeholders_and_markup_survive(app, language):
    for entry in read_catalogue(app, language):
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        for text in texts:
            allowed = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural))
            assert set(PLACEHOLDER.findall(text)) <= allowed, entry.msgid
            assert re.findall(r"</?\w+", text) == re.findall(r"</?\w+", entry.msgid), entry.msgid
        assert set(PLACEHOLDER.findall(texts[-1])) >= set(
            PLACEHOLDER.findall(entry.msgid_plural or entry.msgid)
        )


def test_the_compiled_catalogue_is_up_to_date(app, language):
    path = catalogue_path(app, language)
    compiled = {(entry.msgctxt, entry.msgid): entry for entry in polib.mofile(str(path.with_suffix(".mo")))}
    for entry in read_catalogue(app, language).translated_entries():
        found = compiled[(entry.msgctxt, entry.msgid)]
        assert (found.msgstr, found.msgstr_plural) == (entry.msgstr, entry.msgstr_plural), entry.msgid


@cache
def upstream(language):
    """Return {(context, msgid): (plural, is translated)} of the sentences of Wagtail and wagtail-localize."""
    found = {}
    for package in (wagtail, wagtail_localize):
        for path in Path(package.__file__).parent.rglob(f"locale/{language}/LC_MESSAGES/django.po"):
            for entry in polib.pofile(str(path)):
                found[entry.msgctxt, entry.msgid] = entry.msgid_plural or None, entry.translated()
    return found


def test_a_borrowed_sentence_is_still_one_of_wagtail_and_not_translated_there(app, language):
    for context, msgid, plural in borrowed(app, language):
        assert upstream("en")[context, msgid][0] == plural, msgid
        assert not upstream(language).get((context, msgid), (None, False))[1], msgid
