"""What is erased is gone from the file of the database too, as far as a program can see to it.

SQLite leaves deleted bytes in freed pages, and older states of pages in its write-ahead log. PostgreSQL keeps deleted
rows in its files until it vacuums, and no program may hurry that; backups keep what they held.
"""

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction
from django.db.backends.signals import connection_created

from cms.snippets.stored_copies import places_written

# Whoever reads an older state holds the log back: the next publication tries again.
_PATIENCE_MS = 200


def connect():
    """Listen to connections and places; called once when the app is ready."""
    connection_created.connect(overwrite_what_is_deleted, dispatch_uid="defenders_overwrite")
    places_written.connect(_empty_log_after_commit, dispatch_uid="defenders_empty_log")


def overwrite_what_is_deleted(sender, connection, **kwargs):
    """Let SQLite put zeros over whatever this connection deletes."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def empty_log(using: str = DEFAULT_DB_ALIAS) -> bool:
    """Bring the write-ahead log of SQLite into the database and empty it; say whether nothing is left in it."""
    connection = connections[using]
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return connection.vendor != "sqlite"
    with connection.cursor() as cursor:
        patience = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        try:
            is_busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except OperationalError:
            return False
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")
    return not is_busy


def _empty_log_after_commit(**kwargs):
    transaction.on_commit(empty_log)
