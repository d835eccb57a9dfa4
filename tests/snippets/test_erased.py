"""What is erased is in no byte of the files of SQLite: neither in freed pages nor in the write-ahead log."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import ConnectionHandler, connection
from django.test import TestCase

from cms.snippets import coarsening, erased
from tests.factories import OrganisationFactory

SECRET = "43.31741 calle de la prueba " * 20


@pytest.fixture
def on_disk(tmp_path, monkeypatch):
    """A database in a file, opened as the app opens any."""
    file = tmp_path / "db.sqlite3"
    # As some builds of SQLite begin.
    wal = "PRAGMA journal_mode=WAL; PRAGMA secure_delete=OFF;"
    options = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(file), "OPTIONS": {"init_command": wal}}
    handler = ConnectionHandler({"default": options})
    monkeypatch.setattr(erased, "connections", handler)
    yield handler["default"]
    handler["default"].close()


def bytes_of(on_disk):
    """Return all that stands in the file and in those beside it."""
    folder = on_disk.settings_dict["NAME"].rpartition("/")[0]
    return b"".join(path.read_bytes() for path in Path(folder).iterdir())


def write_and_erase(on_disk):
    with on_disk.cursor() as cursor:
        cursor.execute("CREATE TABLE place (street TEXT)")
        cursor.executemany("INSERT INTO place VALUES (%s)", [[SECRET]] * 50)
        cursor.execute("UPDATE place SET street = '' WHERE rowid % 2")
        cursor.execute("DELETE FROM place")


@pytest.mark.django_db
def test_nothing_is_left_once_the_log_is_empty(on_disk):
    write_and_erase(on_disk)
    assert SECRET.encode() in bytes_of(on_disk)
    assert erased.empty_log()
    assert b"calle de la prueba" not in bytes_of(on_disk)


@pytest.mark.django_db
def test_without_overwriting_it_would_be_left(on_disk):
    with on_disk.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
    write_and_erase(on_disk)
    erased.empty_log()
    assert b"calle de la prueba" in bytes_of(on_disk)


@pytest.mark.django_db
def test_a_reader_of_an_older_state_holds_nobody_up(on_disk):
    write_and_erase(on_disk)
    with closing(sqlite3.connect(on_disk.settings_dict["NAME"], isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM place").fetchall()
        with on_disk.cursor() as cursor:
            cursor.execute("INSERT INTO place VALUES ('x')")
        assert not erased.empty_log()
        with on_disk.cursor() as cursor:
            assert cursor.execute("PRAGMA busy_timeout").fetchone()[0] > 1000
    assert erased.empty_log()


@pytest.mark.django_db
def test_every_connection_to_sqlite_overwrites_what_it_deletes():
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA secure_delete").fetchone() == (1,)


@pytest.mark.django_db
def test_the_log_is_emptied_when_a_place_was_coarsened(monkeypatch):
    organisation = OrganisationFactory(office_in_bilbao=True)
    place = coarsening.stored_places(organisation)[0]
    with TestCase.captureOnCommitCallbacks() as callbacks:
        coarsening.make_coarser(organisation, place, "city")
    assert erased.empty_log in callbacks
