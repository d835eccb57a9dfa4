"""Who verified an organisation and when, and which of its links are broken: for its edit page."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import ModelLogEntry

from cms.editing.freshness.links.results import broken_links_of
from cms.snippets.link_check import LinkCheck

# The whole history is one click away.
SHOWN = 5


@dataclass(frozen=True)
class Verification:
    """One press on “Verified today”. `by` is the name of the colleague, "" for a program."""

    at: datetime
    by: str


@dataclass(frozen=True)
class Freshness:
    """What the edit page shows: the last verifications, the newest first, and the links that are broken."""

    verifications: list[Verification]
    broken_links: list[LinkCheck]


def freshness_of(organisation) -> Freshness:
    """Return it for an organisation's row. Three queries at most."""
    return Freshness(
        verifications_of(organisation), broken_links_of([organisation.pk]).get(organisation.pk, [])
    )


def verifications_of(organisation) -> list[Verification]:
    """Return the last verifications, the newest first."""
    entries = ModelLogEntry.objects.for_instance(organisation).filter(action="defenders.verify")
    return [
        Verification(entry.timestamp, entry.user_display_name if entry.user_id else "")
        for entry in entries.select_related("user").order_by("-timestamp", "-pk")[:SHOWN]
    ]
