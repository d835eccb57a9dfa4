"""Publication: what is public now becomes the current release (see `releases`).

A publication that dies at any step leaves the release before in place, and the next one clears up. Two publications
wait for each other and the later one reads the database last. Older releases are kept, purged (see `kept`). When many
organisations would disappear, it waits for a person (see `guard`), as after a restoration (see `restored`).
"""

import logging
from collections.abc import Mapping, Set
from datetime import UTC, date, datetime

from cms.conf import defenders_settings
from cms.directory import guard, kept, manifest, releases, restored
from cms.directory.dating import date_changed_records
from cms.directory.delivery import delivered
from cms.directory.garbage import no_collections
from cms.directory.guard import PublicationHeld
from cms.directory.indexes import build_indexes
from cms.directory.lock import publication_lock
from cms.directory.machines import one_machine_at_a_time
from cms.directory.markers import (
    FAILURE,
    files_are_behind,
    may_show_too_much,
    note_failure,
    told_how_it_went,
)
from cms.directory.origin import base_of, origin_files, origin_of, origin_of_snapshot
from cms.directory.prepared import PreparedFiles
from cms.directory.public_items import items_of
from cms.directory.removals import record_acceptance
from cms.directory.snapshot import build_base, build_files, directories_of, take_snapshot
from cms.directory.still_shown import spared, what_is_still_shown
from cms.directory.unseen_pictures import forget_unseen_pictures
from cms.snippets.erased import empty_log

__all__ = [
    "FAILURE",
    "PublicationHeld",
    "accept_removals",
    "accept_restored",
    "files_are_behind",
    "may_show_too_much",
    "publish",
    "publish_or_log",
    "today_utc",
]

logger = logging.getLogger("cms.publish")


def today_utc() -> date:
    """Return the UTC day, on which published files depend."""
    return datetime.now(UTC).date()


def publish(today: date | None = None, accepted: Set[str] = frozenset()) -> bool:
    """Publish what is public now; return whether the published files changed.

    `accepted` are the ids of organisations that may disappear although nobody took them away. Raises `PublicationHeld`
    when too many others would, and `lock.PublicationBusy` when another publication takes too long.
    """
    root = defenders_settings.PUBLISHED_ROOT
    root.mkdir(parents=True, exist_ok=True)
    with (
        publication_lock(root),
        one_machine_at_a_time(),
        no_collections(),
        told_how_it_went(root, harmless=PublicationHeld),
        delivered(root, even_after=PublicationHeld),
    ):
        # Not before the lock is ours: who waited over midnight would publish yesterday.
        today = today or today_utc()
        releases.sweep(root)
        made_at = datetime.now(UTC)
        snapshot = take_snapshot(today)
        newest = next(iter(releases.kept_releases(root)), None)
        loss = guard.loss_of(newest, {str(one.row.uuid) for one in snapshot.organisations}, accepted)
        waits = restored.is_held_after_restoration(root)
        if newest and (waits or loss.is_too_large):
            _publish_removals(root, newest, build_base(snapshot), loss, today)
        if waits:
            raise restored.HeldAfterRestoration(root)
        if loss.is_too_large:
            raise PublicationHeld(loss, is_new=guard.hold(root, loss))
        date_changed_records(snapshot)
        base = build_base(snapshot)
        changed = _publish_all(root, newest, base, origin_of_snapshot(snapshot, made_at, base), today)
        forget_unseen_pictures(today)
        guard.end_hold(root)
    # What somebody else's reading held back when it was erased.
    empty_log()
    return changed


def accept_removals(lost: Mapping[str, str], user=None) -> bool:
    """Publish although these organisations ({id: name}) disappear, and say so in their history.

    Returns and raises what `publish` does.
    """
    newest = next(iter(releases.kept_releases(defenders_settings.PUBLISHED_ROOT)), None)
    if newest:
        record_acceptance(lost, origin_of(newest), user)
    return publish(accepted=frozenset(lost))


def accept_restored() -> bool:
    """Publish what a restored backup holds, whoever is missing in it; returns and raises what `publish` does."""
    root = defenders_settings.PUBLISHED_ROOT
    restored.end_hold_after_restoration(root)
    return accept_removals(guard.lost_organisations(root))


def publish_or_log() -> None:
    """Publish; a failure is logged and left to the next publication, so that no editor loses what was saved."""
    try:
        publish()
    except PublicationHeld as held:
        if held.is_new:
            logger.error("%s", held)
    except Exception:
        logger.exception("The public files could not be published; the ones before stay in place.")
        note_failure(defenders_settings.PUBLISHED_ROOT)


def _publish_all(root, newest, base, origin, today):
    """Write a release, show it and purge those before; say whether what is shown changed."""
    with PreparedFiles(releases.hashes_in(newest.folder) if newest else None, root) as files:
        build_files(base, into=files)
        files[manifest.NAME] = manifest.manifest_of(files, today.isoformat())
        is_new = newest is None or newest.digest != releases.digest_of(files)
        if is_new or not kept.is_checked(root, newest):
            public = items_of(base, defenders_settings.BASE_URL)
            if is_new:
                indexes = build_indexes(directories_of(base), files) | origin_files(origin, public)
                number, like = (newest.number + 1, newest.folder) if newest else (1, None)
                newest = releases.write_release(root, number, files, indexes, like)
            changed = kept.show(root)
            kept.drop_oldest(root)
            changed |= kept.purge_kept(root, base, public)
            kept.note_checked(root, newest)
        else:
            changed = kept.show(root)
    return changed


def _publish_removals(root, newest, now, loss, today):
    """Take what was taken away on purpose out of all releases, and nothing else."""
    origin, shown = origin_of(newest), base_of(newest)
    spare = spared(shown, now, loss.gone, origin, today)
    left = what_is_still_shown(shown, now, spare)
    kept.purge_kept(root, left, items_of(left, defenders_settings.BASE_URL))
    kept.show(root)
    forget_unseen_pictures(today, spare.all_ids)
