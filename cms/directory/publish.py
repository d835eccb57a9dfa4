"""Publication: what is public now becomes the current release (see `releases`).

A publication that dies at any step leaves the release before in place. Two publications wait for each other and the
later one reads the database last.
"""

import contextlib
import logging
from datetime import UTC, date, datetime

from cms.conf import defenders_settings
from cms.directory import manifest, releases
from cms.directory.dating import date_changed_records
from cms.directory.indexes import build_indexes
from cms.directory.lock import publication_lock
from cms.directory.snapshot import build_base, build_files, directories_of, take_snapshot
from cms.directory.unseen_pictures import forget_unseen_pictures

logger = logging.getLogger("cms.publish")

# A file of this name in the root says that the last publication failed.
FAILURE = "failed"


def today_utc() -> date:
    """Return the UTC day, on which published files depend."""
    return datetime.now(UTC).date()


def publish(today: date | None = None) -> bool:
    """Publish what is public now; return whether the published files changed.

    Raises `lock.PublicationBusy` when another publication takes too long.
    """
    root = defenders_settings.PUBLISHED_ROOT
    root.mkdir(parents=True, exist_ok=True)
    with publication_lock(root):
        # Not before the lock is ours: who waited over midnight would publish yesterday.
        today = today or today_utc()
        releases.sweep(root)
        snapshot = take_snapshot(today)
        date_changed_records(snapshot)
        base = build_base(snapshot)
        files = build_files(base)
        files[manifest.NAME] = manifest.manifest_of(files, today.isoformat())
        changed = _make_current(root, files, base)
        forget_unseen_pictures(today)
        (root / FAILURE).unlink(missing_ok=True)
    return changed


def _make_current(root, files, base):
    before = releases.kept_releases(root)
    if before and before[0].digest == releases.digest_of(files):
        newest = before[0]
    else:
        like = before[0].folder if before else None
        number = before[0].number + 1 if before else 1
        newest = releases.write_release(root, number, files, build_indexes(directories_of(base), files), like)
    changed = releases.current_release(root) != newest.link
    if changed:
        releases.switch(root, newest.link)
    for release in before:
        if release != newest:
            releases.remove_release(release.folder)
    return changed


def publish_or_log() -> None:
    """Publish; a failure is logged and left to the next publication, so that no editor loses what was saved."""
    try:
        publish()
    except Exception:
        logger.exception("The public files could not be published; the ones before stay in place.")
        with contextlib.suppress(OSError):
            (defenders_settings.PUBLISHED_ROOT / FAILURE).touch()


def files_are_behind() -> bool:
    """Say whether the last publication failed, so that the files may still hold what is not public any more."""
    return (defenders_settings.PUBLISHED_ROOT / FAILURE).exists()
