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

    The processor is `slower` so many times. `steps` are what a visitor does, as `watch.js` names it; `rest` is the time
    in seconds after each of them, so that what follows from it is over. `countries` are gone near to: small enough that
    choosing one in the list does it, one on every continent.
    """

    counts: tuple[int, ...] = (1000, 10_000)
    repeat: int = 3
    peers: tuple[str, ...] = tuple(PEERS)
    network: Network = Network()
    slower: float = 4
    steps: tuple[str, ...] = ("loaded", "typing", "country", "places")
    rest: float = 1.5
    countries: tuple[str, ...] = ("GT", "BE", "RW", "LB", "BD", "FJ")
