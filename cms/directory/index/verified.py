"""The order in which who was verified last comes first. Pure."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date

from cms.directory.index.container import Container
from cms.directory.index.masks import numbers_in
from cms.directory.index.sets import Sets, SetWriter

# So many are passed over at once, and at most so many looked at one by one.
BLOCK = 4096

# So few, per record, are sorted rather than looked for along the order.
_FEW = 100


def write_verified(records: Sequence[Mapping], sets: SetWriter) -> dict[str, bytes]:
    """Return the sections of records that are in order of their names."""
    order = sorted(range(len(records)), key=lambda number: -_day(records[number]["verified_on"]))
    first = len(sets)
    for at in range(0, len(order), BLOCK):
        sets.add(sorted(order[at : at + BLOCK]))
    return {
        "verified.first_set": array("I", [first]).tobytes(),
        "verified.order": array("I", order).tobytes(),
        "verified.rank": array("I", sorted(range(len(order)), key=order.__getitem__)).tobytes(),
    }


class Verified:
    """The order in a file: verified last first, never verified last, then by name."""

    def __init__(self, container: Container, sets: Sets):
        (self._first,) = container.section("verified.first_set", "I")
        self._order = container.section("verified.order", "I")
        self._rank = container.section("verified.rank", "I")
        self._sets = sets

    def page(self, mask: int | None, start: int, end: int) -> Sequence[int]:
        """Return the `start`-th to before the `end`-th of the records in a mask, None for that of all."""
        if mask is None:
            return self._order[start:end]
        total = mask.bit_count()
        if total * total <= _FEW * len(self._order):
            return sorted(numbers_in(mask), key=self._rank.__getitem__)[start:end]
        end = min(end, total)
        at = 0
        for block in range(len(self._order) // BLOCK):
            held = (mask & self._sets.union([self._first + block])).bit_count() if start else 0
            if held >= start:
                break
            start, end, at = start - held, end - held, at + BLOCK
        return self._along(mask, at, end)[start:]

    def _along(self, mask, at, wanted):
        bits = mask.to_bytes(len(self._order) // 8 + 1, "little")
        shown: list[int] = []
        for number in self._order[at:]:
            if len(shown) >= wanted:
                break
            if bits[number >> 3] >> (number & 7) & 1:
                shown.append(number)
        return shown


def _day(verified_on):
    return date.fromisoformat(verified_on).toordinal() if verified_on else 0
