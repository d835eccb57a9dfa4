"""Words and the records they stand in, found by their beginning. Pure.

A search for "a" would walk half of the vocabulary. So what all words with the same beginning find together is kept as
a set of its own wherever it is more than a few: no beginning takes more than `MOST_WALKED` numbers to be gathered.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from cms.directory.index.container import Container
from cms.directory.index.sets import Sets, SetWriter
from cms.directory.index.sorted_texts import SortedTexts, write_texts

MOST_WALKED = 1024


def write_words(name: str, found: Mapping[str, Sequence[int]], sets: SetWriter) -> dict[str, bytes]:
    """Return the sections of {word: ascending numbers}; the sets go to `sets`."""
    vocabulary = sorted(found)
    first = len(sets)
    for word in vocabulary:
        sets.add(found[word])
    shared = sorted(_shared_beginnings(vocabulary, found))
    for _low, _high, numbers in shared:
        sets.add(numbers)
    return write_texts(name, vocabulary) | {
        f"{name}.first_set": array("I", [first]).tobytes(),
        f"{name}.shared": array("Q", (_key(low, high) for low, high, _numbers in shared)).tobytes(),
    }


class Words:
    """The words of a file."""

    def __init__(self, container: Container, name: str, sets: Sets):
        self._vocabulary = SortedTexts(container, name)
        self._shared = container.section(f"{name}.shared", "Q")
        (self._first,) = container.section(f"{name}.first_set", "I")
        self._sets = sets

    def beginning_with(self, text: str) -> int:
        """Return the mask of the records in which a word begins with the text."""
        low, high = self._vocabulary.beginning_with(text)
        at = bisect_left(self._shared, _key(low, high))
        if at < len(self._shared) and self._shared[at] == _key(low, high):
            return self._sets.union([self._first + len(self._vocabulary) + at])
        return self._sets.union(range(self._first + low, self._first + high))


def _key(low, high):
    return low << 32 | high


def _shared_beginnings(vocabulary, found) -> Iterator[tuple[int, int, list[int]]]:
    """Yield (low, high, numbers) of all words with the same beginning where these find more than a few together."""
    before = [0, *accumulate(len(found[word]) for word in vocabulary)]
    kept: list[tuple[int, int, list[int]]] = []

    def gather(low, high):
        if high - low == 1 or before[high] - before[low] <= MOST_WALKED:
            return set().union(*(found[word] for word in vocabulary[low:high]))
        depth = _common(vocabulary[low], vocabulary[high - 1])
        together = set().union(*(gather(*part) for part in _parts(vocabulary, low, high, depth)))
        kept.append((low, high, sorted(together)))
        return together

    for low, high in _parts(vocabulary, 0, len(vocabulary), 0):
        gather(low, high)
    return iter(kept)


def _common(one, other):
    """Return with how many characters both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _parts(vocabulary, low, high, depth):
    """Yield (low, high) of the words that go on with the same character after `depth`."""
    start = low
    for at in range(low + 1, high + 1):
        if at == high or vocabulary[at][depth : depth + 1] != vocabulary[start][depth : depth + 1]:
            yield start, at
            start = at
