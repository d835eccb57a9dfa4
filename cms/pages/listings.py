"""Programmes, trainings and testimonies as a page of the site shows them, read from the database.

Each function returns dicts for a template (see `cms.directory.guidance_words`), in the active language.
"""

from django.utils.translation import get_language

from cms.common.languages import SOURCE_LANGUAGE
from cms.common.text import sort_key
from cms.directory import publish, wording
from cms.directory.guidance_filters import PROGRAMME_FILTERS, TRAINING_FILTERS, passes
from cms.directory.guidance_words import programme_in_words, testimony_in_words, training_in_words
from cms.directory.labels import guidance_labels_in, load_categories
from cms.directory.programmes import PROGRAMMES
from cms.directory.testimonies import TESTIMONIES
from cms.directory.trainings import TRAININGS

# Offered to editors who want the trainings in one language.
TRAINING_LANGUAGES = ("ar", "ca", "en", "es", "eu", "fr", "gl", "pt", "ru", "zh")


def language_choices():
    """Return (tag, name) of the languages of trainings, in the editor's language."""
    lang = get_language() or SOURCE_LANGUAGE
    named = ((tag, wording.language(tag, lang)) for tag in TRAINING_LANGUAGES)
    return sorted(named, key=lambda pair: sort_key(pair[1]))


def programmes(filters, lang):
    """Return the public programmes that pass the filters, open calls first."""
    return _items(PROGRAMMES, PROGRAMME_FILTERS, filters, lang, programme_in_words)


def trainings(filters, lang):
    """Return the public trainings that pass the filters, those that begin soon first."""
    return _items(TRAININGS, TRAINING_FILTERS, filters, lang, training_in_words)


def testimonies(lang):
    """Return the public testimonies that have words, in the order of the editors."""
    today = publish.today_utc()
    records = (TESTIMONIES.record(loaded, lang, today) for loaded in TESTIMONIES.load(today))
    return [testimony_in_words(record, lang) for record in records if record["quote"]]


def item_of(kind, loaded, lang):
    """Return one programme, training or testimony, whoever may see it; None for a testimony without words."""
    record = kind.record(loaded, lang, publish.today_utc())
    if kind is TESTIMONIES:
        return testimony_in_words(record, lang) if record["quote"] else None
    shown = {PROGRAMMES: programme_in_words, TRAININGS: training_in_words}[kind]
    return shown(record, guidance_labels_in(lang, load_categories()), lang)


def _items(kind, known_filters, filters, lang, shown):
    today = publish.today_utc()
    asked = {
        name: tuple(value) if isinstance(value, list) else (value,)
        for name, value in filters.items()
        if value
    }
    records = (kind.record(loaded, lang, today) for loaded in kind.load(today))
    found = [record for record in records if passes(record, asked, known_filters)]
    labels = guidance_labels_in(lang, load_categories()) if found else {}
    return [shown(record, labels, lang) for record in found]
