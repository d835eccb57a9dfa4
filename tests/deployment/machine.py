"""A machine as docs/deploy.md makes one, on loopback: PostgreSQL, Redis, the site, Granian, nginx with TLS."""

import secrets
import shlex
import signal
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.deployment import documentation
from tests.deployment.certificate import Certificate
from tests.deployment.postgresql import PostgreSQL
from tests.deployment.processes import Server, own_environment
from tests.deployment.programs import find
from tests.deployment.shipped import ROOT, Places, command_of_unit, put_nginx
from tests.deployment.visitor import Visitor

COMMAND_SECONDS = 180


@dataclass(frozen=True)
class Machine:
    """Servers that tests may stop; they start what they stopped. `url` is the address of the site."""

    places: Places
    environment: dict[str, str]
    certificate: Certificate
    postgresql: PostgreSQL
    redis: Server
    granian: Server
    nginx: Server

    @property
    def url(self) -> str:
        """Scheme, host and port of the site."""
        return f"https://localhost:{self.places.https}"

    @property
    def visitor(self) -> Visitor:
        """Somebody who comes by https."""
        return Visitor(self.places.https, self.certificate.authority)

    def manage(self, *arguments: str) -> str:
        """Run a command of manage.py as deploy/manage does and return what it wrote."""
        return run(shlex.join(("/srv/defenders/app/deploy/manage", *arguments)), self.places)


def make_places(folder: Path) -> Places:
    """Make the folders of a machine and choose its ports."""
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        places = Places(folder, one.getsockname()[1], other.getsockname()[1])
    for made in (places.state, places.run, places.etc, places.nginx, folder / "postgresql"):
        made.mkdir()
    return places


def write_environment(places: Places, database: str, **more: str) -> dict[str, str]:
    """Write the environment that docs/deploy.md shows, with what every machine has of its own."""
    environment = {name: places.here(value) for name, value in documentation.environment().items()}
    environment |= {"SECRET_KEY": secrets.token_urlsafe(64), "DATABASE_URL": database, **more}
    lines = "".join(f"{name}={value}\n" for name, value in environment.items())
    file = places.etc / "environment"
    file.touch(mode=0o640)
    file.write_text(lines, encoding="utf-8")
    return environment


def run(command: str, places: Places) -> str:
    """Run a line of docs/deploy.md on this machine and return what it wrote; AssertionError when it fails."""
    parts = [places.here(part) for part in shlex.split(command)]
    if parts[0].endswith("/deploy/manage"):
        parts[:1] = ["sh", str(here_manage(places))]
    done = subprocess.run(  # noqa: S603
        parts, capture_output=True, text=True, timeout=COMMAND_SECONDS, env=own_environment({})
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def here_manage(places: Places) -> Path:
    """Put deploy/manage at the places of this machine and return it."""
    script = places.folder / "manage"
    if not script.exists():
        script.write_text(places.here((ROOT / "deploy" / "manage").read_text(encoding="utf-8")))
    return script


def redis_server(places: Places) -> Server:
    """Return Redis with the settings of docs/deploy.md, not started."""
    socket_file = places.run / "redis-server.sock"
    (places.folder / "redis").mkdir()
    options = [
        f"--{words[0]} {' '.join(words[1:])}".replace("/run/redis/redis-server.sock", str(socket_file))
        for words in documentation.redis_settings()
    ]
    command = [find("redis-server", "redis-server"), "--dir", str(places.folder / "redis")]
    command += [part.replace('""', "") for option in options for part in option.split(" ")]
    cli = [find("redis-cli", "redis-tools"), "-s", str(socket_file), "ping"]
    return Server(
        command,
        lambda: subprocess.run(cli, capture_output=True).stdout == b"PONG\n",  # noqa: S603
        places.folder / "redis.log",
    )


def granian_server(places: Places, environment: dict[str, str]) -> Server:
    """Return Granian as the unit starts it, not started."""
    web_socket = places.run / "web.sock"
    return Server(
        command_of_unit("defenders-web.service", "ExecStart", places),
        lambda: _answers(web_socket),
        places.folder / "granian.log",
        environment=environment,
        folder=ROOT,
    )


def nginx_server(places: Places) -> Server:
    """Return nginx with the configuration of deploy/nginx/, not started."""
    command = [find("nginx", "nginx-light"), "-c", str(put_nginx(places)), "-p", str(places.nginx)]
    command += ["-e", str(places.nginx / "error.log"), "-g", "daemon off;"]
    return Server(
        command, lambda: _listens(places.https), places.folder / "nginx.log", stop_signal=signal.SIGQUIT
    )


def _answers(web_socket):
    """Tell whether Granian answers on its socket."""
    with socket.socket(socket.AF_UNIX) as asked:
        asked.settimeout(20)
        try:
            asked.connect(str(web_socket))
            asked.sendall(b"GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return asked.recv(12) == b"HTTP/1.1 200"
        except OSError:
            return False


def _listens(port):
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0
