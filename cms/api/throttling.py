"""How often one visitor may ask the API: counted in Django's cache, under names that say nothing of who it was.

Every request counts but the question a browser asks first (OPTIONS): a 304 costs us as much as the answer it saves.
"""

import hmac
import logging
import math
import time
from collections.abc import Mapping

from django.conf import settings
from django.core.cache import caches
from django.utils.encoding import force_bytes

from cms.api.problems import Problem
from cms.common.http.clients import client_network
from cms.conf import defenders_settings

logger = logging.getLogger("cms.api")

# A cache that does not answer is left alone for this long: waiting for it would slow down everybody.
PAUSE_SECONDS = 30

_paused_until = 0.0


def check_rate(environ: Mapping[str, str]) -> None:
    """Count a request; `Problem` 429 for who has asked too often. Whoever cannot be told apart or counted passes."""
    rate = defenders_settings.API_RATE
    if rate is None or time.monotonic() < _paused_until:
        return
    client = client_network(
        environ.get("REMOTE_ADDR", ""),
        environ.get("HTTP_X_FORWARDED_FOR", ""),
        defenders_settings.NUM_PROXIES,
    )
    if client is None:
        return
    window, passed = divmod(time.time(), rate.seconds)
    wait = max(1, math.ceil(rate.seconds - passed))
    if _count(_name(client, int(window)), wait) > rate.requests:
        raise Problem(
            429,
            f"That is more than {rate.requests} requests in {rate.seconds} seconds. Ask again in {wait} seconds; the "
            "published files hold everything and have no limit.",
            headers={"Retry-After": str(wait)},
        )


def _name(client, window):
    # Another one for every window, so that nobody who sees the cache can follow a visitor from one to the next.
    words = f"cms.api.throttling|{window}|{client}"
    return "defenders-" + hmac.digest(force_bytes(settings.SECRET_KEY), words.encode(), "sha256").hex()[:32]


def _count(name, seconds):
    """Return how many requests were counted under the name, this one included; 0 if nobody can say."""
    global _paused_until
    try:
        cache = caches[defenders_settings.API_CACHE]
        try:
            return cache.incr(name)
        except ValueError:
            # Not counted before, or by another process in this very moment.
            return 1 if cache.add(name, 1, timeout=seconds) else cache.incr(name)
    except Exception:  # noqa: BLE001  every cache has errors of its own, and none of them may cost an answer
        _paused_until = time.monotonic() + PAUSE_SECONDS
        logger.warning("The cache does not answer: requests are not counted for %d seconds.", PAUSE_SECONDS)
        return 0
