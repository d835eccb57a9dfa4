"""A cache that dies takes nothing with it."""

import time

from tests.deployment.survival import EMBEDDED, LISTS, forget_counts, stopped


def test_without_redis_nobody_waits_and_nobody_gets_an_error(machine):
    forget_counts(machine)
    with stopped(machine.redis, machine):
        waits = []
        for path in (*LISTS, *EMBEDDED[:2], "/es/", "/accounts/login/") * 2:
            began = time.monotonic()
            assert machine.visitor.ask(path).status == 200, path
            waits.append(time.monotonic() - began)
    assert sorted(waits)[len(waits) // 2] < 1


def test_without_redis_visitors_are_still_counted(machine):
    with stopped(machine.redis, machine):
        statuses = {machine.visitor.ask("/api/v2/categories/").status for _ in range(700)}
    assert statuses == {200, 429}
