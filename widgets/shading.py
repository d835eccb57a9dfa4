"""Steps of shading: how many organisations serve a country, said with a colour. Pure.

The map in the browser computes the same (`src/map/choropleth.js`).
"""

from collections.abc import Iterable, Sequence

STEPS = 5


def breaks_of(counts: Iterable[int]) -> list[int]:
    """Return from how many organisations on each step begins, ascending, at most `STEPS`.

    Each next step is for what is above the average of the rest, because few countries have many (head/tail breaks).
    """
    rest = sorted(count for count in counts if count > 0)
    breaks: list[int] = []
    while rest and len(breaks) < STEPS:
        breaks.append(rest[0])
        average = sum(rest) / len(rest)
        rest = [count for count in rest if count > average]
    return breaks


def step_of(count: int, breaks: Sequence[int]) -> int:
    """Return the step of a count, 0 for none to `STEPS`; few steps use the middle of the range."""
    passed = sum(count >= first for first in breaks)
    return passed + (STEPS - len(breaks)) // 2 if passed else 0


def legend(breaks: Sequence[int]) -> list[tuple[int, int, int | None]]:
    """Return (step, from, to) for every step in use; the last one has no end."""
    ends = [first - 1 for first in breaks[1:]]
    return [(step_of(first, breaks), first, last) for first, last in zip(breaks, [*ends, None], strict=False)]
