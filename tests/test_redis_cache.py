"""A cache whose Redis does not answer is a cache in memory until it does."""

import logging
import time
from types import SimpleNamespace

import pytest
from redis.exceptions import ConnectionError as NoRedis

from config import redis_cache
from config.redis_cache import PAUSE_SECONDS, RedisOrMemory


class Redis:
    """Stands where Django's Redis cache stands: answers or does not, and counts how often it was asked."""

    def __init__(self):
        self.is_down = False
        self.asked = 0
        self.kept = {}

    def __getattr__(self, method):
        def answer(key, value=None, **options):
            self.asked += 1
            if self.is_down:
                raise NoRedis
            if method == "set":
                self.kept[key] = value
            return self.kept.get(key, value)

        return answer


@pytest.fixture
def now(monkeypatch):
    """A clock that a test moves."""
    clock = [1000.0]
    monkeypatch.setattr(redis_cache, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    return clock


@pytest.fixture
def cache(now, monkeypatch):
    """A cache with a Redis of this test."""
    monkeypatch.setattr(redis_cache, "_states", redis_cache.defaultdict(redis_cache._State))
    made = RedisOrMemory("redis://localhost:1/0", {"KEY_PREFIX": "test"})
    made._memory.clear()
    made._redis = Redis()
    return made


def test_while_redis_answers_it_alone_is_asked(cache):
    cache.set("a", 1)
    assert cache.get("a") == 1
    assert (cache._redis.asked, cache._memory.get("a")) == (2, None)


def test_without_redis_counting_goes_on(cache):
    cache._redis.is_down = True
    assert cache.add("attempts", 1, timeout=60)
    assert [cache.incr("attempts") for _ in range(3)] == [2, 3, 4]
    assert cache.get_many(["attempts"]) == {"attempts": 4}
    with pytest.raises(ValueError, match="not found"):
        cache.incr("never-counted")


def test_a_dead_redis_is_left_alone_for_a_while_and_says_so_once(cache, now, caplog):
    cache._redis.is_down = True
    with caplog.at_level(logging.WARNING):
        for _ in range(20):
            cache.get("a")
    assert (cache._redis.asked, len(caplog.records)) == (1, 1)
    now[0] += PAUSE_SECONDS
    cache.get("a")
    assert cache._redis.asked == 2


def test_all_threads_know_that_it_is_dead(cache):
    """Django makes a cache for every thread: sixteen of them are not to wait for the same Redis."""
    other = RedisOrMemory("redis://localhost:1/0", {"KEY_PREFIX": "test"})
    other._redis = Redis()
    cache._redis.is_down = True
    cache.get("a")
    other.get("a")
    assert other._redis.asked == 0


def test_what_was_remembered_meanwhile_is_forgotten_when_redis_is_back(cache, now):
    cache._redis.is_down = True
    cache.set("a", "while it was down")
    cache._redis.is_down = False
    now[0] += PAUSE_SECONDS
    assert cache.get("a", "nothing") == "nothing"
    cache._redis.is_down = True
    assert cache.get("a") is None


def test_a_redis_that_is_nowhere_costs_less_than_a_second():
    nowhere = RedisOrMemory("unix:///nonexistent/redis.sock?db=0", {"KEY_PREFIX": "nowhere"})
    began = time.monotonic()
    nowhere.set("a", 1)
    assert nowhere.get("a") == 1
    assert time.monotonic() - began < 1
