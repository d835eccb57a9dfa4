"""A cache that dies takes nothing with it."""

import time

from tests.deployment.editor import try_to_log_in
from tests.deployment.survival import EMBEDDED, LISTS, forget_counts, stopped

EDITOR = """
from django.contrib.auth import get_user_model
get_user_model().objects.create_superuser("somebody", "somebody@example.org", "a-long-enough-password")
"""


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


def test_without_redis_an_editor_logs_in_and_failed_logins_are_still_counted(machine):
    machine.manage("shell", "--no-imports", "--command", EDITOR)
    with stopped(machine.redis, machine):
        accepted = try_to_log_in(machine.visitor, machine.url, "somebody", "a-long-enough-password")
        refused = [try_to_log_in(machine.visitor, machine.url, "nobody", "wrong").status for _ in range(12)]
    # On to the second factor, which this account has to set up.
    assert (accepted.status, accepted.headers["location"].startswith("/")) == (302, True)
    # Five of one account a minute, in each of two processes, whichever of them gets more of the twelve.
    assert set(refused) == {200, 429}
    assert refused.count(200) <= 10
