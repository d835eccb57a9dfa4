"""A cache in Redis that a dead Redis does not take with it: meanwhile each process remembers for itself."""

import logging
import time
from collections import defaultdict
from dataclasses import dataclass

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger("config.redis_cache")

# A Redis that does not answer costs one request this many seconds, and is then left alone for a while.
ANSWER_SECONDS = 0.5
PAUSE_SECONDS = 10

# How Redis is asked, beside what stands in LOCATION. No second try: memory is at hand.
CONNECTION = {
    "socket_connect_timeout": ANSWER_SECONDS,
    "socket_timeout": ANSWER_SECONDS,
    "retry": Retry(NoBackoff(), 0),
    "health_check_interval": 30,
}

_METHODS = (
    *("add", "get", "set", "touch", "delete", "incr", "has_key"),
    *("get_many", "set_many", "delete_many", "clear"),
)


@dataclass
class _State:
    """How a Redis is doing, as far as this process knows: Django makes a cache for every thread."""

    paused_until: float = 0.0
    has_failed: bool = False


_states: defaultdict[str, _State] = defaultdict(_State)


class RedisOrMemory(BaseCache):
    """Redis; for ten seconds after it failed, the memory of this process.

    Whoever counts with it (visitors to the API, failed logins) goes on counting, each process for itself, so that a
    limit is higher for a while and never gone. What was remembered meanwhile is forgotten when Redis is back.
    """

    def __init__(self, location, params):
        super().__init__(params)
        in_redis = {**params, "OPTIONS": CONNECTION}
        self._redis = RedisCache(location, in_redis)
        # Its memory is shared by all caches of this process with the same name.
        self._memory = LocMemCache(f"redis-or-memory {params.get('KEY_PREFIX', '')}", params)
        self._state = _states[location]

    def _call(self, method, *args, **kwargs):
        state = self._state
        if time.monotonic() >= state.paused_until:
            try:
                answer = getattr(self._redis, method)(*args, **kwargs)
            except RedisError:
                state.paused_until = time.monotonic() + PAUSE_SECONDS
                state.has_failed = True
                logger.warning("Redis does not answer: memory takes its place for %d seconds.", PAUSE_SECONDS)
            else:
                if state.has_failed:
                    state.has_failed = False
                    self._memory.clear()
                return answer
        return getattr(self._memory, method)(*args, **kwargs)

    def close(self, **kwargs):
        """Keep the connection: the pool belongs to the process."""


def _forwarded(name):
    def method(self, *args, **kwargs):
        return self._call(name, *args, **kwargs)

    method.__name__ = name
    return method


for _name in _METHODS:
    setattr(RedisOrMemory, _name, _forwarded(_name))
