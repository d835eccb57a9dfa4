"""Many sets of numbers in one section: frequent ones as masks, rare ones as lists. Pure."""

from array import array
from collections.abc import Iterable, Sequence

from cms.directory.index.container import Container
from cms.directory.index.masks import mask_of

_NUMBER_BYTES = 4


def _mask_bytes(size):
    return size // 8 + 1


def _is_frequent(count, size):
    return count * _NUMBER_BYTES > _mask_bytes(size)


class SetWriter:
    """Collects sets of numbers below `size`; each gets the next id, from 0."""

    def __init__(self, size: int):
        self.size = size
        self._counts = array("I")
        self._starts = array("Q")
        self._data = bytearray()

    def __len__(self):
        return len(self._counts)

    def add(self, numbers: Sequence[int]) -> int:
        """Add a set of ascending numbers and return its id."""
        self._counts.append(len(numbers))
        self._starts.append(len(self._data))
        if _is_frequent(len(numbers), self.size):
            self._data += mask_of(numbers, self.size).to_bytes(_mask_bytes(self.size), "little")
            self._data += bytes(-len(self._data) % _NUMBER_BYTES)
        else:
            self._data += array("I", numbers).tobytes()
        return len(self._counts) - 1

    def sections(self) -> dict[str, bytes]:
        """Return what `Sets` reads."""
        return {
            "sets.counts": self._counts.tobytes(),
            "sets.starts": self._starts.tobytes(),
            "sets.data": bytes(self._data),
        }


class Sets:
    """The sets of a file, read where they lie."""

    def __init__(self, container: Container, size: int):
        self.size = size
        self._counts = container.section("sets.counts", "I")
        self._starts = container.section("sets.starts", "Q")
        self._data = container.section("sets.data")

    def union(self, ids: Iterable[int]) -> int:
        """Return the mask of everything that is in one of the sets."""
        mask, rare = 0, bytearray()
        for key in ids:
            count, start = self._counts[key], self._starts[key]
            if _is_frequent(count, self.size):
                end = start + _mask_bytes(self.size)
                mask |= int.from_bytes(self._data[start:end], "little")
                continue
            rare = rare or bytearray(_mask_bytes(self.size))
            for number in self._data[start : start + count * _NUMBER_BYTES].cast("I"):
                rare[number >> 3] |= 1 << (number & 7)
        return mask | int.from_bytes(rare, "little")
