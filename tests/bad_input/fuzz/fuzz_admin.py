"""Every view of the admin, asked with every name it looks for in a query or a form, and values that mean nothing."""

import random
from urllib.parse import quote

import pytest
from django.db import transaction
from django.http import QueryDict

from tests.bad_input.admin_addresses import addresses_of
from tests.bad_input.cases import NO_TEXT, NONSENSE
from tests.bad_input.fuzz.rounds import SHARE, until
from tests.bad_input.policies import SECONDS, check_safe
from tests.bad_input.table_admin import FORM
from tests.bad_input.test_admin import administrator, ask, keys, newsroom_of_module  # noqa: F401

VALUES = [*NONSENSE.values(), *NO_TEXT.values(), "", "0", "all", "2026-13-45"]
LOOKING = ("__getitem__", "__contains__", "get", "getlist")


@pytest.fixture
def looked_for(monkeypatch):
    """The set of names that were looked for in queries and forms."""
    names = set()

    def noticing(method):
        known = getattr(QueryDict, method)

        def look(self, name, *more):
            if isinstance(name, str):
                names.add(name)
            return known(self, name, *more)

        return look

    for method in LOOKING:
        monkeypatch.setattr(QueryDict, method, noticing(method), raising=False)
    return names


def test_no_view_of_the_admin_fails_whatever_it_is_sent(ask, keys, looked_for):  # noqa: F811
    addresses = addresses_of(keys)
    assert len(addresses) > 200
    known: dict = {}
    for number in until(SHARE["admin"]):
        chosen = random.Random(number)  # noqa: S311  the same seed makes the same requests
        for _request in range(50):
            address, method = chosen.choice(addresses), chosen.choice(("GET", "POST"))
            if (address, method) not in known:
                looked_for.clear()
                send(ask, address, method, "a=b")
                known[address, method] = sorted(looked_for - {"csrfmiddlewaretoken"})
            names = known[address, method] or ["id"]
            pairs = ((chosen.choice(names), chosen.choice(VALUES)) for _pair in range(chosen.randint(1, 3)))
            send(ask, address, method, "&".join(f"{quote(name)}={value}" for name, value in pairs))


def send(ask, address, method, query):  # noqa: F811
    """Send names and values and take back whatever they did; assert what holds for every answer."""
    target, body = (f"{address}?{query}", b"") if method == "GET" else (address, query.encode())
    with transaction.atomic():
        answer = ask(target, method, (FORM,), body)
        transaction.set_rollback(True)
    check_safe(answer)
    assert answer.seconds < 2 * SECONDS, (method, target, body)
