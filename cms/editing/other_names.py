"""Other names by which somebody may look for a country, an area or a language: ours in every language, and its own.

All from CLDR, but for the areas. Each function returns the names in one text, without the one that is shown.
"""

from functools import lru_cache

from babel import Locale
from babel.core import UnknownLocaleError
from babel.languages import get_official_languages
from django.utils.translation import override

from cms.common.labels import AREA_LABELS
from cms.common.languages import LANGUAGES, normalise_language_tag
from cms.common.territories import is_country
from cms.common.text import fold
from cms.editing.names import editor_language


def of_area(code):
    """Return the other names of a country, a region or the world."""
    return of_country(code) if is_country(code) else _of_region(code, editor_language())


def of_country(code):
    """Return the other names of a country; "" for what is none."""
    return _of_country(code, editor_language()) if is_country(code) else ""


def of_language(tag):
    """Return the other names of a language and its tag."""
    return _of_language(tag, editor_language())


@lru_cache(maxsize=2000)
def _of_country(code, shown_in):
    own = get_official_languages(code, regional=False, de_facto=True)
    names = [_locale(lang).territories.get(code) for lang in (*LANGUAGES, *own) if _locale(lang)]
    return _without(names, _locale(shown_in).territories.get(code))


@lru_cache(maxsize=100)
def _of_region(code, shown_in):
    names = {}
    for lang in LANGUAGES:
        with override(lang):
            names[lang] = str(AREA_LABELS.get(code, ""))
    return _without(names.values(), names.get(shown_in))


@lru_cache(maxsize=2000)
def _of_language(tag, shown_in):
    key = (normalise_language_tag(tag) or tag).replace("-", "_")
    names = [_locale(lang).languages.get(key) for lang in LANGUAGES]
    own = _locale(key)
    return _without([*names, own and own.languages.get(key), tag], _locale(shown_in).languages.get(key))


def _without(names, shown):
    """Return the names in one text, each once and none that is part of the shown one."""
    folded = fold(shown or "")
    other = {fold(name): name for name in names if name and fold(name) not in folded}
    return " · ".join(other.values())


@lru_cache(maxsize=300)
def _locale(lang):
    try:
        return Locale.parse(lang, sep="_" if "_" in lang else "-")
    except (UnknownLocaleError, ValueError):
        return None
