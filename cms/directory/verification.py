"""How far a verification can still be trusted. Pure; the browser computes the same from the same two dates."""

from datetime import date


def verification_state(verified_on: date | None, review_due: date | None, today: date) -> str:
    """Return "unverified", "current" (up to and on `review_due`), "due" (for a year after it) or "expired"."""
    if verified_on is None:
        return "unverified"
    if review_due is None or today <= review_due:
        return "current"
    return "due" if today <= _a_year_after(review_due) else "expired"


def _a_year_after(day):
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)
