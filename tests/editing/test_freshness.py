"""The report of what is to be checked, the panel, and who verified what and when."""

import csv
import io

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from cms.editing.freshness.hooks import freshness_menu_item
from tests.editing.submissions import address, edit
from tests.editing.verifications import REPORT, TODAY, break_link, due, listed
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


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
