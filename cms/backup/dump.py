"""What both databases give: rows to look at and bytes to keep, of one and the same moment. Pure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Whoever reads an archive must not be logged in by it; everybody logs in again after a restoration.
NOT_COPIED = ("django_session",)


@dataclass(frozen=True)
class Dump:
    """A database at one moment: its `version`, `rows(sql)`, and its content in `pieces`."""

    version: str
    rows: Callable[[str], list[tuple]]
    pieces: Iterable[bytes]
