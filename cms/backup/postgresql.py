"""A database of PostgreSQL: its own programs write and read it, in the snapshot in which the names of files are read.

While a restoration is under way, the tables from before lie in a schema of their own.
"""

import contextlib
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.backends.postgresql.client import DatabaseClient

from cms.backup.archive import READ
from cms.backup.dump import NOT_COPIED, Dump
from cms.backup.errors import BackupError

BEFORE = "defenders_before_restore"
CLIENT = (
    "{program} is not installed: install the client programs of PostgreSQL, as new as the server or newer."
)


class Postgresql:
    """The PostgreSQL database of a Django connection."""

    name = "postgresql"

    def __init__(self, connection):
        self.connection = connection

    @contextlib.contextmanager
    def dumped(self) -> Iterator[Dump]:
        """Yield the database as it is at this moment; what is written meanwhile is not in it."""
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            # This session only waits while pg_dump works.
            cursor.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
            cursor.execute("SELECT pg_export_snapshot(), current_setting('server_version')")
            snapshot, version = cursor.fetchone()
            # Into which schema it is restored is said by whoever restores it.
            options = [f"--snapshot={snapshot}", "--format=custom", "--no-owner", "--no-privileges"]
            options.append(f"--exclude-schema={BEFORE}")
            options += [f"--exclude-table-data=*.{table}" for table in NOT_COPIED]

            def rows(sql):
                cursor.execute(sql)
                return cursor.fetchall()

            yield Dump(f"PostgreSQL {version}", rows, self._pg_dump(options))

    def _pg_dump(self, options):
        with tempfile.TemporaryFile() as said:
            process = _start(self._command("pg_dump", options), stdout=subprocess.PIPE, stderr=said)
            try:
                while piece := process.stdout.read(READ):
                    yield piece
            finally:
                process.stdout.close()
                code = process.wait()
            if code:
                raise BackupError(f"pg_dump failed: {_words(said)}")

    def tables(self) -> list[str]:
        """Return the names of the tables there are."""
        return self.connection.introspection.table_names()

    def is_undecided(self) -> bool:
        """Tell whether a restoration was interrupted: what was there before is still kept."""
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [BEFORE])
            return cursor.fetchone() is not None

    def keep(self) -> None:
        """Keep what is there until it is known that the restoration worked."""
        self._move(self.tables(), f"CREATE SCHEMA {BEFORE}", BEFORE)

    def load(self, pieces: Iterable[bytes]) -> None:
        """Restore the database of an archive in one transaction: all of it or nothing."""
        with tempfile.TemporaryFile() as said:
            psql = _start(
                self._command(
                    "psql", ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
                ),
                stdin=subprocess.PIPE,
                stderr=said,
            )
            try:
                psql.stdin.write(b"BEGIN;\n")
                psql.stdin.flush()
                self._write_sql(pieces, psql.stdin, said)
                # Not before everything has arrived as it was written.
                psql.stdin.write(b"COMMIT;\n")
                psql.stdin.close()
            except BrokenPipeError:
                pass  # it says itself why it stopped
            except BaseException:
                psql.kill()
                psql.wait()
                raise
            if psql.wait():
                raise BackupError(f"The database could not be restored: {_words(said)}")

    def _write_sql(self, pieces, target, said):
        process = _start(
            ["pg_restore", "--no-owner", "--no-privileges", "--file=-"],
            stdin=subprocess.PIPE,
            stdout=target,
            stderr=said,
        )
        try:
            for piece in pieces:
                process.stdin.write(piece)
            process.stdin.close()
        except BrokenPipeError:
            pass
        except BaseException:
            process.kill()
            process.wait()
            raise
        if process.wait():
            raise BackupError(f"The database could not be restored: {_words(said)}")

    def put_back(self) -> None:
        """Use again what was kept, however little of the archive is there."""
        if self.is_undecided():
            with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
                for table in self.tables():
                    cursor.execute(f"DROP TABLE IF EXISTS {self._quoted(table)} CASCADE")
                cursor.execute("SELECT current_schema()")
                schema = cursor.fetchone()[0]
                cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [BEFORE])
                for (table,) in cursor.fetchall():
                    cursor.execute(
                        f"ALTER TABLE {BEFORE}.{self._quoted(table)} SET SCHEMA {self._quoted(schema)}"
                    )
                cursor.execute(f"DROP SCHEMA {BEFORE}")

    def forget(self) -> None:
        """Delete what was kept."""
        with self.connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA IF EXISTS {BEFORE} CASCADE")

    def _move(self, tables, first, schema):
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            cursor.execute(first)
            for table in tables:
                cursor.execute(f"ALTER TABLE {self._quoted(table)} SET SCHEMA {schema}")

    def _quoted(self, name):
        return self.connection.ops.quote_name(name)

    def _command(self, program, options):
        """Return the command and what it needs to know in its environment: no password is in an argument."""
        arguments, environment = DatabaseClient.settings_to_cmd_args_env(self.connection.settings_dict, [])
        return [program, *options, *arguments[1:]], environment


def _start(command, **streams):
    arguments, environment = command if isinstance(command, tuple) else (command, None)
    try:
        return subprocess.Popen(  # noqa: S603  a fixed program, and the site's own settings
            arguments, env=os.environ | (environment or {}), **streams
        )
    except FileNotFoundError as problem:
        raise BackupError(CLIENT.format(program=arguments[0])) from problem


def _words(said):
    said.seek(0)
    return said.read().decode(errors="replace").strip()[-800:] or "it did not say why"
