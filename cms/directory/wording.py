"""Facts in the words of a language: countries, languages, days and lists, from CLDR."""

from collections.abc import Iterable
from datetime import date

from babel import Locale

from cms.common.dates import long_date
from cms.common.languages import normalise_language_tag
from cms.common.territories import COUNTRIES, country_name


def countries(codes: Iterable[str], lang: str) -> str:
    """Return the names of countries; an unknown code stands for itself."""
    return _joined((country_name(code, lang) if code in COUNTRIES else code for code in codes), lang)


def languages(tags: Iterable[str], lang: str) -> str:
    """Return the names of languages."""
    return _joined((language(tag, lang) for tag in tags), lang)


def language(tag: str, lang: str) -> str:
    """Return the name of a language; the tag itself where CLDR has none."""
    names = Locale.parse(lang, sep="-").languages
    normal = normalise_language_tag(tag) or tag
    return names.get(normal.replace("-", "_")) or names.get(normal.partition("-")[0]) or tag


def labels(codes: Iterable[str], group: dict[str, str]) -> str:
    """Return the labels of codes, which are whole phrases; an unknown code stands for itself."""
    return " · ".join(group.get(code, code) for code in codes)


def day(iso: str, lang: str) -> str:
    """Return a day in words."""
    return long_date(date.fromisoformat(iso), lang)


def _joined(names: Iterable[str], lang: str) -> str:
    return ("، " if lang == "ar" else ", ").join(names)
