"""The last releases are kept, so that somebody can go back to one, and hold no more than what is public now.

A file in the root names the release that is shown on purpose although a newer one is there.
"""

import logging
import time
from collections.abc import Mapping, Set
from pathlib import Path

from cms.conf import defenders_settings
from cms.directory import manifest, releases
from cms.directory.durable import replace_file, sync_folder
from cms.directory.indexes import build_indexes
from cms.directory.json_bytes import as_json
from cms.directory.lock import publication_lock
from cms.directory.origin import base_of, items_in, origin_files, origin_of, without
from cms.directory.public_items import items_of
from cms.directory.purge import NotPurged, purged
from cms.directory.releases import Release
from cms.directory.snapshot import derived_files, directories_of

logger = logging.getLogger("cms.publish")

# The shown one counts.
KEPT = 5

CHOSEN = "chosen"
# An editor who takes something away waits: where there are so many organisations that all releases cannot be made anew
# in this time (seconds), the oldest are deleted instead. What is shown is always purged.
PURGE_SECONDS = 5

# Names the release of which nothing older holds more.
CHECKED = "checked"


def chosen_release(root: Path) -> Release | None:
    """Return the release somebody went back to, None when the newest is shown."""
    try:
        number = int((root / CHOSEN).read_text())
    except (FileNotFoundError, ValueError):
        return None
    return next((one for one in releases.kept_releases(root) if one.number == number), None)


def go_back(root: Path, number: str) -> bool:
    """Show the release of a number until `resume`, whatever is published meanwhile; False when there is none."""
    if not releases.kept_releases(root):
        return False
    with publication_lock(root):
        found = [one for one in releases.kept_releases(root) if str(one.number) == number]
        if found:
            replace_file(root / CHOSEN, number.encode())
            releases.switch(root, found[0].link)
        return bool(found)


def resume(root: Path) -> None:
    """Let the next publication show the newest release again."""
    (root / CHOSEN).unlink(missing_ok=True)
    sync_folder(root)


def shown_release(root: Path) -> Release | None:
    """Return the release that is to be shown: the chosen one, or else the newest."""
    return chosen_release(root) or next(iter(releases.kept_releases(root)), None)


def show(root: Path) -> bool:
    """Make it the current one; say whether another one was."""
    release = shown_release(root)
    if release is None or releases.current_release(root) == release.link:
        return False
    releases.switch(root, release.link)
    return True


def drop_oldest(root: Path) -> None:
    """Delete all releases but the last `KEPT`; the shown one is always among them."""
    shown = shown_release(root)
    others = [one for one in releases.kept_releases(root) if one != shown]
    for release in others[KEPT - 1 :]:
        releases.remove_release(release.folder)


def is_checked(root: Path, newest: Release) -> bool:
    """Say whether all that is kept was purged of what the newest release does not have."""
    try:
        return (root / CHECKED).read_text() == newest.folder.name
    except FileNotFoundError:
        return False


def note_checked(root: Path, newest: Release) -> None:
    """Remember that all that is kept was purged of what the newest release does not have."""
    replace_file(root / CHECKED, newest.folder.name.encode())


def purge_kept(root: Path, now: Mapping[str, dict], public: Set[bytes]) -> bool:
    """Take out of every release what is not in {file name: data} of what is public, whose items are `public`.

    Return whether the current one changed. A release that cannot be purged is deleted; the newest is not, and the
    publication fails.
    """
    before = releases.current_release(root)
    deadline = time.monotonic() + PURGE_SECONDS
    found = releases.kept_releases(root)
    needed = {shown_release(root), *found[:1]}
    # First what everybody reads.
    for release in sorted(found, key=lambda one: one not in needed):
        try:
            if items_in(release, defenders_settings.BASE_URL) <= public:
                continue
            if time.monotonic() > deadline and release not in needed:
                raise NotPurged("Purging takes too long.")
            _purge(root, release, now, public)
        except Exception:
            newest = releases.kept_releases(root)[0]
            if release == newest:
                raise
            logger.exception("Release %s cannot be purged; it is deleted.", release.folder.name)
            if release == chosen_release(root):
                resume(root)
            show(root)
            releases.remove_release(release.folder)
    return releases.current_release(root) != before


def _purge(root, release, now, public):
    own_site = defenders_settings.BASE_URL
    base = purged(base_of(release), now, public, own_site)
    as_of = manifest.as_of((release.folder / manifest.NAME).read_bytes())
    directories = directories_of(base)
    files = {name: as_json(data) for name, data in base.items()} | derived_files(directories)
    files[manifest.NAME] = manifest.manifest_of(files, as_of)
    origin = origin_files(without(origin_of(release), base), items_of(base, own_site))
    indexes = build_indexes(directories, files) | origin
    clean = releases.write_release(root, release.number, files, indexes, like=release.folder)
    if clean == release:
        return
    if releases.current_release(root) == release.link:
        releases.switch(root, clean.link)
    releases.remove_release(release.folder)
