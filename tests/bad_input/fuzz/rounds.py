"""Rounds of made-up requests for as long as there is time, each from a seed that makes the same ones again.

`FUZZ_SECONDS` is how long all of them take together, `FUZZ_SEED` the first seed; the one that found something is
printed.
"""

import os
import random
import time
from itertools import count

from hypothesis import HealthCheck, Phase, seed, settings

SECONDS = float(os.environ.get("FUZZ_SECONDS", "300"))
# Each of a module's tests has its share of the time.
SHARE = {"api": 0.4, "stateful": 0.1, "embed": 0.1, "oembed": 0.1, "files": 0.1, "uploads": 0.1, "admin": 0.1}
EXAMPLES = 40
SETTINGS = settings(
    max_examples=EXAMPLES,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


def first_seed():
    """Return the seed to begin with: the one asked for, else a new one."""
    return int(os.environ.get("FUZZ_SEED") or random.SystemRandom().randrange(10**6))


def until(share):
    """Yield seeds until the share of the time is over, at least one; print them as they begin."""
    end = time.monotonic() + SECONDS * share
    for number in count(first_seed()):
        print(f"FUZZ_SEED={number}", flush=True)  # noqa: T201  pytest shows it with what failed
        yield number
        if time.monotonic() > end:
            return


def run(made, share):
    """Run a test made by Hypothesis's `given` in rounds."""
    made = SETTINGS(made)
    for number in until(share):
        seed(number)(made)()
