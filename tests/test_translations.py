"""Every sentence for people exists in every language, with the same placeholders, and what is served is compiled."""

import re

import polib
import pytest

from scripts.update_messages import APPS, LANGUAGES, catalogue_path, extract, read_catalogue, untranslated

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")

pytestmark = pytest.mark.parametrize(
    ("app", "language"), [(app, language) for app in APPS for language in LANGUAGES]
)


def test_every_sentence_is_translated(app, language):
    assert untranslated(app, language) == []


def test_no_sentence_is_left_over(app, language):
    known = {(context, msgid) for context, msgid, _plural in extract(app)}
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
