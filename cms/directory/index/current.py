"""The index of the current release, kept by each process until another release is current."""

import threading
from pathlib import Path

from cms.conf import defenders_settings
from cms.directory.index.missing import NothingPublished
from cms.directory.index.opened import UNREADABLE, OpenRelease, open_release
from cms.directory.releases import current_release

# A release may be replaced, and removed, between looking which it is and opening it.
_ATTEMPTS = 3

_kept: OpenRelease | None = None
_opening = threading.Lock()


def current_index() -> OpenRelease:
    """Return the index of the current release; NothingPublished without one. One look at a symbolic link."""
    folder = _current_folder()
    kept = _kept
    return kept if kept and kept.folder == folder else _open_current()


def _open_current():
    global _kept
    with _opening:
        for _attempt in range(_ATTEMPTS):
            folder = _current_folder()
            if _kept and _kept.folder == folder:
                return _kept
            try:
                _kept = open_release(folder)
            except FileNotFoundError:
                continue
            except UNREADABLE as error:
                raise NothingPublished(folder.name) from error
            return _kept
        raise NothingPublished(folder.name)


def _current_folder() -> Path:
    root = defenders_settings.PUBLISHED_ROOT
    release = current_release(root)
    if release is None:
        raise NothingPublished(root.name)
    return root / release
