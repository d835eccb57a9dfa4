"""How much is measured."""

from dataclasses import dataclass

COUNTS = (100, 1000, 10_000, 100_000)


@dataclass(frozen=True)
class Options:
    """`count` organisations for lists and files, `counts` for growth; rounds in turns, of so many seconds each.

    `processor_seconds` is what each case gets where processor time is measured, `warm_up` what comes before rounds.
    """

    count: int = 1000
    counts: tuple[int, ...] = COUNTS
    rounds: int = 5
    seconds: float = 2
    processor_seconds: float = 0.3
    warm_up: float = 1
