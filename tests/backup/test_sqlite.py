"""A file that is no database any more is a sentence, and an archive's damaged database never reaches the one in use."""

import gzip
import sqlite3
from contextlib import closing

import pytest
from django.db.utils import ConnectionHandler

from cms.backup.errors import BackupError
from cms.backup.sqlite import Sqlite

pytestmark = pytest.mark.django_db


@pytest.fixture
def database(tmp_path):
    """A database of SQLite with one row, whatever the tests run on."""
    path = tmp_path / "db.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE place (name)")
        made.execute("INSERT INTO place VALUES ('before')")
        made.commit()
    handler = ConnectionHandler({"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": path}})
    yield Sqlite(handler["default"])
    handler["default"].close()


def names(database):
    with closing(sqlite3.connect(database.path)) as there:
        return [name for (name,) in there.execute("SELECT name FROM place")]


def test_a_damaged_file_is_named(database):
    database.path.write_bytes(b"no database" * 1000)
    with pytest.raises(BackupError, match="cannot be read"), database.dumped():
        pass
    with pytest.raises(BackupError, match="Move it elsewhere"):
        database.tables()


def test_a_file_that_is_gone_has_no_tables(database):
    database.path.unlink()
    assert database.tables() == []


@pytest.mark.parametrize(
    "pieces",
    [
        [b"not packed"],
        [gzip.compress(b"not a database" * 1000)],
        [gzip.compress(b"SQLite format 3\0" + b"\xff" * 5000)],
        [b""],
        [gzip.compress(b"SQLite format 3\0" * 5000)[:-20]],
    ],
)
def test_a_damaged_database_in_an_archive_changes_nothing(database, pieces):
    with pytest.raises(BackupError):
        database.load(iter(pieces))
    assert names(database) == ["before"]
    assert [path.name for path in database.path.parent.iterdir()] == ["db.sqlite3"]


def test_what_is_kept_is_put_back(database):
    database.keep()
    assert database.is_undecided()
    with database.connection.cursor() as cursor:
        cursor.execute("DELETE FROM place")
    database.put_back()
    assert names(database) == ["before"]
    assert not database.is_undecided()


def test_what_was_deleted_is_not_in_the_free_pages_of_a_copy(database):
    with database.connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
        values = ", ".join(f"('canary {number}')" for number in range(1000))
        cursor.execute(f"INSERT INTO place VALUES {values}")  # noqa: S608
        cursor.execute("DELETE FROM place WHERE name LIKE 'canary%%'")
    database.connection.close()
    assert b"canary" in database.path.read_bytes()
    with database.dumped() as dump:
        assert b"canary" not in gzip.decompress(b"".join(dump.pieces))
