"""Who asks too often is told when to come back; nobody else notices, and nothing says who it was."""

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from django.test import Client

from cms.api import throttling
from tests.api.identifiers import fixed_uuid

VISITOR = "8.8.8.8"
LIST = "/api/v2/organisations/?limit=1"


@pytest.fixture(autouse=True)
def three_a_minute(settings, monkeypatch):
    """Three requests a minute, twenty seconds into the minute."""
    settings.DEFENDERS_API_RATE = "3/min"
    settings.DEFENDERS_API_CACHE = "default"
    now = [60 * 1000 + 20.4]
    monkeypatch.setattr(throttling.time, "time", lambda: now[0])
    monkeypatch.setattr(throttling, "_paused_until", 0.0)
    caches["default"].clear()
    yield now
    caches["default"].clear()


@pytest.fixture
def ask(built_directory, db, settings):
    """Return a function that asks and gives the response."""
    _pages, settings.DEFENDERS_PUBLISHED_ROOT = built_directory

    def ask(address=LIST, method="get", peer=VISITOR, **headers):
        return getattr(Client(), method)(address, headers=headers, REMOTE_ADDR=peer)

    return ask


def statuses(ask, times=5, **what):
    return [ask(**what).status_code for _time in range(times)]


def test_the_fourth_request_is_refused_with_the_time_to_wait(ask):
    assert statuses(ask, 3) == [200] * 3
    refused = ask()
    assert refused.status_code == 429
    assert refused["Content-Type"] == "application/problem+json"
    assert refused["Retry-After"] == "40"
    assert refused["Cache-Control"] == "no-store"
    assert refused["Access-Control-Allow-Origin"] == "*"
    assert "Retry-After" in refused["Access-Control-Expose-Headers"]
    problem = refused.json()
    assert (problem["status"], problem["title"], problem["parameter"]) == (429, "Too Many Requests", None)
    assert "40 seconds" in problem["detail"]


def test_whoever_waits_as_long_as_told_is_answered(ask, three_a_minute):
    statuses(ask, 4)
    three_a_minute[0] += int(ask()["Retry-After"]) - 1
    assert ask().status_code == 429
    three_a_minute[0] += 1
    assert ask().status_code == 200


def test_others_do_not_notice(ask):
    statuses(ask, 4)
    assert ask(peer="8.8.4.4").status_code == 200


@pytest.mark.parametrize("proxies", [None, 0])
def test_a_forged_header_gives_no_second_helping(ask, settings, proxies):
    settings.DEFENDERS_NUM_PROXIES = proxies
    codes = [ask(**{"x-forwarded-for": f"9.9.9.{number}"}).status_code for number in range(5)]
    assert codes == [200, 200, 200, 429, 429]


def test_behind_a_proxy_visitors_are_told_apart_by_what_it_adds(ask, settings):
    settings.DEFENDERS_NUM_PROXIES = 1
    forged = [
        ask(peer="10.0.0.1", **{"x-forwarded-for": f"9.9.9.{number}, {VISITOR}"}).status_code
        for number in range(5)
    ]
    assert forged == [200, 200, 200, 429, 429]
    assert ask(peer="10.0.0.1", **{"x-forwarded-for": "8.8.4.4"}).status_code == 200


def test_behind_a_socket_without_an_address_nobody_is_refused_for_others(ask, settings):
    settings.DEFENDERS_NUM_PROXIES = 1
    assert statuses(ask, peer="") == [200] * 5
    assert statuses(ask, peer="", **{"x-forwarded-for": VISITOR}) == [200, 200, 200, 429, 429]


def test_a_proxy_nobody_told_us_of_is_not_taken_for_one_visitor(ask):
    assert statuses(ask, peer="127.0.0.1", **{"x-forwarded-for": VISITOR}) == [200] * 5


def test_all_endpoints_count_together_heads_errors_and_what_did_not_change_too(ask):
    etag = ask()["ETag"]
    assert ask(**{"if-none-match": etag}).status_code == 304
    assert ask("/api/v2/programmes/?colour=red", "head").status_code == 400
    assert ask(f"/api/v2/organisations/{fixed_uuid(1)}/").status_code == 429


def test_a_head_that_is_refused_has_no_body(ask):
    statuses(ask, 4)
    refused = ask(method="head")
    assert (refused.status_code, refused.content) == (429, b"")


def test_the_question_of_a_browser_before_it_asks_does_not_count(ask):
    assert statuses(ask, method="options") == [204] * 5
    assert ask().status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/api/v2/schema/", "/published/v1/manifest.json", "/embed/v1/style.css", "/widgets/v1/defenders.js"],
)
def test_what_costs_nothing_has_no_limit(ask, address):
    statuses(ask, 4)
    assert ask(address).status_code == 200


def test_no_limit_is_a_choice(ask, settings):
    settings.DEFENDERS_API_RATE = None
    assert statuses(ask) == [200] * 5


def test_what_is_kept_says_neither_who_nor_when_in_another_window(ask, three_a_minute):
    statuses(ask, 2)
    three_a_minute[0] += 60
    ask()
    kept = caches["default"]._cache
    names = [name for name in kept if "defenders-" in name]
    assert len(set(names)) == 2
    assert not any(VISITOR in f"{name}{kept[name]!r}" for name in kept)


def test_what_is_kept_is_forgotten_at_the_end_of_its_window(ask, monkeypatch):
    kept = []
    add = LocMemCache.add
    monkeypatch.setattr(LocMemCache, "add", lambda *args, **more: kept.append(more) or add(*args, **more))
    ask()
    assert {"timeout": 40} in kept


def test_a_cache_that_is_down_refuses_nobody_and_is_left_alone_for_a_while(ask, monkeypatch):
    asked = []

    def down(*args, **more):
        asked.append(args)
        raise ConnectionError

    monkeypatch.setattr(LocMemCache, "incr", down)
    assert statuses(ask, 6) == [200] * 6
    assert len(asked) == 1


def test_two_processes_that_begin_to_count_at_once_count_both(ask, monkeypatch):
    add = LocMemCache.add

    def overtaken(cache, name, value, *args, **more):
        if "defenders-" in name:
            add(cache, name, value, *args, **more)
            return False
        return add(cache, name, value, *args, **more)

    monkeypatch.setattr(LocMemCache, "add", overtaken)
    assert statuses(ask, 3) == [200, 200, 429]
