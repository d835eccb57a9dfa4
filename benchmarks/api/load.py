"""Several sides under load in turns, so that noise hits all alike."""

import statistics
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from benchmarks.api.cases import Case
from benchmarks.api.options import Options


class Answers(Protocol):
    """What is measured: a server, or anything that answers like one."""

    name: str
    pid: int

    def ask(self, path: str, headers: Iterable[tuple[str, str]] = ()) -> tuple[int, dict[str, str], bytes]:
        """Return (status, headers, body) of one answer."""

    def load(self, case: Case, seconds: float) -> dict[str, float]:
        """Return `rate` (1/s), `p50` and `p99` (ms) and `errors` under load."""


@dataclass(frozen=True)
class Side:
    """One of those that are compared: who answers, what is asked, and the status that is right."""

    server: Answers
    case: Case
    status: int = 200


def first_answer(side: Side, path: str | None = None) -> tuple[dict[str, str], bytes]:
    """Return (headers by small letters, body) of one address; ValueError when it does not answer as it should."""
    path = path or side.case.paths[0]
    status, headers, body = side.server.ask(path, side.case.headers)
    if status != side.status:
        raise ValueError(f"{side.server.name}, {path}: {status} instead of {side.status}. {body[:300]!r}")
    return {name.lower(): value for name, value in headers.items()}, body


def compare(sides: Mapping[str, Side], options: Options, rounds: int = 0) -> dict[str, dict[str, float]]:
    """Return {side: medians of rate (1/s), p50 and p99 (ms), and the sum of errors} of rounds in turns.

    The rounds are those of the options unless their number is given.
    """
    found: dict[str, list[dict]] = {name: [] for name in sides}
    for side in sides.values():
        for path in side.case.paths:
            first_answer(side, path)
        side.server.load(side.case, options.warm_up)
    for _ in range(rounds or options.rounds):
        for name, side in sides.items():
            found[name].append(side.server.load(side.case, options.seconds))
    return {name: _medians(results) for name, results in found.items()}


def _medians(results):
    medians = {name: statistics.median(one[name] for one in results) for name in ("rate", "p50", "p99")}
    return medians | {"errors": sum(one["errors"] for one in results)}
