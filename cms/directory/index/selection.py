"""Which records are found, how many, and those of one page in order: on masks, looking at none that is not shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from cms.common.bounding_box import BoundingBox
from cms.common.text import words
from cms.directory.filters import Filters
from cms.directory.index.masks import numbers_in
from cms.directory.index.opened import OpenRelease

ORDERS = ("name", "-verified_on", "relevance")


@dataclass(frozen=True)
class Selection:
    """What was asked for; `order` is one of ORDERS or None for the usual order."""

    filters: Filters
    lang: str
    box: BoundingBox | None = None
    order: str | None = None


class Found:
    """What passes a selection; `allowed` is the mask of the records that may be shown, None for all of them.

    `restrictions` are the masks of what passes each filter, the search and the box, by name.
    """

    def __init__(self, index: OpenRelease, selection: Selection, allowed: int | None = None):
        self._neutral = index.neutral
        self._selection = selection
        # Who is found in the names, or also by the countries, or also by the summary.
        self._ranks = _search(index, selection)
        self.restrictions = self._restrictions()
        if allowed is not None:
            self.restrictions["allowed"] = allowed
        self._mask = reduce(and_, self.restrictions.values()) if self.restrictions else None
        self.total = self._neutral.size if self._mask is None else self._mask.bit_count()

    def without(self, name: str) -> int:
        """Return the mask of what passes everything but the filter of this name."""
        others = (mask for other, mask in self.restrictions.items() if other != name)
        return reduce(and_, others, self._neutral.everyone)

    def page(self, start: int, end: int) -> Sequence[int]:
        """Return the numbers of the `start`-th to before the `end`-th, in the order asked for."""
        if self._selection.order == "-verified_on":
            return self._neutral.verified.page(self._mask, start, end)
        if self._mask is None:
            return range(self._neutral.size)[start:end]
        shown: list[int] = []
        for part in self._parts():
            held = part.bit_count()
            shown += numbers_in(part, min(start, held), min(end, held))
            start, end = max(start - held, 0), end - held
            if end <= 0:
                break
        return shown

    def _restrictions(self):
        values, box = self._selection.filters.values, self._selection.box
        found = {name: self._neutral.values.having(name, wanted) for name, wanted in values.items()}
        if self._selection.filters.search:
            found["search"] = self._ranks[-1]
        if box:
            found["bbox"] = self._neutral.points.in_box(box)
        return found

    def _parts(self) -> Iterator[int]:
        """Yield what is found in parts of the same rank and scope, the first to be shown first."""
        order, countries = self._selection.order, self._selection.filters.countries
        ranks = self._ranks if order == "relevance" else ()
        scopes = self._neutral.values.serving_scopes(countries) if countries and order != "name" else ()
        for ranked in _each_without_those_before(self._mask, ranks):
            yield from _each_without_those_before(ranked, scopes)


def _search(index, selection):
    everywhere = [index.neutral.everyone] * 3
    found = [index.words_found(word, selection.lang) for word in words(selection.filters.search)]
    return [reduce(and_, masks) for masks in zip(everywhere, *found, strict=True)]


def _each_without_those_before(mask, wider_and_wider):
    """Yield the part of a mask in each of the masks, which grow, that is in none before; without masks, all of it."""
    if not wider_and_wider:
        yield mask
    before = 0
    for wider in wider_and_wider:
        yield mask & wider & ~before
        before = wider
