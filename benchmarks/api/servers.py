"""Servers on loopback: this project and the stock site on Granian, files also on nginx and Granian's static route."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.api import wrk
from benchmarks.api.cases import Case

ROOT = Path(__file__).parents[2]
APPLICATION = "config.wsgi:application"
WORKERS = 2
START_SECONDS = 60
ANSWER_SECONDS = 120


# As the proxy in front of a public host says it; without it every answer would lead to https.
HEADERS = {"Host": "127.0.0.1", "X-Forwarded-Proto": "https"}


@dataclass(frozen=True)
class Server:
    """A server that answers on a port of loopback."""

    name: str
    port: int
    pid: int

    def ask(self, path: str, headers: Iterable[tuple[str, str]] = ()) -> tuple[int, dict[str, str], bytes]:
        """Return (status, headers, body) of one answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_SECONDS)
        try:
            connection.request("GET", path, headers=HEADERS | dict(headers))
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()

    def load(self, case: Case, seconds: float) -> dict[str, float]:
        """Return rate, latencies and errors under load."""
        return wrk.load(self.port, case, HEADERS, seconds)


@contextmanager
def granian(
    name: str,
    environment: Mapping[str, str],
    application: str = APPLICATION,
    options: tuple[str, ...] = (),
) -> Iterator[Server]:
    """Run a WSGI application as docs/plugin.md recommends it."""
    port = _free_port()
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", str(WORKERS)),
        *("--blocking-threads", "8", "--no-ws"),
        *("--host", "127.0.0.1", "--port", str(port), "--no-access-log", "--log-level", "error"),
        *(*options, application),
    ]
    with _running(name, command, port, environment) as server:
        yield server


@contextmanager
def granian_static(folder: Path, environment: Mapping[str, str]) -> Iterator[Server]:
    """Run Granian with its own route for files, which Python never sees."""
    options = (
        "--static-path-route",
        "/files",
        "--static-path-mount",
        str(folder),
        "--static-path-expires",
        "300",
    )
    with granian("Granian's static route", environment, options=options) as server:
        yield server


NGINX = """
{user}
worker_processes {workers};
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
  sendfile on; tcp_nopush on; access_log off; server_tokens off;
  keepalive_requests 1000000000;
  types {{ application/json json; }}
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    add_header Access-Control-Allow-Origin "*";
    add_header Cross-Origin-Resource-Policy "cross-origin";
    add_header X-Content-Type-Options "nosniff";
    add_header Referrer-Policy "no-referrer";
    add_header Cache-Control "public, max-age=300, stale-if-error=86400";
    add_header Vary "Accept-Encoding";
    location /published/v1/ {{ alias {files}/; gzip_static on; }}
    # The light nginx of Debian has no module for brotli: here the address says which encoding it is.
    location /br/ {{
      alias {files}/; types {{ }} default_type application/json;
      add_header Content-Encoding "br";
      add_header Access-Control-Allow-Origin "*";
      add_header Cross-Origin-Resource-Policy "cross-origin";
      add_header X-Content-Type-Options "nosniff";
      add_header Referrer-Policy "no-referrer";
      add_header Cache-Control "public, max-age=300, stale-if-error=86400";
      add_header Vary "Accept-Encoding";
    }}
  }}
}}
daemon off;
"""


@contextmanager
def nginx(files: Path) -> Iterator[Server]:
    """Run nginx over a folder of published files: the same bytes, the same headers."""
    program = find_nginx()
    if program is None:
        sys.exit("Files are compared with nginx: install it first (Debian, Ubuntu: apt install nginx-light).")
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        # Its workers must be able to read what belongs to whoever runs this.
        user = "user root;" if os.getuid() == 0 else ""
        text = NGINX.format(user=user, workers=WORKERS, folder=folder, port=port, files=files)
        configuration = Path(folder) / "nginx.conf"
        configuration.write_text(text)
        command = [program, "-e", f"{folder}/error.log", "-c", str(configuration), "-p", folder]
        with _running("nginx", command, port, {}) as server:
            yield server


def find_nginx() -> str | None:
    """Return the path of nginx, which is not on everybody's PATH, or None."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextmanager
def _running(name, command, port, environment):
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment})  # noqa: S603
    try:
        server = Server(name, port, process.pid)
        while not _answers(server):
            if process.poll() is not None or time.monotonic() - began > START_SECONDS:
                sys.exit(f"{name} does not start: {' '.join(command)}")
            time.sleep(0.02)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _answers(server):
    try:
        server.ask("/")
    except OSError:
        return False
    return True


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
