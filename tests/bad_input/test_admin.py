"""An administrator whose links or forms are damaged gets a sentence, and nothing has changed."""

import logging

import pytest
from django.conf import settings
from django.db import transaction
from wagtail.models import Workflow

from cms.editing.bad_input import rules
from tests.bad_input import table_admin
from tests.bad_input.admin_addresses import odd_addresses
from tests.bad_input.asking import HOST, Asker
from tests.bad_input.cases import named
from tests.bad_input.conftest import what_is_written
from tests.bad_input.policies import SECONDS, check, check_safe
from tests.editing.roles.conftest import newsroom_of_module  # noqa: F401

ADDRESSES = odd_addresses()
PROOF = "a" * 32
# What remembers who is logged in and who looks at what, and is no content.
NOT_CONTENT = ("django_session", "wagtailcore_editingsession", "wagtailadmin_formstate", "accounts_")


@pytest.fixture(scope="module")
def administrator(newsroom_of_module, django_db_blocker):  # noqa: F811
    """An Asker who is logged in as an administrator that reads English."""
    from django.core.handlers.wsgi import WSGIHandler

    with django_db_blocker.unblock():
        client = newsroom_of_module.client("superuser")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={PROOF}"
    proof = (
        ("Cookie", cookies),
        ("X-CSRFToken", PROOF),
        ("Origin", f"https://{HOST}"),
        ("Accept-Language", "en"),
    )
    return Asker(WSGIHandler(), proof)


@pytest.fixture
def ask(administrator, connections_stay, db):
    """The same within one test, whose changes are undone."""
    return administrator


@pytest.fixture
def keys(newsroom_of_module, db):  # noqa: F811
    """Return {name: key} of what the cases are about."""
    objects = newsroom_of_module.objects
    return {
        "organisation": objects["organisation"].pk,
        "text": objects["organisationtext eu"].pk,
        "page": objects["page es"].pk,
        "home": objects["home es"].pk,
        "workflow": Workflow.objects.order_by("pk").first().pk,
    }


def changed(statements):
    """Return the statements that changed content."""
    return [sql for sql in statements if not any(table in sql.split("(")[0] for table in NOT_CONTENT)]


@pytest.mark.parametrize("case", table_admin.CASES, ids=named(table_admin.CASES))
def test_what_cannot_be_taken_is_refused_with_a_sentence_and_changes_nothing(ask, keys, case):
    for name, key in keys.items():
        case = case._replace(target=case.target.replace(f"{{{name}}}", str(key)))
    with what_is_written() as statements:
        answer = ask(case.target, case.method, case.headers, case.body)
    check(case, answer)
    assert changed(statements) == []
    assert (
        answer.seconds < SECONDS or ask(case.target, case.method, case.headers, case.body).seconds < SECONDS
    )


def test_no_address_of_the_admin_fails_whatever_its_parts_are(ask):
    faults = []
    for first, *others in ADDRESSES:
        for address, method in ((first, "POST"), *((one, "GET") for one in [first, *others])):
            with transaction.atomic():
                answer = ask(address, method, (table_admin.FORM,), b"a=b" if method == "POST" else b"")
                transaction.set_rollback(True)
            check_safe(answer)
            if answer.status >= 500 or answer.seconds > SECONDS:
                faults.append((answer.status, answer.seconds, method, address))
    assert faults == []
    assert len(ADDRESSES) > 150


def test_what_no_rule_foresaw_is_refused_all_the_same_and_logged_without_the_request(
    ask, caplog, monkeypatch
):
    monkeypatch.setattr(rules, "ANYWHERE", ())
    with caplog.at_level(logging.ERROR, "cms.editing"):
        answer = ask("/admin/redirects/add/", "POST", (table_admin.FORM,), b"redirect_page=x")
    assert (answer.status, "cannot be read. Nothing was changed." in answer.text) == (400, True)
    (record,) = [one for one in caplog.records if one.name == "cms.editing"]
    assert record.getMessage() == "A view of the admin could not take what was sent."
    assert not hasattr(record, "request")


def test_a_fault_of_ours_is_not_taken_for_bad_input(ask, monkeypatch):
    def fail(*args):
        raise ValueError("a fault")

    monkeypatch.setattr("cms.editing.gazetteer_view.gazetteer.search", fail)
    assert ask("/admin/defenders/gazetteer/?q=a").status == 500
