"""Several machines with one database publish one after the other, not across each other.

The lock of a folder holds processes of one machine apart. On PostgreSQL a session's advisory lock holds machines apart:
the database gives it back by itself when a connection ends, however its process died. Other databases are a file on one
machine, and need nothing.
"""

import contextlib
import time
from collections.abc import Iterator

from django.db import OperationalError, connections, router

from cms.directory.lock import LOCK_SECONDS, PublicationBusy
from cms.snippets.organisation import Organisation

# Names the lock among those of other applications in the same database: "defender", read as a big-endian number.
LOCK_KEY = int.from_bytes(b"defender", "big")


@contextlib.contextmanager
def one_machine_at_a_time() -> Iterator[None]:
    """Hold the lock that all machines with this database share; raises `PublicationBusy`."""
    connection = connections[router.db_for_write(Organisation)]
    if connection.vendor != "postgresql":
        yield
        return
    _take(connection)
    try:
        yield
    finally:
        # A connection that broke meanwhile has given it back.
        with contextlib.suppress(OperationalError):
            _ask(connection, "SELECT pg_advisory_unlock(%s)")


def _take(connection):
    deadline = time.monotonic() + LOCK_SECONDS
    while not _ask(connection, "SELECT pg_try_advisory_lock(%s)"):
        if time.monotonic() > deadline:
            raise PublicationBusy(f"Another machine has been publishing for {LOCK_SECONDS} s.")
        time.sleep(0.05)


def _ask(connection, sql):
    with connection.cursor() as cursor:
        cursor.execute(sql, [LOCK_KEY])
        return cursor.fetchone()[0]
