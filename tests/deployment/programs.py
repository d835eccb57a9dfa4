"""Programs that Debian has and the tests start; one that is missing is a failure, said in one sentence."""

import glob
import os
import shutil

import pytest

# Not everybody's PATH has them.
MORE_FOLDERS = "/usr/sbin:/usr/local/sbin"


def find(name: str, package: str) -> str:
    """Return the path of a program; fails the test without it."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:{MORE_FOLDERS}")
    return found or missing(name, package)


def find_of_postgresql(name: str) -> str:
    """Return the path of a program of the newest PostgreSQL; fails the test without it."""
    found = glob.glob(f"/usr/lib/postgresql/*/bin/{name}")
    newest = max(found, key=lambda path: float(path.split("/")[4]), default=None)
    return newest or missing(name, "postgresql")


def missing(name, package):
    """Fail with what to do about it."""
    pytest.fail(f"{name} is missing: apt install {package}", pytrace=False)
