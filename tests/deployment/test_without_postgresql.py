"""What visitors come for needs no database."""

import time

import pytest

from tests.deployment.survival import EMBEDDED, LISTS, PUBLISHED, forget_counts, stopped


@pytest.fixture(scope="module")
def without_postgresql(machine):
    forget_counts(machine)
    with stopped(machine.postgresql, machine):
        yield machine.visitor


@pytest.mark.parametrize("path", PUBLISHED + EMBEDDED + LISTS)
def test_without_postgresql_everything_published_answers(without_postgresql, path):
    began = time.monotonic()
    assert without_postgresql.ask(path).status == 200
    assert time.monotonic() - began < 5


def test_without_postgresql_readyz_says_so_and_pages_ask_to_come_again(without_postgresql):
    reply = without_postgresql.ask("/readyz")
    assert (reply.status, '"database":false' in reply.text.replace(" ", "")) == (200, True)
    for path in ("/es/", "/accounts/login/", "/api/v2/pages/"):
        reply = without_postgresql.ask(path)
        assert reply.status in (200, 503), path
        if reply.status == 503:
            assert int(reply.headers["retry-after"]) > 0
