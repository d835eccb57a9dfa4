"""On what it was measured."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks.api.servers import find_nginx

PACKAGES = ("Django", "wagtail", "djangorestframework", "orjson", "brotli", "granian")


def describe(database: str) -> dict[str, str]:
    """Return {what: words} about the machine, its system and the versions; `database` is its address."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
        "packages": packages,
        "database": "PostgreSQL" if database.startswith("postgres") else "SQLite",
        "other programs": f"{_said(find_nginx(), '-v')}, {_said('wrk', '-v')}",
    }


def load_average() -> float:
    """Return how many processes wanted a processor in the last minute: more than a little, and numbers are noisy."""
    return os.getloadavg()[0]


def _processor():
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


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
