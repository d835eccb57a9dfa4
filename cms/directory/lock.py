"""One publication at a time: whoever comes second waits for the first."""

import contextlib
import fcntl
import time
from collections.abc import Iterator
from pathlib import Path

# An editor's save waits no longer than this for another publication; the timer catches up.
LOCK_SECONDS = 20

NAME = "lock"


class PublicationBusy(Exception):
    """Another publication holds the lock."""


@contextlib.contextmanager
def publication_lock(root: Path) -> Iterator[None]:
    """Hold the lock of a folder; the system takes it from whoever dies. Raises `PublicationBusy`."""
    deadline = time.monotonic() + LOCK_SECONDS
    with (root / NAME).open("a") as lock:
        while not _taken(lock):
            if time.monotonic() > deadline:
                raise PublicationBusy(f"Another publication has been running for {LOCK_SECONDS} s.")
            time.sleep(0.05)
        yield


def is_free(root: Path) -> bool:
    """Say whether nobody holds the lock of a folder at this moment."""
    try:
        with (root / NAME).open("rb") as lock:
            return _taken(lock)
    except FileNotFoundError:
        return True


def _taken(lock):
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
