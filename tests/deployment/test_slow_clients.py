"""Who is slow on purpose is cut off, and nobody else waits for it."""

import contextlib
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deployment import slow
from tests.deployment.shipped import DEPLOY

FORM = "/accounts/login/"
LARGE = "/published/v1/hsds.json"
# How many at a time: more than Granian has threads, fewer than nginx lets in from one address.
CROWD = 40
# Beyond the limits of nginx; processors may be busy.
GRACE = 8


def limit(name, unit="s"):
    """Return a limit of deploy/nginx/nginx.conf, one of time in seconds."""
    configuration = (DEPLOY / "nginx" / "nginx.conf").read_text(encoding="utf-8")
    return int(re.search(rf"^\s*{name} (\d+){unit};", configuration, re.MULTILINE)[1])


@pytest.fixture(scope="module")
def crowd(machine):
    """What became of three crowds that came at once, and how long others waited for their answers meanwhile."""
    visitor = machine.visitor
    kinds = {
        "client_header_timeout": lambda: slow.slow_header(visitor, limit("client_header_timeout") + GRACE),
        "client_body_timeout": lambda: slow.slow_body(visitor, FORM, limit("client_body_timeout") + GRACE),
        "send_timeout": lambda: slow.slow_reader(visitor, LARGE, limit("send_timeout") + GRACE),
    }
    with ThreadPoolExecutor(CROWD) as pool:
        jobs = [(name, pool.submit(job)) for name, job in list(kinds.items()) * (CROWD // 3)]
        waits = []
        # While they are all there.
        time.sleep(2)
        for path in ("/livez", "/es/", "/published/v1/overview.json", "/embed/v1/map/?lang=es") * 3:
            began = time.monotonic()
            assert visitor.ask(path).status == 200
            waits.append(time.monotonic() - began)
        found = {name: [job.result() for other, job in jobs if other == name] for name in kinds}
    return found, waits


@pytest.mark.parametrize("name", ["client_header_timeout", "client_body_timeout", "send_timeout"])
def test_all_of_them_are_cut_off_in_time(crowd, name):
    found, _ = crowd
    assert len(found[name]) == CROWD // 3
    assert None not in found[name], f"Somebody was let go on after {limit(name) + GRACE} seconds."
    assert min(found[name]) > 1, "They were refused, not cut off."


def test_others_are_served_meanwhile(crowd):
    _, waits = crowd
    assert statistics.median(waits) < 2
    assert max(waits) < 6


@pytest.mark.parametrize("name", ["client_header_timeout", "client_body_timeout", "send_timeout"])
def test_nobody_is_waited_for_long(name):
    assert 5 <= limit(name) <= 15


def test_so_many_requests_at_once_are_served_to_one_address_and_no_more(machine):
    most = limit("limit_conn per_address", unit="")
    assert machine.visitor.ask("/livez").status == 200
    with contextlib.ExitStack() as held:
        for _ in range(most):
            slow.begin_body(held.enter_context(slow.connected(machine.visitor)), FORM)
        # Each is counted once nginx has read its header.
        deadline = time.monotonic() + 5
        while (status := machine.visitor.ask("/livez").status) != 429:
            assert time.monotonic() < deadline, status
