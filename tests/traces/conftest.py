"""A site with the settings of a public host, in a process of its own, and everything that is left of a visit to it."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.migrated_database import migrations_digest
from tests.traces.kanaria import HEADERS

ROOT = Path(__file__).parents[2]
HOST = "directory.example.org"
START_SECONDS = 120


class PublicHost:
    """The running site: where it keeps things, what it wrote, and how to ask it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.kept, self.temporary = folder / "data", folder / "tmp"
        self.kept.mkdir()
        self.temporary.mkdir()
        self.database = self.kept / "db.sqlite3"
        self.out, self.usual = folder / "out.log", folder / "usual.log"
        with socket.socket() as any_port:
            any_port.bind(("127.0.0.1", 0))
            self.port = any_port.getsockname()[1]
        self.environ = {
            **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}},
            "DJANGO_SETTINGS_MODULE": "tests.traces.production",
            "SECRET_KEY": "only-for-this-test-and-long-enough-to-be-accepted-everywhere",
            "ALLOWED_HOSTS": HOST,
            "BASE_URL": f"https://{HOST}",
            "DATA_DIR": str(self.kept),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "TMPDIR": str(self.temporary),
            "USUAL_LOG": str(self.usual),
            "PYTHONPATH": str(ROOT),
        }

    def start(self):
        """Start Granian as it is documented, and wait until it answers."""
        command = [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "wsgi",
            "--workers",
            "1",
            "--blocking-threads",
            "2",
        ]
        command += [
            "--no-ws",
            "--host",
            "127.0.0.1",
            "--port",
            str(self.port),
            "tests.traces.served:application",
        ]
        with self.out.open("wb") as out:
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environ, stdout=out, stderr=out)  # noqa: S603
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if self.ask("GET", "/livez")[0] == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(self.out.read_text())

    def ask(self, method, path, headers=(), body=None):
        """Return (status, body) of an answer to the made-up visitor."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, {"Host": HOST, **HEADERS, **dict(headers)})
            answer = connection.getresponse()
            self.cookies = answer.headers.get_all("Set-Cookie") or []
            return answer.status, answer.read().decode(errors="replace")
        finally:
            connection.close()

    def stop(self):
        """End the process and wait for it."""
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def public_host(tmp_path_factory, pytestconfig, django_db_setup):
    """A running public host."""
    host = PublicHost(tmp_path_factory.mktemp("public-host"))
    migrated = pytestconfig.cache.mkdir("database") / f"migrated-{migrations_digest()}.sqlite3"
    if migrated.exists():
        shutil.copy(migrated, host.database)
    else:
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
            cwd=ROOT,
            env=host.environ,
            check=True,
        )
    host.start()
    yield host
    if host.process.poll() is None:
        host.stop()
