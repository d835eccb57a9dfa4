"""The migrated, empty SQLite database, kept between test runs until a migration changes: making it takes long.

Used for databases in memory only. Of several processes one makes it, and the others wait for it. What is kept lies in
pytest's cache folder and is named after all migrations.
"""

import fcntl
import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import django
from django.apps import apps
from django.db import connections


def migrations_digest():
    """Return a digest of the migrations of all apps and of what makes permissions and content types."""
    digest = hashlib.sha256(django.__version__.encode())
    for config in sorted(apps.get_app_configs(), key=lambda config: config.label):
        models = sorted(model._meta.label for model in config.get_models(include_auto_created=True))
        digest.update(repr((config.label, models)).encode())
        for file in sorted((Path(config.path) / "migrations").glob("*.py")):
            digest.update(file.name.encode() + file.read_bytes())
        for model in config.get_models():
            digest.update(repr((model._meta.default_permissions, model._meta.permissions)).encode())
    return digest.hexdigest()[:20]


def offer(folder: Path):
    """Let the database for tests begin as the kept one; `migrate` then finds nothing to do."""
    connection = connections["default"]
    if connection.vendor != "sqlite":
        return
    kept = folder / f"migrated-{migrations_digest()}.sqlite3"
    creation = connection.creation
    create = creation._create_test_db
    creation.making = (folder / "making.lock").open("w")
    fcntl.flock(creation.making, fcntl.LOCK_EX)
    if kept.exists():
        creation.making.close()

    def begin_as_kept(*args, **kwargs):
        name = create(*args, **kwargs)
        if kept.exists() and "mode=memory" in name:
            # Held open: a database in memory lives as long as somebody is connected.
            creation.kept_open = sqlite3.connect(name, uri=True)
            with closing(sqlite3.connect(kept)) as source:
                source.backup(creation.kept_open)
        return name

    creation._create_test_db = begin_as_kept


def keep(folder: Path):
    """Keep the database for later runs, if it is one in memory and is not kept yet, and let others go on."""
    connection = connections["default"]
    try:
        _keep(connection, folder)
    finally:
        if hasattr(connection.creation, "making"):
            connection.creation.making.close()


def _keep(connection, folder):
    kept = folder / f"migrated-{migrations_digest()}.sqlite3"
    if (
        connection.vendor != "sqlite"
        or "mode=memory" not in str(connection.settings_dict["NAME"])
        or kept.exists()
    ):
        return
    for older in folder.glob("migrated-*.sqlite3"):
        older.unlink(missing_ok=True)
    unfinished = folder / f"{kept.stem}.{os.getpid()}.unfinished"
    connection.ensure_connection()
    with closing(sqlite3.connect(unfinished)) as target:
        connection.connection.backup(target)
    unfinished.replace(kept)
