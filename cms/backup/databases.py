"""Which of the databases we know a connection leads to."""

from cms.backup.errors import BackupError
from cms.backup.postgresql import Postgresql
from cms.backup.sqlite import Sqlite

KNOWN = {database.name: database for database in (Sqlite, Postgresql)}


def database_of(connection) -> Sqlite | Postgresql:
    """Return the database of a Django connection."""
    try:
        return KNOWN[connection.vendor](connection)
    except KeyError:
        raise BackupError(f"Backups know SQLite and PostgreSQL, not {connection.vendor}.") from None
