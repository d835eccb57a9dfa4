"""In which order a page lists organisations: the names that the API and the elements take too. Pure."""

from collections.abc import Mapping
from datetime import date

# Nearest scope first where a country is chosen; then found in names, countries, texts; then by name.
USUAL = ""
BY_NAME = "name"
VERIFIED = "-verified_on"
RELEVANT = "relevance"

ORDERS = (USUAL, BY_NAME, VERIFIED, RELEVANT)


def sorting(order: str, record: Mapping, scope: int, found: int) -> tuple[int, ...]:
    """Return what decides the place of a record before its name: `scope` 0 is nearest, `found` 0 in the name."""
    if order == VERIFIED:
        return (-_verified(record),)
    if order == BY_NAME:
        return ()
    return (found, scope) if order == RELEVANT else (scope, found)


def _verified(record):
    """Return the number of the day, 0 for never; a file may say what is no day."""
    try:
        return date.fromisoformat(record["verified_on"]).toordinal()
    except (KeyError, TypeError, ValueError):
        return 0
