"""Names of countries and languages, lists and numbers, from CLDR."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import format_decimal

from cms.common.territories import COUNTRIES, country_name

# Spanish says "e" for "y" and "u" for "o" where the next word begins with the same sound; Babel's lists do not.
_SPANISH_PAIRS = (
    (" y ", " e ", re.compile(r"[ií]|h[ií](?![ae])", re.IGNORECASE)),
    (" o ", " u ", re.compile(r"h?[oó]", re.IGNORECASE)),
)


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


def listed(items: Iterable[str], lang: str, style: Literal["standard", "or"] = "standard") -> str:
    """Return "a, b and c", or "a, b or c"."""
    items = list(items)
    text = format_list(items, style=style, locale=lang)
    if lang != "es" or len(items) < 2:
        return text
    last = items[-1]
    for usual, changed, sound in _SPANISH_PAIRS:
        if sound.match(last) and text.endswith(usual + last):
            return text.removesuffix(usual + last) + changed + last
    return text
