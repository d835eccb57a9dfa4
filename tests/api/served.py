"""The site as a public host runs it, in a process of its own, before a database that can be taken away."""

import contextlib
import http.client
import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import quote

from django.db import connection

ROOT = Path(__file__).parents[2]
START_SECONDS = 120  # on a busy machine


def free_port():
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class SQLiteFile:
    """A database in a file, migrated and empty."""

    def __init__(self, data: Path, kept: Path):
        self.file = data / "db.sqlite3"
        # The one of this run: its name is made of what is registered, which becomes more while tests run.
        shutil.copy(max(kept.glob("migrated-*.sqlite3"), key=lambda file: file.stat().st_mtime), self.file)
        self.url = f"sqlite:///{self.file}"

    def take_away(self):
        """Put something in its place that cannot be opened."""
        self.file.rename(self.file.with_suffix(".away"))
        self.file.mkdir()

    def bring_back(self):
        """Put it back."""
        self.file.rmdir()
        self.file.with_suffix(".away").rename(self.file)

    def close(self):
        """Nothing is running."""


class PostgreSQLConnections:
    """The database of the tests, reached through a socket of ours that can be cut."""

    def __init__(self):
        settings = connection.settings_dict
        host, port = settings["HOST"] or "/var/run/postgresql", settings["PORT"] or "5432"
        self._server = (
            (socket.AF_UNIX, f"{host}/.s.PGSQL.{port}")
            if host.startswith("/")
            else (socket.AF_INET, (host, int(port)))
        )
        self._port = free_port()
        who = ":".join(quote(settings[name], safe="") for name in ("USER", "PASSWORD") if settings[name])
        self.url = f"postgres://{who}@127.0.0.1:{self._port}/{settings['NAME']}?sslmode=disable"
        self._open: list[socket.socket] = []
        self.bring_back()

    def take_away(self):
        """Take no more connections, and end those there are."""
        # Wakes the thread that waits for visitors, which closing alone does not.
        for one in [self._listening, *self._open]:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
        self._open.clear()

    close = take_away

    def bring_back(self):
        """Take connections."""
        self._listening = socket.create_server(("127.0.0.1", self._port))
        threading.Thread(target=self._take, args=[self._listening], daemon=True).start()

    def _take(self, listening):
        with contextlib.suppress(OSError):
            while True:
                visitor, _address = listening.accept()
                family, address = self._server
                server = socket.socket(family)
                server.connect(address)
                self._open += [visitor, server]
                for pair in ((visitor, server), (server, visitor)):
                    threading.Thread(target=_pass_on, args=pair, daemon=True).start()


def _pass_on(source, target):
    with contextlib.suppress(OSError):
        while content := source.recv(65536):
            target.sendall(content)
    for one in (source, target):
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


class Served:
    """The site in one Granian process, with the settings of a public host."""

    def __init__(self, data: Path, database_url: str):
        self.port = free_port()
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "DATA_DIR": str(data),
            "DATABASE_URL": database_url,
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "site.example",
            "BASE_URL": "https://site.example",
        }
        self._log = (data / "server.log").open("w+")
        self._process = subprocess.Popen(  # noqa: S603
            [
                *(sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1"),
                *("--blocking-threads", "2", "--port", str(self.port), "config.wsgi:application"),
            ],
            cwd=ROOT,
            env=environment,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )
        self._wait()

    def get(self, address, method="GET", **headers):
        """Return (status, headers without the date, content) of an answer."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        asked = {"Host": "site.example", "X-Forwarded-Proto": "https"} | headers
        with contextlib.closing(line):
            line.request(method, address, headers=asked)
            response = line.getresponse()
            told = {name.lower(): value for name, value in response.getheaders() if name.lower() != "date"}
            return response.status, told, response.read()

    def close(self):
        """End the process."""
        self._process.terminate()
        self._process.wait(20)
        self._log.close()

    def _wait(self):
        until = time.monotonic() + START_SECONDS
        while True:
            with contextlib.suppress(OSError):
                if self.get("/livez")[0] == 200:
                    return
            if time.monotonic() > until or self._process.poll() is not None:
                self._log.seek(0)
                raise AssertionError(f"The site does not start:\n{self._log.read()[-3000:]}")
            time.sleep(0.1)
