"""What an older state of the database would make public again, told from what was published last.

A record returns if it is not in the newest release, or if it has a contact, an address, a website or a point on the map
that the release has not. Such records are withdrawn at once, which anybody with the right to publish can end. Guidance
pages likewise, by their neutral names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain

from wagtail.models import Page

from cms.conf import defenders_settings
from cms.directory.kinds import KINDS
from cms.directory.origin import base_of
from cms.directory.public_items import neutral_items, records_of
from cms.directory.releases import kept_releases
from cms.directory.snapshot import build_base, take_snapshot
from cms.directory.visibility import public_pages
from cms.pages.base import DefendersPage
from cms.snippets.organisation import Organisation
from cms.snippets.page_withdrawal import withdraw_page

MODELS = {"organisations": Organisation} | {kind.name: kind.model for kind in KINDS}
REASON = "Restored from a backup: it was not public, or not like this, when the site was published last."


@dataclass(frozen=True)
class Returned:
    """Names of what was withdrawn; None when there is no release to compare with."""

    names: list[str] | None


def withdraw_what_returned(today: date) -> Returned:
    """Withdraw whatever the newest release does not hold."""
    newest = next(iter(kept_releases(defenders_settings.PUBLISHED_ROOT)), None)
    if newest is None:
        return Returned(None)
    released, now = base_of(newest), build_base(take_snapshot(today))
    names = []
    for kind, uuids in returned_records(released, now).items():
        for row in MODELS[kind].objects.filter(uuid__in=uuids):
            row.withdraw(reason=REASON)
            names.append(str(row))
    for page in _returned_pages(_page_keys(released)):
        withdraw_page(page, reason=REASON)
        names.append(str(page))
    return Returned(names)


def returned_records(released: Mapping[str, dict], now: Mapping[str, dict]) -> dict[str, set[str]]:
    """Return {kind: ids} of the records with anything that no record of the release has."""
    before = {
        item
        for data in released.values()
        for kind, one in records_of(data)
        for item in neutral_items(kind, one)
    }
    found: dict[str, set[str]] = {}
    for kind, record in chain.from_iterable(records_of(data) for data in now.values()):
        if any(item not in before for item in neutral_items(kind, record)):
            found.setdefault(kind, set()).add(record["id"])
    return found


def _page_keys(released):
    return {key for data in released.values() for key in data.get("pages", {})}


def _returned_pages(keys) -> list[Page]:
    """Return one language of each public page that has a neutral name which the release does not know."""
    pages = (page for page in public_pages().specific() if isinstance(page, DefendersPage))
    return list({page.translation_key: page for page in pages if page.key and page.key not in keys}.values())
