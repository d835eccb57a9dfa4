"""A PostgreSQL of the tests' own, on a socket that nobody else sees."""

import os
import signal
import subprocess
from pathlib import Path
from urllib.parse import quote

from tests.deployment.processes import Server
from tests.deployment.programs import find, find_of_postgresql

OWNER = "postgres"


class PostgreSQL:
    """A cluster in a folder: `url` is its DATABASE_URL."""

    def __init__(self, folder: Path):
        # PostgreSQL refuses to run as root.
        self._as_owner = []
        if os.getuid() == 0:
            subprocess.run(["chown", OWNER, folder], check=True)  # noqa: S603, S607
            user = (f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups")
            self._as_owner = [find("setpriv", "util-linux"), *user]
        data = folder / "data"
        options = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        self._run(find_of_postgresql("initdb"), "-D", data, *options)
        ready = find_of_postgresql("pg_isready")
        self._server = Server(
            [
                *self._as_owner,
                *(find_of_postgresql("postgres"), "-D", str(data), "-k", str(folder)),
                *("-c", "listen_addresses=", "-c", "fsync=off", "-c", "shared_memory_type=mmap"),
            ],
            lambda: subprocess.run([ready, "-q", "-U", "postgres", "-h", folder]).returncode == 0,  # noqa: S603
            folder.parent / "postgresql.log",
            # "Immediate": the tests stop it as a crash does.
            stop_signal=signal.SIGQUIT,
        )
        self.url = f"postgres://postgres@{quote(str(folder), safe='')}/postgres"

    def start(self):
        """Start, or start again what was stopped."""
        self._server.start()

    def stop(self):
        """Stop at once."""
        self._server.stop()

    def _run(self, *command):
        subprocess.run([*self._as_owner, *command], check=True, capture_output=True)  # noqa: S603
