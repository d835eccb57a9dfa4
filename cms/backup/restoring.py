"""Putting an archive in the place of what is there: all of it or nothing, and nothing of it published by itself."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection

from cms.backup import archive, media, versions
from cms.backup.databases import database_of
from cms.backup.encryption import decrypted
from cms.backup.errors import BackupError
from cms.backup.manifest import Manifest
from cms.backup.returned import Returned, withdraw_what_returned
from cms.conf import defenders_settings
from cms.directory import publish
from cms.directory.changes import publish_nothing
from cms.directory.restored import (
    end_hold_after_restoration,
    hold_after_restoration,
    is_held_after_restoration,
)

INTERRUPTED = "A restoration was interrupted. Run manage.py restore --put-back to have again what was there."


@dataclass(frozen=True)
class Restored:
    """What was restored, what was withdrawn because it would have come back, and which files nobody has."""

    manifest: Manifest
    returned: Returned
    lost_elsewhere: list[str]


def verified(path: Path, identity: Path | None = None) -> Manifest:
    """Read an archive to its end and return its manifest; raises `BadArchive` for one that this site cannot use."""
    if not path.is_file():
        raise BackupError(f"{path} is no file.")
    with decrypted(path, identity) as stream:
        manifest = archive.verify(stream)
        # What follows the manifest is nothing; a program that decrypts finds out at its end what was changed.
        while stream.read(archive.READ):
            pass
    versions.refuse_foreign(manifest.about, database_of(connection).name)
    return manifest


def restore_backup(path: Path, identity: Path | None = None, replace: bool = False) -> Restored:
    """Restore an archive; raises `BackupError`, and then everything is as it was before."""
    manifest = verified(path, identity)
    database = database_of(connection)
    tables = database.tables()
    if database.is_undecided():
        raise BackupError(INTERRUPTED)
    if tables and not replace:
        raise BackupError(
            f"The database is not empty, it has {len(tables)} tables. "
            "With --replace all of it goes, uploaded files too."
        )
    _refuse_without_room(manifest)
    with _all_or_nothing(database, manifest):
        with decrypted(path, identity) as stream:
            archive.unpack(stream, manifest, database.load, media.put)
        ContentType.objects.clear_cache()
        with publish_nothing():
            call_command("migrate", interactive=False, verbosity=0)
            returned = withdraw_what_returned(publish.today_utc())
        if media.root():
            media.exchange()
    _forget_visits()
    return Restored(manifest, returned, _lost(manifest))


def put_back() -> bool:
    """Undo a restoration that was interrupted; say whether there was one."""
    database = database_of(connection)
    if not database.is_undecided():
        return False
    _undo(database)
    return True


@contextlib.contextmanager
def _all_or_nothing(database, manifest) -> Iterator[None]:
    root = defenders_settings.PUBLISHED_ROOT
    was_held = is_held_after_restoration(root)
    hold_after_restoration(root, manifest.about.made_at)
    try:
        if media.root():
            media.begin()
        database.keep()
        yield
    except BaseException as problem:
        _undo(database)
        if not was_held:
            end_hold_after_restoration(root)
        if isinstance(problem, OSError):
            raise BackupError(f"Nothing was restored: {problem}. Everything is as it was.") from problem
        raise
    # From here on the restoration counts: what is left of before is only cleared away.
    database.forget()
    if media.root():
        media.forget_before()


def _undo(database):
    if media.root():
        media.put_back()
    database.put_back()
    ContentType.objects.clear_cache()


def _refuse_without_room(manifest):
    folder = media.root()
    if folder is None:
        if manifest.files:
            raise BackupError(
                "The archive holds uploaded files, and this site keeps them in another storage: restore with the "
                "settings it was made with."
            )
        return
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if manifest.media_size > free:
        raise BackupError(
            f"The archive needs {manifest.media_size:,} bytes for uploaded files, {folder} has {free:,} left."
        )


def _forget_visits():
    """Log everybody out, wherever sessions are kept, and forget what was remembered of the rows before."""
    if apps.is_installed("django.contrib.sessions"):
        apps.get_model("sessions.Session").objects.all().delete()
    for name in settings.CACHES:
        caches[name].clear()


def _lost(manifest):
    elsewhere = [name for name in manifest.elsewhere if not default_storage.exists(name)]
    return sorted({*manifest.missing, *elsewhere})
