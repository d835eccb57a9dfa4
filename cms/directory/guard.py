"""Many organisations do not disappear by accident: a publication without them waits until a person says so.

What was withdrawn, unpublished, deleted or has expired counts as said (see `removals`). What disappears otherwise is
most often a mistake: a copy of the database that was not complete, a wrong address of the database, a slip in a script.
"""

import json
from collections.abc import Set
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from cms.conf import defenders_settings
from cms.directory.durable import replace_file
from cms.directory.json_bytes import as_json
from cms.directory.markers import HELD
from cms.directory.origin import base_of, origin_of
from cms.directory.releases import Release, kept_releases
from cms.directory.removals import Gone, gone_organisations
from cms.directory.visibility import public_organisations

# In a small directory one organisation is many per cent: fewer than these are no reason to wait, unless none is left.
SMALLEST_LOSS = 3


@dataclass(frozen=True)
class Loss:
    """What of a release with `total` organisations is `gone`, and how many are `left`."""

    total: int = 0
    left: int = 0
    gone: Gone = field(default_factory=Gone)

    @property
    def is_too_large(self) -> bool:
        """Whether a publication has to wait."""
        lost = len(self.gone.unrecorded)
        is_large = lost > defenders_settings.LARGEST_LOSS * self.total
        return is_large and (lost >= SMALLEST_LOSS or not self.left)


class PublicationHeld(Exception):
    """A publication waits for a person; what was taken away on purpose is gone from the files all the same."""

    def __init__(self, loss: Loss, is_new: bool):
        self.loss, self.is_new = loss, is_new
        super().__init__(
            f"Nothing new was published: {len(loss.gone.unrecorded)} of {loss.total} public organisations are gone "
            "from the database, and nobody withdrew, unpublished or deleted them. Withdrawals go on being published. "
            "See whether the right database is connected and complete; if they shall really disappear, run "
            "manage.py publish --accept-removals."
        )


@dataclass(frozen=True)
class Held:
    """Since when a publication is held, and how many of how many organisations would disappear."""

    since: datetime
    lost: int
    total: int


def loss_of(newest: Release | None, present: Set[str], accepted: Set[str] = frozenset()) -> Loss:
    """Return what of the newest release is gone; `present` are the ids of who is public, `accepted` of who may go."""
    if newest is None:
        return Loss()
    origin = origin_of(newest)
    published = frozenset(origin.keys.get("organisations") or _ids_in(newest))
    gone = gone_organisations(published - present, origin)
    gone = Gone(gone.recorded | (gone.unrecorded & accepted), gone.unrecorded - accepted)
    return Loss(len(published), len(published & present), gone)


def lost_organisations(root: Path) -> dict[str, str]:
    """Return {id: name} of the published organisations that are gone for no reason that anybody can see, by name."""
    newest = next(iter(kept_releases(root)), None)
    if newest is None:
        return {}
    present = frozenset(str(uuid) for uuid in public_organisations().values_list("uuid", flat=True))
    lost = loss_of(newest, present).gone.unrecorded
    return {record["id"]: record["name"] for record in _records_in(newest) if record["id"] in lost}


def hold(root: Path, loss: Loss) -> bool:
    """Note that a publication is held; say whether it was not before."""
    before = held(root)
    since = before.since if before else timezone.now()
    now = Held(since, len(loss.gone.unrecorded), loss.total)
    if now != before:
        known = {"since": since.isoformat(), "lost": now.lost, "total": now.total}
        replace_file(root / HELD, as_json(known))
    return before is None


def held(root: Path) -> Held | None:
    """Return what is held, None when nothing is."""
    try:
        known = json.loads((root / HELD).read_bytes())
    except FileNotFoundError:
        return None
    return Held(datetime.fromisoformat(known["since"]), known["lost"], known["total"])


def end_hold(root: Path) -> None:
    """Note that nothing is held any more."""
    (root / HELD).unlink(missing_ok=True)


def _ids_in(release):
    return [record["id"] for record in _records_in(release)]


def _records_in(release):
    base = base_of(release)
    name = next(name for name in base if name.startswith("directory."))
    return base[name]["organisations"]
