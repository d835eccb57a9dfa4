"""What follows once this site shows a release: the copy in a storage, then the caches in front of both."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cms.directory.front_cache import forget_changed, shown_in
from cms.directory.public_storage import copy_release


@contextmanager
def delivered(root: Path, even_after: type[Exception]) -> Iterator[None]:
    """Deliver what a folder of releases shows after the block, also when it ends by this kind of exception.

    Raises what the storage raises; the caches are told of what changed here all the same.
    """
    with shown_in(root / "current") as before:
        try:
            yield
        except even_after:
            _deliver(root / "current", before)
            raise
        _deliver(root / "current", before)


def _deliver(current, before):
    if not current.is_dir():
        return
    copied: frozenset[str] = frozenset()
    try:
        copied = copy_release(current)
    finally:
        forget_changed(before, current, copied)
