"""Which organisations are to be checked, and how the report and the panel narrow them down."""

from datetime import timedelta

import pytest
from django.urls import reverse

from cms.common.languages import LANGUAGES
from cms.editing.freshness.states import STATE_CHOICES, in_state, waiting
from cms.models import Organisation
from tests.editing.verifications import REPORT, TODAY, break_link, due, listed
from tests.factories import OrganisationFactory, locale

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def organisations_of_module(rows_of_module):
    for code in LANGUAGES:
        locale(code)
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


@pytest.fixture
def organisations(organisations_of_module, db):
    """Public ones in every state, one withdrawn, one draft; made once, what a test changes is undone after it."""


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


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?state=x", 200),
        ("?links=1", 200),
        ("?p=x", 200),
        ("?p=-1", 200),
        ("?ordering=x", 200),
        ("?country=%00", 400),
        ("?q=%00", 400),
    ],
)
def test_an_address_changed_by_hand_is_no_error(organisations, editor, query, status):
    assert editor.get(REPORT + query, follow=True).status_code == status
    assert editor.get(f"{REPORT}results/{query}", follow=True).status_code == status


def test_the_panel_counts_and_leads_to_the_report(organisations, editor):
    break_link(Organisation.objects.get(name="today"))
    html = editor.get(reverse("wagtailadmin_home"), follow=True).content.decode()
    assert "3" in html and f"{reverse('defenders_freshness')}?state=waiting" in html
    assert f"{reverse('defenders_freshness')}?links=broken" in html
