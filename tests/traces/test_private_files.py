"""Nobody but the site's own user reads its database and its secret, whatever the machine is used to."""

import os
import sqlite3

import pytest

from config.settings import services
from config.settings.private_files import kept_secret, private_database, private_folder


@pytest.fixture(autouse=True)
def _everybody_may_read():
    """Files are made for everybody to read and write, unless somebody says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path):
    return path.stat().st_mode & 0o777


def write(path):
    """Write into a database as the site does, and leave it open."""
    connection = (
        sqlite3.connect(path, autocommit=True) if hasattr(sqlite3, "LEGACY") else sqlite3.connect(path)
    )
    connection.executescript(
        "PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS t (x); INSERT INTO t VALUES (1);"
    )
    return connection


def test_the_database_and_what_stands_beside_it_are_for_the_owner_alone(tmp_path):
    path = tmp_path / "data" / "db.sqlite3"
    private_database({"ENGINE": "django.db.backends.sqlite3", "NAME": path})
    connection = write(path)
    files = {file.name: mode(file) for file in path.parent.iterdir()}
    connection.close()
    assert mode(path.parent) == 0o700
    assert files == {"db.sqlite3": 0o600, "db.sqlite3-wal": 0o600, "db.sqlite3-shm": 0o600}


def test_a_database_that_everybody_could_read_is_closed_and_keeps_its_rows(tmp_path):
    path = tmp_path / "db.sqlite3"
    write(path).close()
    assert mode(path) & 0o044
    folder = mode(tmp_path)
    private_database({"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)})
    assert (mode(path), mode(tmp_path)) == (0o600, folder)
    assert sqlite3.connect(path).execute("SELECT x FROM t").fetchall() == [(1,)]


@pytest.mark.parametrize(
    ("engine", "name"),
    [
        ("django.db.backends.postgresql", "defenders"),
        ("django.db.backends.sqlite3", ":memory:"),
        ("django.db.backends.sqlite3", "file:memorydb?mode=memory"),
        ("django.db.backends.sqlite3", "/proc/nowhere/db.sqlite3"),
    ],
)
def test_other_databases_are_left_alone(tmp_path, monkeypatch, engine, name):
    monkeypatch.chdir(tmp_path)
    if name.startswith("/proc"):
        monkeypatch.setattr("config.settings.private_files.private_folder", lambda folder: None)
    private_database({"ENGINE": engine, "NAME": name})
    assert list(tmp_path.iterdir()) == []


def test_a_secret_is_made_once_for_the_owner_alone(tmp_path):
    folder = tmp_path / "data"
    private_folder(folder)
    path = folder / "secret_key"
    assert kept_secret(path, lambda: "first") == "first"
    path.chmod(0o644)
    assert kept_secret(path, lambda: "second") == "first"
    assert mode(path) == 0o600


def test_what_was_deleted_is_overwritten(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    database = services.database(tmp_path)
    path = tmp_path / "db.sqlite3"
    connection = sqlite3.connect(path)
    # As SQLite is built by most; some build it to overwrite by itself.
    connection.execute("PRAGMA secure_delete=OFF")
    connection.executescript(database["OPTIONS"]["init_command"])
    word = "a street that must be forgotten"
    connection.execute("CREATE TABLE t (x)")
    connection.executemany("INSERT INTO t VALUES (?)", [(word,), ("stays",)])
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert word.encode() in path.read_bytes()
    connection.executescript("DELETE FROM t WHERE x <> 'stays';")
    connection.close()
    assert word.encode() not in path.read_bytes()
    assert b"stays" in path.read_bytes()
