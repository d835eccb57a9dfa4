"""On what it was measured."""

import os
import platform
from pathlib import Path


def hardware() -> dict[str, str]:
    """Return {what: words} about the machine and its system."""
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "Python": platform.python_version(),
    }


def load_average() -> float:
    """Return how many processes wanted a processor in the last minute: more than a little, and numbers are noisy."""
    return os.getloadavg()[0]


def _processor():
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())
