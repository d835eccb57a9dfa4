"""Sets of numbers as Python integers: bit n says whether n is in the set. Pure."""

import struct
from collections.abc import Iterable, Iterator

_BLOCK = struct.Struct("<64Q")
_WORD_BITS = 64


def mask_of(numbers: Iterable[int], size: int) -> int:
    """Return the mask of numbers below `size`."""
    bits = bytearray(size // 8 + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def numbers_in(mask: int, start: int = 0, stop: int | None = None) -> list[int]:
    """Return the numbers of a mask in order, from the `start`-th until before the `stop`-th.

    What comes before is counted by blocks of 4096 and never looked at one by one.
    """
    found: list[int] = []
    wanted = (mask.bit_count() if stop is None else stop) - start
    for first, word in _words_from(mask, start):
        if len(found) >= wanted:
            break
        while word:
            lowest = word & -word
            found.append(first + lowest.bit_length() - 1)
            word ^= lowest
    return found[: max(wanted, 0)]


def _words_from(mask: int, skip: int) -> Iterator[tuple[int, int]]:
    """Yield (number of the first bit, word) of all words that are not empty, without the first `skip` set bits."""
    blocks = -(-mask.bit_length() // (_BLOCK.size * 8))
    content = mask.to_bytes(blocks * _BLOCK.size, "little")
    for at in range(0, len(content), _BLOCK.size):
        block = content[at : at + _BLOCK.size]
        if skip:
            held = int.from_bytes(block, "little").bit_count()
            if held <= skip:
                skip -= held
                continue
        for position, word in enumerate(_BLOCK.unpack(block)):
            while word and skip:
                word &= word - 1
                skip -= 1
            if word:
                yield at * 8 + position * _WORD_BITS, word
