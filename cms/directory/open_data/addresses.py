"""Where the page about an organisation is, for the files that name it.

The read model does not know who shows organisations: whoever does registers where.
"""

from collections.abc import Callable

# Takes a language; returns what stands before the slug in the absolute address of a page, and what stands after it.
PagesIn = Callable[[str], tuple[str, str]]
_registered: list[PagesIn] = []


def register_organisation_pages(pages_in: PagesIn) -> None:
    """Say where the pages about organisations are, instead of what was said before."""
    _registered[:] = [pages_in]


def organisation_pages(lang: str) -> Callable[[str], str]:
    """Return what gives the address of the page about the organisation with a slug; "" where nobody shows any."""
    if not _registered:
        return lambda slug: ""
    before, after = _registered[0](lang)
    return lambda slug: f"{before}{slug}{after}"
