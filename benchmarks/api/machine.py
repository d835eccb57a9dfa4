"""On what it was measured."""

import subprocess
from importlib.metadata import version

from benchmarks.api.servers import find_nginx
from benchmarks.machine import hardware

PACKAGES = ("Django", "wagtail", "djangorestframework", "orjson", "brotli", "granian")


def describe(database: str) -> dict[str, str]:
    """Return {what: words} about the machine, its system and the versions; `database` is its address."""
    return hardware() | {
        "packages": ", ".join(f"{name} {version(name)}" for name in PACKAGES),
        "database": "PostgreSQL" if database.startswith("postgres") else "SQLite",
        "other programs": f"{_said(find_nginx(), '-v')}, {_said('wrk', '-v')}",
    }


def _said(program, option):
    """Return the first words of what a program says about its version."""
    if program is None:
        return ""
    try:
        done = subprocess.run([program, option], capture_output=True, text=True, check=False)  # noqa: S603
    except FileNotFoundError:
        return ""
    words = (done.stdout + done.stderr).removeprefix("nginx version: ").split()
    return " ".join(words[:2]) if words[:1] == ["wrk"] else " ".join(words[:1])
