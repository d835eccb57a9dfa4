"""How much is measured."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.api.data import FOLDER


@dataclass(frozen=True)
class Options:
    """`count` organisations for lists and files, `largest` for growth; rounds in turns, each of so many seconds."""

    count: int = 1000
    largest: int = 10_000
    rounds: int = 5
    seconds: float = 2
    folder: Path = FOLDER

    @property
    def counts(self) -> list[int]:
        """Numbers of organisations for growth: a hundred, and ten times as many each."""
        return [count for count in (100, 1000, 10_000, 100_000) if count <= self.largest]
