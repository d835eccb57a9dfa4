"""The files of deploy/, at the places of one machine: the paths and ports below are all that is exchanged."""

import os
import pwd
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
UNITS = DEPLOY / "systemd"


@dataclass(frozen=True)
class Places:
    """Where a machine has what a real one has in /etc, /run and /var; `https` and `http` are ports of loopback."""

    folder: Path
    https: int
    http: int

    @property
    def state(self) -> Path:
        """What the service may write to."""
        return self.folder / "state"

    @property
    def run(self) -> Path:
        """Where the socket of the service is."""
        return self.folder / "run"

    @property
    def etc(self) -> Path:
        """Where the environment is."""
        return self.folder / "etc"

    @property
    def nginx(self) -> Path:
        """The folder of nginx: configuration, certificate, temporary files, log."""
        return self.folder / "nginx"

    def exchanged(self) -> dict[str, str]:
        """Return {what a file of deploy/ says: what it says here}, longest first."""
        me = pwd.getpwuid(os.getuid()).pw_name
        words = {
            "/srv/defenders/venv/bin": str(Path(sys.executable).parent),
            "/srv/defenders/app": str(ROOT),
            "/var/lib/defenders": str(self.state),
            "/run/defenders": str(self.run),
            "/etc/defenders": str(self.etc),
            "/etc/nginx/defenders": str(self.nginx),
            "/etc/letsencrypt/live/defenders.example.org": str(self.nginx),
            "/run/nginx.pid": str(self.nginx / "nginx.pid"),
            "/var/log/nginx": str(self.nginx),
            "/var/www/acme": str(self.nginx / "acme"),
            "${BASE_URL}": f"https://localhost:{self.https}",
            "https://defenders.example.org": f"https://localhost:{self.https}",
            "defenders.example.org": "localhost",
            "http {": f"http {{ {self._temporary()}",
            "user www-data;": f"user {me};" if os.getuid() == 0 else "",
            "listen 443": f"listen 127.0.0.1:{self.https}",
            "listen 80": f"listen 127.0.0.1:{self.http}",
            "listen [::]:443": f"listen [::1]:{self.https}",
            "listen [::]:80": f"listen [::1]:{self.http}",
        }
        return dict(sorted(words.items(), key=lambda item: -len(item[0])))

    def _temporary(self):
        """Return where nginx puts what it cannot keep in memory: its own places are root's."""
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        return " ".join(f"{kind}_temp_path {self.nginx / kind};" for kind in kinds)

    def here(self, text: str) -> str:
        """Return a text of deploy/ or docs/deploy.md for this machine."""
        for there, here in self.exchanged().items():
            text = text.replace(there, here)
        return text


def setting_of_unit(name: str, key: str) -> list[str]:
    """Return the values of a setting of a unit, in order."""
    lines = (UNITS / name).read_text(encoding="utf-8").splitlines()
    return [line.partition("=")[2] for line in lines if line.startswith(f"{key}=")]


def command_of_unit(name: str, key: str, places: Places) -> list[str]:
    """Return a command of a unit as it is started on this machine."""
    (command,) = setting_of_unit(name, key)
    return shlex.split(places.here(command))


def commands_of_unit(name: str, places: Places) -> list[list[str]]:
    """Return the arguments of every command of manage.py that a unit runs, for this machine."""
    commands = [shlex.split(places.here(line)) for line in setting_of_unit(name, "ExecStart")]
    strange = [words[0] for words in commands if words[0] != f"{ROOT}/deploy/manage"]
    assert strange == [], f"{name} starts something else than deploy/manage."
    return [words[1:] for words in commands]


def put_nginx(places: Places) -> Path:
    """Put the configuration of nginx into its folder and return its first file."""
    for source in (DEPLOY / "nginx").iterdir():
        (places.nginx / source.name).write_text(
            places.here(source.read_text(encoding="utf-8")), encoding="utf-8"
        )
    return places.nginx / "nginx.conf"
