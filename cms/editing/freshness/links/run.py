"""Ask many addresses politely: few at a time, one request to a host at a time, and an end to it. Imports no Django."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from urllib.parse import urlsplit

from cms.editing.freshness.links.probe import Finding

# Between two requests to the same host, in seconds.
PAUSE = 1.0


class Turns:
    """One request to a host at a time, with a pause after it."""

    def __init__(self, pause: float = PAUSE):
        self.pause = pause
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._guard = threading.Lock()

    @contextmanager
    def __call__(self, host: str) -> Iterator[None]:
        """Wait until nobody else asks the host."""
        with self._guard:
            lock = self._locks[host]
        with lock:
            yield
            time.sleep(self.pause)


def ask_all(
    urls: Iterable[str], probe: Callable[[str], Finding], concurrency: int, seconds: float
) -> Iterator[tuple[str, Finding]]:
    """Yield (address, Finding) as they come; after `seconds` no further address is begun, and those are left out."""
    deadline = time.monotonic() + seconds
    with ThreadPoolExecutor(max_workers=concurrency) as pool:
        asked = [pool.submit(_ask_host, hosted, probe, deadline) for hosted in _by_host(urls)]
        for future in as_completed(asked):
            yield from future.result()


def _by_host(urls):
    hosts: dict[str, list[str]] = defaultdict(list)
    for url in dict.fromkeys(urls):
        hosts[host_of(url)].append(url)
    return hosts.values()


def host_of(url: str) -> str:
    """Return the host of an address, "" where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _ask_host(urls, probe, deadline):
    found = []
    for url in urls:
        if time.monotonic() >= deadline:
            break
        found.append((url, probe(url)))
    return found
