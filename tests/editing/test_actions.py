"""Withdraw, end the withdrawal, verified today: what they do, for whom, and that looking does nothing."""

from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from cms.directory.publish import FAILURE
from cms.directory.visibility import public_organisations
from cms.models import Organisation
from tests.editing.submissions import address, edit
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

ACTIONS = ("withdraw", "restore", "verify")
STATE = ("visibility", "withdrawn_reason", "verified_on", "verified_by_id", "review_due", "live")


def state():
    return Organisation.objects.values_list(*STATE).get()


def logged():
    return list(ModelLogEntry.objects.values_list("action", flat=True))


def test_withdrawing_takes_it_out_of_everything_public_and_is_in_the_history(editor, admin_user):
    organisation = OrganisationFactory()
    response = editor.post(address("withdraw", organisation.pk), {"reason": "Threats against its staff"})
    assert response.url == edit(organisation)
    assert not public_organisations().exists()
    assert Organisation.objects.get().withdrawn_reason == "Threats against its staff"
    entry = ModelLogEntry.objects.get(action="defenders.withdraw")
    assert entry.user == admin_user
    history = editor.get(address("history", organisation.pk))
    assert history.status_code == 200


def test_a_locked_organisation_can_be_withdrawn(editor):
    organisation = OrganisationFactory(locked=True)
    editor.post(address("withdraw", organisation.pk), {"reason": "x"})
    assert Organisation.objects.get().visibility == "withdrawn"


@pytest.mark.parametrize("reason", ["", "   ", "x" * 501, "a\x00b", "a\x07b", "a\u202eb"])
def test_withdrawing_without_a_readable_reason_is_refused_and_nothing_typed_is_lost(editor, reason):
    organisation = OrganisationFactory()
    before = state()
    response = editor.post(address("withdraw", organisation.pk), {"reason": reason})
    assert response.status_code == 200
    assert response.context["form"].errors["reason"]
    assert response.context["form"]["reason"].value() == reason
    assert state() == before


def test_ending_a_withdrawal_makes_public_what_was_published(editor):
    organisation = OrganisationFactory(withdrawn=True)
    editor.post(address("restore", organisation.pk))
    assert public_organisations().get() == organisation
    assert Organisation.objects.get().withdrawn_reason == ""
    assert "defenders.restore" in logged()


def test_ending_the_withdrawal_of_a_draft_publishes_nothing(editor):
    organisation = OrganisationFactory(withdrawn=True, draft=True)
    editor.post(address("restore", organisation.pk))
    assert not public_organisations().exists()


def test_verified_today_keeps_who_and_when(editor, admin_user):
    organisation = OrganisationFactory(is_sample=True)
    editor.post(address("verify", organisation.pk))
    organisation = Organisation.objects.get()
    assert (organisation.verified_on, organisation.verified_by) == (date.today(), admin_user)
    assert not organisation.is_sample
    assert "defenders.verify" in logged()


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_looking_does_nothing(editor, action, method):
    OrganisationFactory(withdrawn=action == "restore")
    before, entries = state(), logged()
    assert getattr(editor, method)(address(action, Organisation.objects.get().pk)).status_code == 200
    assert (state(), logged()) == (before, entries)


@pytest.mark.parametrize("action", ["withdraw", "restore"])
def test_doing_it_twice_does_it_once(editor, action):
    organisation = OrganisationFactory(withdrawn=action == "withdraw")
    before = state()
    assert editor.post(address(action, organisation.pk), {"reason": "again"}).status_code == 302
    assert state() == before


@pytest.mark.parametrize(
    ("action", "rights", "allowed"),
    [
        ("withdraw", (), False),
        ("withdraw", ("view_organisation",), False),
        ("withdraw", ("add_organisation", "publish_organisation"), False),
        ("withdraw", ("change_organisation",), True),
        ("verify", ("view_organisation",), False),
        ("verify", ("change_organisation",), True),
        ("restore", ("change_organisation",), False),
        ("restore", ("change_organisation", "publish_organisation"), True),
    ],
)
def test_each_action_asks_for_its_right(client_with, action, rights, allowed):
    organisation = OrganisationFactory(withdrawn=action == "restore")
    before = state()
    client = client_with(*rights)
    for method in ("get", "post"):
        response = getattr(client, method)(address(action, organisation.pk), {"reason": "x"})
        assert (response.status_code in {200, 302} and response.get("Location") != "/admin/") is allowed
    assert (state() != before) is allowed


@pytest.mark.parametrize("action", ACTIONS)
def test_who_is_not_logged_in_is_sent_to_the_login_with_what_they_wrote(client, action):
    organisation = OrganisationFactory()
    before = state()
    response = client.post(address(action, organisation.pk), {"reason": "x"})
    assert response.status_code == 403 and 'href="/accounts/login/"' in response.content.decode()
    assert state() == before


def test_a_post_without_the_token_of_the_form_is_refused(admin_user, languages):
    from django.test import Client

    organisation = OrganisationFactory()
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user)
    assert client.post(address("verify", organisation.pk)).status_code == 403
    assert Organisation.objects.get().verified_on is None


@pytest.mark.parametrize("action", ACTIONS)
def test_an_organisation_that_does_not_exist_is_not_found(editor, action):
    assert editor.post(address(action, 999), {"reason": "x"}, follow=True).status_code == 404


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/"])
def test_nobody_is_led_outside_afterwards(editor, target):
    organisation = OrganisationFactory()
    response = editor.post(address("verify", organisation.pk), {"next": target})
    assert response.url == edit(organisation)


def test_where_to_go_afterwards_has_to_be_an_address(editor):
    organisation = OrganisationFactory()
    response = editor.post(address("verify", organisation.pk), {"next": "javascript:alert(1)"})
    assert response.status_code == 400 and "javascript" not in response.text
    assert Organisation.objects.get().verified_on is None


def test_the_page_says_what_will_happen_before_it_does(editor):
    organisation = OrganisationFactory()
    for action in ("withdraw", "verify"):
        html = editor.get(address(action, organisation.pk)).content.decode()
        assert html.count("<li>") >= 3
        assert 'method="post"' in html


def test_an_editor_learns_when_partner_pages_still_show_what_was_withdrawn(editor, published_root):
    published_root.mkdir(parents=True, exist_ok=True)
    (published_root / FAILURE).touch()
    response = editor.post(address("withdraw", OrganisationFactory().pk), {"reason": "x"}, follow=True)
    assert [message.level_tag for message in response.context["messages"]][-1] == "error"
