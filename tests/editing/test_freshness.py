"""The report of what is to be checked, the panel, and who verified what and when."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from cms.editing.freshness.hooks import freshness_menu_item
from cms.editing.freshness.states import STATE_CHOICES, in_state, waiting
from cms.models import LinkCheck, Organisation
from tests.editing.submissions import address, edit
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

REPORT = "/admin/defenders/freshness/"
TODAY = date.today()


def due(days, **fields):
    """Return an organisation that is due in so many days."""
    day = TODAY + timedelta(days=days)
    return OrganisationFactory(verified_on=day - timedelta(days=365), review_due=day, **fields)


def break_link(organisation, url="https://gone.example/"):
    return LinkCheck.objects.create(
        organisation=organisation,
        url=url,
        outcome="missing",
        first_failed_on=TODAY - timedelta(days=2),
        last_failed_on=TODAY,
        last_checked_on=TODAY,
    )


def listed(client, query=""):
    response = client.get(REPORT + query, follow=True)
    assert response.status_code == 200
    return [row.name for row in response.context["table"].data]


@pytest.fixture
def organisations(languages):
    due(100, name="later")
    due(80, name="in80")
    due(10, name="in10")
    due(0, name="today")
    due(-1, name="yesterday")
    due(-400, name="longago")
    OrganisationFactory(name="never")
    OrganisationFactory(
        name="sample", is_sample=True, verified_on=TODAY, review_due=TODAY + timedelta(days=365)
    )
    due(-1, name="withdrawn", withdrawn=True)
    due(-1, name="draft", draft=True)


STATES = {
    "waiting": {"yesterday", "longago", "never"},
    "due": {"yesterday"},
    "expired": {"longago"},
    "unverified": {"never"},
    "soon30": {"in10", "today"},
    "soon60": {"in10", "today"},
    "soon90": {"in10", "today", "in80"},
    "sample": {"sample"},
}


def test_every_state_has_its_organisations_and_drafts_are_in_none(organisations):
    public = Organisation.objects.filter(live=True, visibility="public")
    assert {code: {row.name for row in in_state(public, code, TODAY)} for code in STATE_CHOICES} == STATES


def test_what_waits_is_ordered_by_urgency(organisations):
    assert [row.name for row in waiting(TODAY)] == ["never", "longago", "yesterday"]


def test_the_report_lists_what_is_public_the_most_urgent_first(organisations, editor):
    names = ["never", "longago", "yesterday", "today", "in10", "in80", "later", "sample"]
    assert listed(editor) == names


@pytest.mark.parametrize("state", STATES)
def test_the_report_can_be_narrowed_to_a_state(organisations, editor, state):
    assert set(listed(editor, f"?state={state}")) == STATES[state]


def test_the_report_can_be_narrowed_to_a_country_and_to_broken_links(editor):
    here = OrganisationFactory(
        name="here", places=[{"precision": "country", "country": "CO", "is_seat": True}]
    )
    OrganisationFactory(name="elsewhere", places=[{"precision": "country", "country": "CO"}])
    break_link(here)
    assert listed(editor, "?country=CO") == ["here"]
    assert listed(editor, "?links=broken") == ["here"]
    listing = editor.get(address("list") + "?links=broken", follow=True)
    assert [row.name for row in listing.context["page_obj"]] == ["here"]


@pytest.mark.parametrize(
    "query", ["?state=x", "?country=%00", "?links=1", "?p=x", "?p=-1", "?ordering=x", "?q=%00"]
)
def test_an_address_changed_by_hand_is_no_error(organisations, editor, query):
    assert editor.get(REPORT + query, follow=True).status_code == 200
    assert editor.get(f"{REPORT}results/{query}", follow=True).status_code == 200


def test_the_queries_do_not_grow_with_what_is_listed(editor, django_assert_max_num_queries):
    for number in range(2):
        break_link(due(-number, in_bilbao=True, verified_by=None))
    editor.get(REPORT, follow=True)
    with CaptureQueriesContext(
        connection,
    ) as before:
        editor.get(REPORT, follow=True)
    for number in range(4):
        break_link(due(-number, in_bilbao=True))
    with django_assert_max_num_queries(len(before)):
        editor.get(REPORT, follow=True)


def test_a_row_says_who_verified_it_and_what_is_broken(editor, admin_user):
    organisation = OrganisationFactory(
        name="Red", places=[{"precision": "country", "country": "CO", "is_seat": True}]
    )
    organisation.mark_verified(admin_user)
    break_link(organisation)
    html = editor.get(REPORT, follow=True).content.decode()
    assert admin_user.get_username() in html
    assert "Colombia" in html and "https://gone.example/" in html


def test_one_click_in_a_row_verifies_and_leads_back(editor, admin_user):
    organisation = due(-5)
    page = editor.get(f"{REPORT}?state=due", follow=True)
    html = page.content.decode()
    back = page.request["PATH_INFO"] + "?state=due"
    assert f'action="{address("verify", organisation.pk)}"' in html
    assert str(page.context["advice"]) in html
    response = editor.post(address("verify", organisation.pk), {"next": back}, follow=True)
    assert response.redirect_chain[-1][0] == back
    assert [message.level_tag for message in response.context["messages"]] == ["success"]
    organisation.refresh_from_db()
    assert (organisation.verified_on, organisation.verified_by) == (TODAY, admin_user)


def test_the_export_is_safe_to_open_and_says_all(editor, admin_user):
    organisation = OrganisationFactory(name="=cmd|' /C calc'!A0")
    organisation.mark_verified(admin_user)
    break_link(organisation)
    response = editor.get(f"{REPORT}?export=csv", follow=True)
    (row,) = csv.DictReader(io.StringIO(response.getvalue().decode()))
    values = list(row.values())
    assert values[0] == "'=cmd|' /C calc'!A0"
    assert str(TODAY) in values and "1" in values and "https://gone.example/" in values
    assert editor.get(f"{REPORT}?export=xlsx", follow=True).status_code == 200


@pytest.mark.parametrize(
    ("rights", "allowed", "may_verify"),
    [
        (("change_organisation",), True, True),
        (("publish_organisation",), True, False),
        (("view_organisation",), False, False),
        (("change_organisationtext",), False, False),
    ],
)
def test_only_who_changes_or_reviews_organisations_sees_report_and_panel(
    client_with, rights, allowed, may_verify
):
    organisation = due(-5)
    client = client_with(*rights)
    response = client.get(REPORT, follow=True)
    assert ("table" in (response.context or {})) is allowed
    assert (address("verify", organisation.pk) in response.content.decode()) is may_verify
    home = client.get(reverse("wagtailadmin_home"), follow=True).content.decode()
    assert ("defenders-freshness" in home) is allowed


def test_nobody_else_sees_it(languages):
    assert "login" in Client().get(REPORT, follow=True).redirect_chain[-1][0]


def test_the_panel_counts_and_leads_to_the_report(organisations, editor):
    break_link(Organisation.objects.get(name="today"))
    html = editor.get(reverse("wagtailadmin_home"), follow=True).content.decode()
    assert "3" in html and f"{reverse('defenders_freshness')}?state=waiting" in html
    assert f"{reverse('defenders_freshness')}?links=broken" in html


def test_the_edit_page_verifies_with_one_click_and_shows_who_did_and_when(editor, admin_user):
    organisation = OrganisationFactory()
    html = editor.get(edit(organisation), follow=True).content.decode()
    assert f'<form method="post" action="{address("verify", organisation.pk)}"' in html
    editor.post(address("verify", organisation.pk))
    organisation.refresh_from_db()
    organisation.mark_verified(None)
    context = editor.get(edit(organisation), follow=True).context
    verifications = context["freshness"].verifications
    assert [one.by for one in verifications] == ["", admin_user.get_username()]
    assert all(one.at <= timezone.now() for one in verifications)


def test_the_name_of_a_colleague_who_left_is_no_error(editor, django_user_model):
    colleague = django_user_model.objects.create_user("gone", password="x")
    organisation = OrganisationFactory()
    organisation.mark_verified(colleague)
    colleague.delete()
    assert editor.get(edit(organisation), follow=True).status_code == 200
    assert editor.get(REPORT, follow=True).status_code == 200


def test_the_edit_page_shows_broken_links_to_editors(editor):
    organisation = OrganisationFactory()
    break_link(organisation)
    assert "https://gone.example/" in editor.get(edit(organisation), follow=True).content.decode()


def test_a_row_of_the_listing_has_the_button(editor):
    organisation = OrganisationFactory()
    html = editor.get(address("list"), follow=True).content.decode()
    assert f'<form method="post" action="{address("verify", organisation.pk)}"' in html
    assert "csrfmiddlewaretoken" in html


def test_the_menu_speaks_the_language_of_whoever_looks_at_it_not_of_who_came_first():
    with translation.override("es"):
        item = freshness_menu_item()
    with translation.override("en"):
        assert str(item.label) == "Freshness"
