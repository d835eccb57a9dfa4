"""How often something may be asked for: `300/min` and the like."""

import re
from functools import lru_cache
from typing import NamedTuple

PERIODS = {"s": 1, "sec": 1, "second": 1, "m": 60, "min": 60, "minute": 60, "h": 3600, "hour": 3600}

_RATE = re.compile(rf"([1-9][0-9]{{0,6}})/({'|'.join(PERIODS)})")


class Rate(NamedTuple):
    """So many requests in so many seconds."""

    requests: int
    seconds: int


@lru_cache(maxsize=8)
def parse_rate(text: str) -> Rate:
    """Return the rate written as `300/min`; ValueError for anything else."""
    known = _RATE.fullmatch(text)
    if not known:
        raise ValueError(f"a rate is a whole number and one of {', '.join(PERIODS)}, such as 300/min")
    return Rate(int(known[1]), PERIODS[known[2]])
