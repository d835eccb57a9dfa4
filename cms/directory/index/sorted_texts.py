"""Texts in the order of their bytes, found by bisection where they lie. Pure."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from cms.directory.index.container import Container

# No byte of UTF-8 is as high: text + _END comes after everything that begins with the text.
_END = b"\xff"


def write_texts(name: str, texts: Iterable[str]) -> dict[str, bytes]:
    """Return the sections of texts that are in order (of code points, which is that of their bytes)."""
    starts, content = array("Q", [0]), bytearray()
    for text in texts:
        content += text.encode()
        starts.append(len(content))
    return {f"{name}.text": bytes(content), f"{name}.starts": starts.tobytes()}


class SortedTexts(Sequence):
    """The texts as bytes, none of them in memory."""

    def __init__(self, container: Container, name: str):
        self._text = container.section(f"{name}.text")
        self._starts = container.section(f"{name}.starts", "Q")

    def __len__(self):
        return len(self._starts) - 1

    def __getitem__(self, at):
        return bytes(self._text[self._starts[at] : self._starts[at + 1]])

    def index_of(self, text: str) -> int | None:
        """Return where a text is, or None."""
        wanted = text.encode()
        at = bisect_left(self, wanted)
        return at if at < len(self) and self[at] == wanted else None

    def beginning_with(self, text: str) -> tuple[int, int]:
        """Return (first, end) of the texts that begin with a text."""
        wanted = text.encode()
        first = bisect_left(self, wanted)
        return first, bisect_left(self, wanted + _END, lo=first)


def write_keys(name: str, numbers: dict[str, int]) -> dict[str, bytes]:
    """Return the sections of {key: number}."""
    keys = sorted(numbers)
    values = array("I", (numbers[key] for key in keys))
    return write_texts(name, keys) | {f"{name}.numbers": values.tobytes()}


class Keys:
    """Numbers by key."""

    def __init__(self, container: Container, name: str):
        self._keys = SortedTexts(container, name)
        self._numbers = container.section(f"{name}.numbers", "I")

    def number_of(self, key: str) -> int | None:
        """Return the number of a key, or None."""
        at = self._keys.index_of(key)
        return None if at is None else self._numbers[at]
