"""New code and new settings arrive without a visitor noticing."""

import os
import signal
import time

from tests.deployment.load import Load
from tests.deployment.shipped import setting_of_unit

PATHS = (
    "/published/v1/overview.json",
    "/embed/v1/map/?lang=eu",
    "/livez",
    "/es/",
    "/widgets/v1/defenders.js",
)
RELOAD_SECONDS = 90


def workers_of(pid):
    """Return the processes that a server started and that still run."""
    return set(map(int, open(f"/proc/{pid}/task/{pid}/children").read().split()))


def wait_for(condition, what):
    deadline = time.monotonic() + RELOAD_SECONDS
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


def test_the_unit_reloads_with_the_signal_that_is_sent_here():
    assert setting_of_unit("defenders-web.service", "ExecReload") == ["/bin/kill -HUP $MAINPID"]


def test_granian_exchanges_its_workers_without_a_failed_request(machine):
    old = workers_of(machine.granian.pid)
    with Load(machine.visitor, PATHS) as load:
        machine.granian.send(signal.SIGHUP)
        wait_for(
            lambda: (
                len(workers_of(machine.granian.pid) - old) == 2 and not workers_of(machine.granian.pid) & old
            ),
            "Granian's workers are the old ones still.",
        )
        beyond = max(load.answered + 50, 200)
        wait_for(lambda: load.answered >= beyond, "Nobody is answered after the reload.")
    assert load.failures == []


def test_nginx_exchanges_its_workers_without_a_failed_request(machine):
    old = workers_of(machine.nginx.pid)
    with Load(machine.visitor, PATHS) as load:
        wait_for(lambda: load.answered > 50, "Nobody is answered before the reload.")
        machine.nginx.send(signal.SIGHUP)
        wait_for(lambda: not workers_of(machine.nginx.pid) & old, "Nginx's workers are the old ones still.")
        beyond = load.answered + 50
        wait_for(lambda: load.answered >= beyond, "Nobody is answered after the reload.")
    assert load.failures == []


def test_a_worker_that_dies_is_replaced(machine):
    old = workers_of(machine.granian.pid)
    os.kill(min(old), signal.SIGKILL)
    wait_for(
        lambda: len(workers_of(machine.granian.pid) - old) == 1, "Nobody took the place of the dead worker."
    )
    wait_for(lambda: machine.visitor.ask("/livez").status == 200, "Nobody answers.")
