"""Making an archive: consistent, whole or not there at all, readable for its owner alone."""

import contextlib
import errno
import fcntl
import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from cms.backup import archive, media, retention, versions
from cms.backup.databases import database_of
from cms.backup.encryption import SUFFIXES, encrypted, program_for
from cms.backup.errors import BackupError
from cms.backup.manifest import Manifest
from cms.conf import defenders_settings
from cms.directory.durable import sync_folder


@dataclass(frozen=True)
class Taken:
    """A backup that was made: where it is, its SHA-256, what is in it, and which older ones went."""

    path: Path
    sha256: str
    manifest: Manifest
    dropped: list[Path]


def take_backup(target: Path, recipients: Sequence[str] = (), keep: int | None = None) -> Taken:
    """Write an archive into a folder; raises `BackupError`, and then leaves what was there before."""
    suffix = SUFFIXES[program_for(recipients)]
    _refuse_wrong(target)
    with _alone_in(target), _told_in_sentences(target):
        retention.drop_unfinished(target)
        made_at = datetime.now(UTC).replace(microsecond=0)
        path = target / retention.name_of(made_at, suffix)
        if path.exists():
            raise BackupError(f"{path} is there already: wait a second.")
        unfinished = path.with_name(f".{path.name}{retention.UNFINISHED}")
        try:
            manifest = _write(unfinished, recipients, made_at)
            with unfinished.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            unfinished.rename(path)
            sync_folder(target)
        finally:
            unfinished.unlink(missing_ok=True)
        return Taken(path, digest, manifest, retention.drop_older(target, keep) if keep else [])


def _write(path, recipients, made_at):
    database = database_of(connection)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file, database.dumped() as dump:
        names, elsewhere = media.names_in(dump.rows, connection.ops.quote_name)
        about = versions.about(made_at, database.name, dump)
        with encrypted(file, recipients) as stream:
            manifest = archive.write(stream, about, dump.pieces, names, media.opened, elsewhere)
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _refuse_wrong(target):
    if not target.is_dir():
        raise BackupError(f"{target} is no folder: make one that only this site's user can read.")
    served = (settings.MEDIA_ROOT, settings.STATIC_ROOT, defenders_settings.PUBLISHED_ROOT)
    for folder in (Path(one).resolve() for one in served if one):
        if target.resolve().is_relative_to(folder):
            raise BackupError(
                f"{target} lies in {folder}, which web servers show to everybody: choose another folder."
            )


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder, which the system takes from whoever dies."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise BackupError(f"Another backup is being written to {folder}.") from None
    else:
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _told_in_sentences(target):
    try:
        yield
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise BackupError(
                f"There is no room left in {target}. Earlier backups are untouched; nothing of this one is left."
            ) from problem
        raise BackupError(f"The backup could not be written to {target}: {problem.strerror}.") from problem
