"""Withdraw and verify from the listing: for those the user may, and only when the button is pressed."""

from datetime import date

import pytest
from django.urls import reverse

from cms.models import Organisation
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


def bulk(action, *organisations):
    address = reverse("wagtail_bulk_action", args=["defenders", "organisation", action])
    return f"{address}?{'&'.join(f'id={one.pk}' for one in organisations)}"


def withdrawn():
    return set(Organisation.objects.filter(visibility="withdrawn").values_list("name", flat=True))


def test_several_are_withdrawn_at_once_with_one_reason(editor):
    chosen = [OrganisationFactory(name="One"), OrganisationFactory(name="Two")]
    OrganisationFactory(name="Other")
    response = editor.post(bulk("withdraw", *chosen), {"reason": "A raid"})
    assert response.status_code == 302
    assert withdrawn() == {"One", "Two"}
    assert set(Organisation.objects.exclude(name="Other").values_list("withdrawn_reason", flat=True)) == {
        "A raid"
    }


def test_looking_says_what_will_happen_and_does_nothing(editor):
    organisation = OrganisationFactory(name="One")
    page = editor.get(bulk("withdraw", organisation))
    assert page.status_code == 200
    assert b"One" in page.content
    assert withdrawn() == set()


@pytest.mark.parametrize("reason", ["", " ", "x" * 501, "a\x00b"])
def test_without_a_readable_reason_nothing_is_withdrawn(editor, reason):
    response = editor.post(bulk("withdraw", OrganisationFactory()), {"reason": reason})
    assert response.status_code == 200
    assert withdrawn() == set()


def test_a_withdrawn_one_keeps_its_first_reason(editor):
    before = OrganisationFactory(withdrawn=True)
    editor.post(bulk("withdraw", before, OrganisationFactory()), {"reason": "Second"})
    before.refresh_from_db()
    assert before.withdrawn_reason == "canary-reason"


def test_several_are_verified_at_once(editor, admin_user):
    chosen = [OrganisationFactory(is_sample=True), OrganisationFactory(is_sample=True)]
    editor.post(bulk("verify", *chosen))
    for organisation in Organisation.objects.all():
        assert (organisation.verified_on, organisation.verified_by) == (date.today(), admin_user)
        assert not organisation.is_sample


@pytest.mark.parametrize("action", ["withdraw", "verify"])
def test_who_may_not_change_changes_nothing(client_with, action):
    organisation = OrganisationFactory()
    client_with("view_organisation").post(bulk(action, organisation), {"reason": "x"})
    organisation.refresh_from_db()
    assert (organisation.visibility, organisation.verified_on) == ("public", None)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?id=abc", 400),
        ("?id=", 400),
        ("?id=%00", 400),
        (f"?id={10**20}", 400),
        ("?id=99999999", 404),
        ("?id=-1", 404),
        ("", 404),
    ],
)
def test_an_address_changed_by_hand_finds_nothing(editor, query, status):
    OrganisationFactory()
    address = reverse("wagtail_bulk_action", args=["defenders", "organisation", "withdraw"])
    assert editor.post(address + query, {"reason": "x"}, follow=True).status_code == status
    assert withdrawn() == set()
