"""A Wagtail project of somebody else, in an environment of its own that sees the locked packages and the wheel."""

import contextlib
import os
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.request
import venv
from dataclasses import dataclass
from pathlib import Path

from tests.browser.conftest import free_port

COMMAND_SECONDS = 120
START_SECONDS = 60
# What would lead the project back to this one.
OURS = {"DJANGO_SETTINGS_MODULE", "PYTHONPATH", "DATABASE_URL", "DATA_DIR", "BASE_URL", "PORT"}


class CommandFailed(AssertionError):
    """A command of the project ended with an error; the message holds what it wrote."""


@dataclass(frozen=True)
class Project:
    """`folder` holds the project, `python` is the interpreter of its environment."""

    folder: Path
    python: Path

    def run(self, *arguments) -> str:
        """Run the interpreter in the project's folder and return what it wrote."""
        done = subprocess.run(  # noqa: S603
            [self.python, *arguments],
            cwd=self.folder,
            env=_environment(),
            capture_output=True,
            text=True,
            timeout=COMMAND_SECONDS,
        )
        if done.returncode:
            raise CommandFailed(f"{' '.join(map(str, arguments))}\n{done.stdout}{done.stderr}")
        return done.stdout

    def manage(self, *arguments) -> str:
        """Run `manage.py` with these arguments and return what it wrote."""
        return self.run("manage.py", *arguments)

    def script(self, code) -> str:
        """Run Python code inside the project and return what it wrote."""
        return self.manage("shell", "--no-imports", "--command", code)

    @contextlib.contextmanager
    def serve(self):
        """Serve on a free port of this machine meanwhile; gives the base URL."""
        url = f"http://127.0.0.1:{free_port()}"
        log = self.folder / "server.log"
        with log.open("w") as output:
            server = subprocess.Popen(  # noqa: S603
                [self.python, "manage.py", "runserver", url.removeprefix("http://"), "--noreload"],
                cwd=self.folder,
                env=_environment(),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait(url, server, log)
            yield url
        finally:
            server.terminate()
            server.wait(timeout=20)


def start_project(folder: Path, wheel: Path) -> Project:
    """Make an environment, install the wheel into it without a network, and start a project with `wagtail start`."""
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=True)
    python = environment / "bin" / "python"
    paths = sysconfig.get_paths(vars={"base": str(environment), "platbase": str(environment)})
    # After the environment's own packages come those that are locked for this project.
    locked = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
    Path(paths["purelib"], "locked.pth").write_text("\n".join(locked), encoding="utf-8")
    project = Project(folder / "project", python)
    project.folder.mkdir()
    install = ("-m", "pip", "--python", python, "install", "--no-index", "--no-deps", "--quiet", wheel)
    Project(project.folder, Path(sys.executable)).run(*install)
    project.run("-m", "wagtail.bin.wagtail", "start", "mysite", ".")
    return project


def _environment():
    return {name: value for name, value in os.environ.items() if name not in OURS}


def _wait(url, server, log):
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{url}/widgets/v1/defenders.js", timeout=5).close()  # noqa: S310
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise CommandFailed(f"The project did not serve:\n{log.read_text(encoding='utf-8')}")
