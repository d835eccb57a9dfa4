"""Publication: what is public now becomes the current release (see `releases`).

A publication that dies at any step leaves the release before in place. Two publications wait for each other and the
later one reads the database last.
"""

import contextlib
import fcntl
import hashlib
import logging
import time
from datetime import UTC, date, datetime

from cms.conf import defenders_settings
from cms.directory import releases
from cms.directory.indexes import build_indexes
from cms.directory.open_data.terms import terms_of_file
from cms.directory.snapshot import (
    SCHEMA_VERSION,
    as_json,
    build_base,
    build_files,
    directories_of,
    take_snapshot,
)
from cms.directory.unseen_pictures import forget_unseen_pictures

logger = logging.getLogger("cms.publish")

# An editor's save waits no longer than this for another publication; the timer catches up.
LOCK_SECONDS = 20

# A file of this name in the root says that the last publication failed.
FAILURE = "failed"


class PublicationBusy(Exception):
    """Another publication holds the lock."""


def today_utc() -> date:
    """Return the UTC day, on which published files depend."""
    return datetime.now(UTC).date()


def publish(today: date | None = None) -> bool:
    """Publish what is public now; return whether the published files changed.

    Raises `PublicationBusy` when another publication holds the lock for longer than `LOCK_SECONDS`.
    """
    root = defenders_settings.PUBLISHED_ROOT
    root.mkdir(parents=True, exist_ok=True)
    with _publication_lock(root):
        # Not before the lock is ours: who waited over midnight would publish yesterday.
        today = today or today_utc()
        snapshot = take_snapshot(today)
        if date_changed_records(snapshot):
            snapshot = take_snapshot(today)
        base = build_base(snapshot)
        files = build_files(base)
        files["manifest.json"] = as_json(_manifest(files, today))
        release = f"releases/{hashlib.sha256(files['manifest.json']).hexdigest()[:16]}"
        changed = releases.current_release(root) != release
        if changed:
            releases.write_release(root / release, files, build_indexes(directories_of(base), files))
            releases.switch(root, release)
        releases.remove_other_releases(root, release)
        forget_unseen_pictures(today)
        (root / FAILURE).unlink(missing_ok=True)
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


def date_changed_records(snapshot) -> bool:
    """Set `updated_on` of everything whose public record is not the one dated last; say if there was any."""
    changed = False
    for model, row, facts in snapshot.dated_facts():
        digest = hashlib.sha256(as_json(facts)).hexdigest()
        if digest != row.public_digest:
            changed = True
            model.objects.filter(pk=row.pk).update(public_digest=digest, updated_on=snapshot.today)
    return changed


@contextlib.contextmanager
def _publication_lock(root):
    deadline = time.monotonic() + LOCK_SECONDS
    with (root / "lock").open("a") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise PublicationBusy(
                        f"Another publication has been running for {LOCK_SECONDS} s."
                    ) from None
                time.sleep(0.05)
        yield


def _manifest(files, today):
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": today.isoformat(),
        "files": {
            name: {
                "sha256": hashlib.sha256(content).hexdigest(),
                "bytes": len(content),
                **terms_of_file(name),
            }
            for name, content in sorted(files.items())
        },
    }
