"""Published files as what was made of them, kept in memory until the file changes.

No database: pages go on while it is down.
"""

import os
from collections.abc import Callable
from typing import Any

from cms.conf import defenders_settings

# Name of a file -> which file it was, what was made of it.
_kept: dict[str, tuple[tuple, Any]] = {}


def read_kept(name: str, parse: Callable[[bytes], Any]) -> Any:
    """Return what `parse` makes of the published file, made once until the file changes; OSError without a file.

    A name always goes with the same `parse`.
    """
    path = defenders_settings.PUBLISHED_ROOT / "current" / name
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        state = (path, status.st_ino, status.st_ctime_ns, status.st_size)
        kept = _kept.get(name)
        if kept and kept[0] == state:
            return kept[1]
        content = file.read()
    made = parse(content)
    _kept[name] = (state, made)
    return made
