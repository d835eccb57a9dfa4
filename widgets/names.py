"""Names of countries and languages, lists and numbers, from CLDR."""

from collections.abc import Iterable
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import format_decimal

from cms.common.territories import COUNTRIES, country_name


def country(code: str, lang: str) -> str:
    """Return the name of a country, the code itself when it is unknown."""
    return country_name(code, lang) if code in COUNTRIES else code


@lru_cache(maxsize=2048)
def language(tag: str, lang: str) -> str:
    """Return the name of a language ("es-MX": with its territory), the tag itself when CLDR has none."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name(lang)
    except (ValueError, UnknownLocaleError):
        primary = tag.partition("-")[0]
        name = Locale.parse(lang).languages.get(primary)
    return name or tag


def number(value: int, lang: str) -> str:
    """Return a whole number as the language writes it."""
    return format_decimal(value, locale=lang)


def joined(items: Iterable[str], lang: str) -> str:
    """Return "a, b, c"."""
    return ("، " if lang == "ar" else ", ").join(items)


def listed(items: Iterable[str], lang: str) -> str:
    """Return "a, b and c"."""
    return format_list(list(items), locale=lang)
