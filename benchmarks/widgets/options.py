"""How much is measured, and under which conditions."""

from dataclasses import dataclass

from benchmarks.widgets.peers import PEERS


@dataclass(frozen=True)
class Network:
    """Seconds of a round trip, bytes a second."""

    round_trip: float = 0.4
    bandwidth: float = 400_000 / 8


@dataclass(frozen=True)
class Options:
    """`counts` organisations, medians of `repeat` visits, beside these peers.

    The processor is `slower` so many times; `rest` is the time in seconds after each step of a visit, so that what
    follows from it is over.
    """

    counts: tuple[int, ...] = (1000, 10_000)
    repeat: int = 3
    peers: tuple[str, ...] = tuple(PEERS)
    network: Network = Network()
    slower: float = 4
    rest: float = 1.5
