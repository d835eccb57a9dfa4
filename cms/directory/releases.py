"""Releases: the published files as a folder of stable names, switched in one step.

    PUBLISHED_ROOT/releases/<number>-<digest>/<name>, <name>.br, <name>.gz
    PUBLISHED_ROOT/releases/<number>-<digest>/.index/<name>     what this site itself reads quickly; published nowhere
    PUBLISHED_ROOT/current -> releases/<number>-<digest>

The number says in which order releases were made, the digest is that of their manifest. A reader sees one whole release
or the other. A folder whose name ends otherwise is half made or half deleted: nobody reads it, `sweep` removes it.

A file that did not change is the same file on the disk in several releases (a hard link): none is ever written again.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from cms.directory.compression import SUFFIXES
from cms.directory.durable import sync_folder, write_synced
from cms.directory.prepared import prepared

INDEX_FOLDER = ".index"
# So many files are being written at once.
WRITERS = 4

_NAME = re.compile(r"([0-9]{6,})-([0-9a-f]{16})")
_UNFINISHED, _REMOVED = ".unfinished", ".removed"


@dataclass(frozen=True, order=True)
class Release:
    """A whole release on the disk."""

    number: int
    folder: Path

    @property
    def link(self) -> str:
        """What `current` says when this release is shown."""
        return f"releases/{self.folder.name}"

    @property
    def digest(self) -> str:
        """The beginning of the hash of its manifest."""
        return self.folder.name.rpartition("-")[2]


def current_release(root: Path) -> str | None:
    """Return what `current` points to, relative to the root, or None before the first publication."""
    try:
        return os.readlink(root / "current")
    except OSError:
        return None


def kept_releases(root: Path) -> list[Release]:
    """Return all whole releases, the newest first."""
    folder = root / "releases"
    names = os.listdir(folder) if folder.is_dir() else []
    found = [Release(int(match[1]), folder / name) for name in names if (match := _NAME.fullmatch(name))]
    return sorted(found, reverse=True)


def digest_of(files: Mapping[str, bytes]) -> str:
    """Return what tells releases apart."""
    return hashlib.sha256(files["manifest.json"]).hexdigest()[:16]


def write_release(
    root: Path,
    number: int,
    files: Mapping[str, bytes],
    indexes: Mapping[str, bytes],
    like: Path | None = None,
) -> Release:
    """Write a release beside its place and move it there when it is whole; what is the same as in `like` is linked.

    One that is there already, from a publication that died after this step, is taken as it is.
    """
    folder = root / "releases" / f"{number:06}-{digest_of(files)}"
    if folder.is_dir():
        return Release(number, folder)
    unfinished = folder.with_name(f"{folder.name}{_UNFINISHED}")
    shutil.rmtree(unfinished, ignore_errors=True)
    (unfinished / INDEX_FOLDER).mkdir(parents=True)
    same = _same_files(files, like) if like else set()
    _write_files(unfinished, files, {name for name in same if _link(like, unfinished, name)})
    for name, content in indexes.items():
        write_synced(unfinished / INDEX_FOLDER / name, content)
    sync_folder(unfinished / INDEX_FOLDER)
    sync_folder(unfinished)
    unfinished.rename(folder)
    sync_folder(folder.parent)
    return Release(number, folder)


def switch(root: Path, release: str) -> None:
    """Make a release the current one, in one step."""
    link = root / "next"
    link.unlink(missing_ok=True)
    link.symlink_to(release)
    link.replace(root / "current")
    sync_folder(root)


def remove_release(folder: Path) -> None:
    """Delete a release: nobody takes what is half deleted for a release."""
    removed = folder.with_name(f"{folder.name}{_REMOVED}")
    shutil.rmtree(removed, ignore_errors=True)
    folder.rename(removed)
    shutil.rmtree(removed)


def sweep(root: Path) -> None:
    """Delete what a publication that died left behind, and whatever else is no release but the one that is shown."""
    (root / "next").unlink(missing_ok=True)
    folder = root / "releases"
    for entry in folder.iterdir() if folder.is_dir() else ():
        if _NAME.fullmatch(entry.name) or f"releases/{entry.name}" == current_release(root):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


def hashes_in(folder: Path) -> dict[str, str]:
    """Return {file name: hash} of a release."""
    return _hashes((folder / "manifest.json").read_bytes())


def _write_files(unfinished, files, linked):
    # In threads, because each waits for the disk.
    with prepared(files) as ready, ThreadPoolExecutor(WRITERS) as threads:

        def write(name, suffix):
            content = ready.form(name, suffix) if suffix else ready[name]
            write_synced(unfinished / f"{name}{suffix}", content)

        new = [name for name in files if name not in linked]
        tasks = [threads.submit(write, name, suffix) for suffix in ("", *SUFFIXES) for name in new]
        for task in tasks:
            task.result()


def _same_files(files, like):
    """Return the names of those files that have the same content in a release before."""
    before = hashes_in(like)
    return {name for name, sha256 in _hashes(files["manifest.json"]).items() if before.get(name) == sha256}


def _hashes(manifest):
    return {name: entry["sha256"] for name, entry in json.loads(manifest)["files"].items()}


def _link(like, unfinished, name):
    """Say whether the file and its encoded forms could be linked; a file system may know no links."""
    names = [f"{name}{suffix}" for suffix in ("", *SUFFIXES)]
    try:
        for each in names:
            os.link(like / each, unfinished / each)
    except OSError:
        for each in names:
            (unfinished / each).unlink(missing_ok=True)
        return False
    return True
