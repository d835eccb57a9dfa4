"""Days in words."""

from datetime import date

from babel import Locale
from babel.dates import format_date


def long_date(day: date, lang: str) -> str:
    """Return a day in words; in Basque in figures, because CLDR leaves its endings in brackets ("2026(e)ko")."""
    if lang == "eu":
        return f"{day:%Y/%m/%d}"
    return format_date(day, "long", locale=Locale.parse(lang, sep="-"))
