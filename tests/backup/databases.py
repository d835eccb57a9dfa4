"""A database of one's own, of the kind the tests run on: a backup needs one that commits and can be destroyed."""

import contextlib
import copy
import os
import sqlite3
import subprocess

from django.db import connections
from django.db.backends.postgresql.client import DatabaseClient

NAME = "defenders_rehearsal"


@contextlib.contextmanager
def database_of_its_own(folder, name=NAME):
    """Let the default connection lead to a migrated database that nobody else uses."""
    before = connections["default"]
    before.ensure_connection()
    settings = copy.deepcopy(before.settings_dict)
    with (_sqlite if before.vendor == "sqlite" else _postgresql)(before, settings, folder, name):
        own = before.__class__(settings, "default")
        connections["default"] = own
        try:
            yield own
        finally:
            own.close()
            connections["default"] = before


def destroy(own):
    """Delete everything in the database, as a lost disk does."""
    if own.vendor == "sqlite":
        own.close()
        for path in own.settings_dict["NAME"].parent.glob(f"{own.settings_dict['NAME'].name}*"):
            path.unlink()
        return
    with own.cursor() as cursor:
        for table in own.introspection.table_names():
            cursor.execute(f'DROP TABLE IF EXISTS "{table}" CASCADE')


def everything_in(own):
    """Return {table: sorted rows} of all tables but sessions."""
    with own.cursor() as cursor:
        tables = {}
        for table in own.introspection.table_names():
            if table != "django_session":
                cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
                tables[table] = sorted(map(repr, cursor.fetchall()))
        return tables


@contextlib.contextmanager
def _sqlite(before, settings, folder, name):
    settings["NAME"] = folder / f"{name}.sqlite3"
    with contextlib.closing(sqlite3.connect(settings["NAME"])) as target:
        before.connection.backup(target)
    settings["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;",
    }
    yield


@contextlib.contextmanager
def _postgresql(before, settings, folder, name):
    source = before.settings_dict
    with before.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {name}")
        cursor.execute(f"CREATE DATABASE {name}")
    settings["NAME"] = name
    dump = subprocess.run(_command(["pg_dump", "--format=plain"], source), **_started(source), check=True)  # noqa: S603
    fill = _command(["psql", "--quiet"], settings)
    subprocess.run(fill, input=dump.stdout, **_started(settings), check=True)  # noqa: S603
    try:
        yield
    finally:
        with before.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _command(program, settings):
    return program + DatabaseClient.settings_to_cmd_args_env(settings, [])[0][1:]


def _started(settings):
    environment = DatabaseClient.settings_to_cmd_args_env(settings, [])[1] or {}
    return {"env": os.environ | environment, "capture_output": True}
