"""A database of SQLite: copied in memory while others read and write, put back through SQLite itself.

The copy never touches a disk unencrypted. It is made anew from the tables (VACUUM): the free pages of a database file
still hold what was deleted from it, the streets of coarsened places too.
"""

import contextlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.db import DatabaseError

from cms.backup.dump import NOT_COPIED, Dump
from cms.backup.errors import BackupError, BadArchive

STEP = 1024 * 1024
GZIP = 31


class Sqlite:
    """The SQLite database of a Django connection."""

    name = "sqlite"

    def __init__(self, connection):
        self.connection = connection
        self.path = Path(str(connection.settings_dict["NAME"]))
        self.kept = self.path.with_name(f"{self.path.name}.before-restore")
        self.unpacked = self.path.with_name(f"{self.path.name}.restoring")

    @contextlib.contextmanager
    def dumped(self) -> Iterator[Dump]:
        """Yield the database as it is at this moment."""
        with contextlib.closing(sqlite3.connect(":memory:")) as copy:
            try:
                self._own().backup(copy)
                self._clean(copy)
            except (sqlite3.DatabaseError, DatabaseError) as problem:
                raise BackupError(f"The database {self.path} cannot be read: {problem}.") from problem
            yield Dump(
                f"SQLite {sqlite3.sqlite_version}",
                lambda sql: copy.execute(sql).fetchall(),
                _packed(copy.serialize()),
            )

    def tables(self) -> list[str]:
        """Return the names of the tables there are. A file that is no database any more is an error."""
        if not self.path.exists():
            return []
        try:
            return self.connection.introspection.table_names()
        except DatabaseError as problem:
            self.connection.close()
            raise BackupError(
                f"The database {self.path} cannot be read ({problem}). Move it elsewhere, with the files beside it "
                "whose names begin like it, and restore again."
            ) from problem

    def is_undecided(self) -> bool:
        """Tell whether a restoration was interrupted: what was there before is still kept."""
        return self.kept.exists()

    def keep(self) -> None:
        """Keep what is there until it is known that the restoration worked."""
        unfinished = self.kept.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        self._copy(self._own(), unfinished)
        unfinished.rename(self.kept)

    def load(self, pieces: Iterable[bytes]) -> None:
        """Put the database of an archive in the place of what is there."""
        self.unpacked.unlink(missing_ok=True)
        try:
            self.unpacked.touch(mode=0o600)
            with self.unpacked.open("wb") as file:
                for piece in _unpacked(pieces):
                    file.write(piece)
            with contextlib.closing(sqlite3.connect(self.unpacked)) as new:
                if new.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    raise BadArchive("The database in the archive is damaged.")
                new.backup(self._own())
        except sqlite3.DatabaseError as problem:
            raise BackupError(f"The database could not be restored: {problem}") from problem
        finally:
            for path in self.path.parent.glob(f"{self.unpacked.name}*"):
                path.unlink()

    def put_back(self) -> None:
        """Use again what was kept."""
        if self.kept.exists():
            with contextlib.closing(sqlite3.connect(self.kept)) as before:
                before.backup(self._own())
            self.forget()

    def forget(self) -> None:
        """Delete what was kept."""
        self.kept.unlink(missing_ok=True)

    def _clean(self, copy):
        copy.executescript("PRAGMA temp_store = MEMORY; PRAGMA secure_delete = ON;")
        tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in tables.intersection(NOT_COPIED):
            copy.execute(f'DELETE FROM "{table}"')  # noqa: S608
        copy.commit()
        copy.execute("VACUUM")

    def _own(self):
        self.connection.ensure_connection()
        return self.connection.connection

    def _copy(self, source, path):
        path.touch(mode=0o600)
        with contextlib.closing(sqlite3.connect(path)) as target:
            source.backup(target)


def _packed(content):
    packer = zlib.compressobj(6, zlib.DEFLATED, GZIP)
    for start in range(0, len(content), STEP):
        yield packer.compress(content[start : start + STEP])
    yield packer.flush()


def _unpacked(pieces):
    """Unpack little by little: whatever it becomes, memory stays small, and a full disk ends it."""
    unpacker = zlib.decompressobj(GZIP)
    try:
        for piece in pieces:
            yield unpacker.decompress(piece, STEP)
            while unpacker.unconsumed_tail:
                yield unpacker.decompress(unpacker.unconsumed_tail, STEP)
        yield unpacker.flush()
        if not unpacker.eof:
            raise BadArchive("The database in the archive is damaged: its end is missing.")
    except zlib.error as problem:
        raise BadArchive("The database in the archive is damaged.") from problem
