"""Days in records. Pure."""

from datetime import date


def iso_day(day: date | None) -> str | None:
    """Return a day as records have it ("2026-11-22"), None for none."""
    return day.isoformat() if day else None


def day_of(iso: str | None) -> date | None:
    """Return the day a record has, None for none."""
    return date.fromisoformat(iso) if iso else None
