"""Releases: the published files as a folder of stable names, switched in one step.

    PUBLISHED_ROOT/releases/<digest>/<name>, <name>.br, <name>.gz
    PUBLISHED_ROOT/releases/<digest>/.index/<name>      what this site itself reads quickly; published nowhere
    PUBLISHED_ROOT/current -> releases/<digest>

A reader sees one whole release or the other.
"""

import gzip
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import brotli

INDEX_FOLDER = ".index"


def current_release(root: Path) -> str | None:
    """Return what `current` points to, relative to the root, or None before the first publication."""
    try:
        return os.readlink(root / "current")
    except OSError:
        return None


def write_release(folder: Path, files: Mapping[str, bytes], indexes: Mapping[str, bytes]) -> None:
    """Write a release beside its place and move it there when it is whole."""
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)
    (unfinished / INDEX_FOLDER).mkdir(parents=True)
    for name, content in files.items():
        _write(unfinished / name, content)
        _write(unfinished / f"{name}.br", brotli.compress(content, quality=9))
        # mtime=0: the same content gives the same bytes.
        _write(unfinished / f"{name}.gz", gzip.compress(content, compresslevel=9, mtime=0))
    for name, content in indexes.items():
        _write(unfinished / INDEX_FOLDER / name, content)
    unfinished.rename(folder)


def switch(root: Path, release: str) -> None:
    """Make a release the current one, in one step."""
    link = root / "next"
    link.unlink(missing_ok=True)
    link.symlink_to(release)
    link.replace(root / "current")


def remove_other_releases(root: Path, release: str) -> None:
    """Delete all releases but one: what was withdrawn must not lie about."""
    for folder in (root / "releases").iterdir():
        if f"releases/{folder.name}" != release:
            shutil.rmtree(folder)


def _write(path, content):
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
