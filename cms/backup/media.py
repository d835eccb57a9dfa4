"""Uploaded files: which ones the rows name, and how all of them are exchanged in one go.

Only what a row names is in an archive: what was deleted in the editor and still lies about is not.
Sizes of pictures that were made from others are included: their addresses stay the same, and nothing has to be made on
the day of a restoration.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from django.apps import apps
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import models

from cms.backup.errors import BackupError
from cms.backup.manifest import File, is_safe_name

# Below the folder itself: it may be a disk of its own, and nothing is renamed across disks.
NEW, ASIDE, BEFORE = OURS = ".restoring", ".setting-aside", ".before-restore"


def root() -> Path | None:
    """Return the folder of uploads; None when they lie in another kind of storage."""
    return Path(default_storage.location) if isinstance(default_storage, FileSystemStorage) else None


def names_in(rows: Callable[[str], list[tuple]], quoted: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """Return (names in the folder of uploads, names in other storages), as the rows of a database name them."""
    here: set[str] = set()
    elsewhere: set[str] = set()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.FileField) and model._meta.managed and not model._meta.proxy:
                found = rows(
                    f"SELECT DISTINCT {quoted(field.column)} FROM {quoted(model._meta.db_table)}"  # noqa: S608
                )
                is_here = root() is not None and _is_default(field.storage)
                (here if is_here else elsewhere).update(name for (name,) in found if name)
    unsafe = [name for name in here if not is_safe_name(name)]
    if unsafe:
        raise BackupError(f"A row names a file outside the folder for uploads: {unsafe[0]}.")
    return sorted(here), sorted(elsewhere)


def _is_default(storage):
    return storage is default_storage or getattr(storage, "location", None) == default_storage.location


def opened(name: str) -> tuple[int, BinaryIO] | None:
    """Return (size, file) of an uploaded file; None for one that is not there."""
    try:
        file = (root() / name).open("rb")
    except FileNotFoundError:
        return None
    return os.fstat(file.fileno()).st_size, file


def put(file: File, pieces: Iterator[bytes]) -> None:
    """Write a file of an archive beside those that are in use."""
    path = root() / NEW / file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as target:
        for piece in pieces:
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    if default_storage.file_permissions_mode is not None:
        path.chmod(default_storage.file_permissions_mode)


def begin() -> None:
    """Make room for the files of an archive."""
    forget_new()
    (root() / NEW).mkdir(parents=True, mode=0o700)


def exchange() -> None:
    """Put the files of the archive in the place of those that are in use, which are kept for now."""
    folder = root()
    (folder / ASIDE).mkdir(mode=0o700)
    _move(folder, folder / ASIDE)
    for path in _entries(folder / NEW):
        # Who may look into a folder stays as it was set up.
        if (folder / ASIDE / path.name).is_dir():
            shutil.copymode(folder / ASIDE / path.name, path)
    (folder / ASIDE).rename(folder / BEFORE)
    _move(folder / NEW, folder)
    (folder / NEW).rmdir()


def put_back() -> None:
    """Use the files again that were in use before, wherever their exchange ended."""
    folder = root()
    if (folder / BEFORE).exists():
        for path in _entries(folder):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        (folder / BEFORE).rename(folder / ASIDE)
    if (folder / ASIDE).exists():
        _move(folder / ASIDE, folder)
        (folder / ASIDE).rmdir()
    forget_new()


def forget_new() -> None:
    """Delete what was unpacked and not used."""
    shutil.rmtree(root() / NEW, ignore_errors=True)


def forget_before() -> None:
    """Delete what was in use before."""
    shutil.rmtree(root() / BEFORE, ignore_errors=True)


def _entries(folder):
    return [path for path in folder.iterdir() if path.name not in OURS]


def _move(source, target):
    for path in _entries(source):
        path.rename(target / path.name)
