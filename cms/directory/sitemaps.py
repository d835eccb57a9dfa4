"""Sitemaps: whoever has pages lists them in files of its own and registers where those are; one index names them all.

Nothing here reads a database, so that the index answers without one.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Sitemap(NamedTuple):
    """The absolute address of a sitemap, and the day ("2026-11-22") of the last change in it, None for unknown."""

    url: str
    changed: str | None = None


Sitemaps = Callable[[], Iterable[Sitemap]]
_registered: list[Sitemaps] = []


def register_sitemaps(sitemaps: Sitemaps) -> None:
    """Add sitemaps to the index; they are asked for whenever it is."""
    if sitemaps not in _registered:
        _registered.append(sitemaps)


def all_sitemaps() -> list[Sitemap]:
    """Return the sitemaps of everybody."""
    return [sitemap for sitemaps in _registered for sitemap in sitemaps()]
