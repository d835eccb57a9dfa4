"""Files in the root of what is published that say how the last publication went.

failed      it failed: the files may hold what is not public any more
underway    it has begun; found while nobody holds the lock, it died
held        it waits for a person, see `guard`; what was taken away on purpose is gone all the same
restored    it waits for a person since a backup was restored, see `restored`; likewise
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from cms.conf import defenders_settings
from cms.directory import lock

FAILURE, UNDERWAY, HELD, RESTORED = "failed", "underway", "held", "restored"


def files_are_behind() -> bool:
    """Say whether the files are older than what editors see: the last publication failed, died, or is held."""
    return may_show_too_much() or waits_for_a_person(defenders_settings.PUBLISHED_ROOT)


def waits_for_a_person(root: Path) -> bool:
    """Say whether publications wait until a person decides."""
    return any((root / name).exists() for name in (HELD, RESTORED))


def may_show_too_much() -> bool:
    """Say whether the files may hold what is not public any more: the last publication failed or died."""
    root = defenders_settings.PUBLISHED_ROOT
    if (root / FAILURE).exists():
        return True
    underway = root / UNDERWAY
    # Asked again at the end: it may have come to its end between the first question and the lock.
    return underway.exists() and lock.is_free(root) and underway.exists()


def note_failure(root: Path) -> None:
    """Say that what was published may hold too much, if even that can be written."""
    with contextlib.suppress(OSError):
        (root / FAILURE).touch()


@contextlib.contextmanager
def told_how_it_went(root: Path, harmless: type[Exception]) -> Iterator[None]:
    """Keep the markers while the block publishes; the lock is held. An exception of the harmless kind is no failure."""
    (root / UNDERWAY).touch()
    try:
        yield
    except harmless:
        (root / FAILURE).unlink(missing_ok=True)
        raise
    except BaseException:
        note_failure(root)
        raise
    else:
        (root / FAILURE).unlink(missing_ok=True)
    finally:
        (root / UNDERWAY).unlink(missing_ok=True)
