"""The listing of organisations: its columns, filters and search, with as many queries for twelve as for one."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.backends import get_search_backend

from cms.models import Organisation
from tests.editing.submissions import address
from tests.factories import CategoryFactory, OrganisationFactory, OrganisationTextFactory

pytestmark = pytest.mark.django_db

MODELS = ("organisation", "organisationtext", "category")


def names(editor, **params):
    response = editor.get(address("list"), params)
    assert response.status_code == 200
    return [row.name for row in response.context["object_list"]]


def test_a_row_tells_what_an_editor_wants_to_know(editor):
    CategoryFactory(kind="role", code="accompaniment", labels={"es": "Acompañamiento"})
    organisation = OrganisationFactory(areas_served=["CO", "PE", "africa", "FR"], verified=True)
    OrganisationTextFactory(organisation=organisation, language="eu", published=False)
    html = editor.get(address("list")).content.decode()
    for expected in ("Acompañamiento", "Colombia", "Perú", ">es<", ">eu<", "defenders-language--draft"):
        assert expected in html


@pytest.mark.parametrize(
    ("trait", "code"),
    [
        ({}, "w-status--primary"),
        ({"draft": True}, "w-status--secondary"),
        ({"withdrawn": True}, "w-status--secondary"),
    ],
)
def test_a_row_shows_whether_visitors_see_it(editor, trait, code):
    OrganisationFactory(**trait)
    assert f'<span class="w-status {code}">' in editor.get(address("list")).content.decode()


def test_the_name_is_that_of_the_latest_version(editor):
    organisation = OrganisationFactory(name="Before")
    draft = organisation.get_latest_revision_as_object()
    draft.name = "After"
    draft.save_revision()
    assert "After" in editor.get(address("list")).content.decode()


@pytest.mark.parametrize("model", MODELS)
def test_twelve_rows_take_as_many_queries_as_one(editor, model):
    CategoryFactory(kind="role", code="accompaniment")
    OrganisationFactory()
    url = address("list", model=model)
    editor.get(url)
    with CaptureQueriesContext(
        connection,
    ) as one:
        editor.get(url)
    for number in range(11):
        organisation = OrganisationFactory(roles=("accompaniment", "training"))
        if number < 10:
            OrganisationTextFactory(organisation=organisation, language="eu")
    with CaptureQueriesContext(connection) as twelve:
        editor.get(url)
    assert len(twelve) <= len(one) + 2, twelve.captured_queries[-3:]
    assert len(twelve) <= 30


def test_fifty_rows_make_a_page(editor):
    Organisation.objects.bulk_create(
        Organisation(name=f"Row {number}", slug=f"row-{number}", live=True) for number in range(51)
    )
    assert len(names(editor)) == 50
    assert len(names(editor, p="2")) == 1


def test_filters_narrow_the_listing(editor):
    OrganisationFactory(name="Training", roles=("training",), areas_served=["FR"])
    OrganisationFactory(name="Region", areas_served=["americas"], organisation_type="network")
    OrganisationFactory(name="World", areas_served=["worldwide"], withdrawn=True)
    OrganisationFactory(name="Draft", areas_served=["ES"], draft=True)
    assert names(editor, role="training") == ["Training"]
    assert names(editor, country="CO") == ["Region", "World"]
    assert names(editor, visibility="withdrawn") == ["World"]
    assert names(editor, visibility="unpublished") == ["Draft"]
    assert names(editor, visibility="public") == ["Region", "Training"]
    assert names(editor, organisation_type="network") == ["Region"]


def test_the_verification_filter_finds_each_state(editor):
    today = date.today()
    for name, due in (("current", 1), ("due", -1), ("expired", -400)):
        OrganisationFactory(name=name, verified_on=date(2020, 1, 1), review_due=today + timedelta(days=due))
    OrganisationFactory(name="unverified")
    for state in ("current", "due", "expired", "unverified"):
        assert names(editor, verification=state) == [state]


@pytest.mark.parametrize(
    "params",
    [
        {"role": "juggling"},
        {"country": "XX"},
        {"country": "\x00"},
        {"visibility": "x"},
        {"verification": "x"},
        {"organisation_type": "x"},
        {"p": "999"},
        {"p": "abc"},
        {"ordering": "password"},
        {"ordering": "\x00"},
        {"q": "%_\\\"'"},
        {"q": "x" * 5000},
    ],
)
def test_a_filter_that_cannot_be_is_no_error_of_the_server(editor, params):
    OrganisationFactory()
    assert editor.get(address("list"), params).status_code in {200, 400, 404}


def test_searching_finds_names_and_acronyms(editor):
    OrganisationFactory(name="Red Ejemplo", acronym="REA")
    OrganisationFactory(name="Otra")
    backend = get_search_backend()
    for organisation in Organisation.objects.all():
        backend.add(organisation)
    assert names(editor, q="ejem") == ["Red Ejemplo"]
    assert names(editor, q="REA") == ["Red Ejemplo"]
    assert names(editor, q="ejem", role="accompaniment", country="CO", ordering="-verified_on") == [
        "Red Ejemplo"
    ]
    assert names(editor, q="ejem", country="FJ") == []


@pytest.mark.parametrize("model", MODELS)
def test_nothing_can_be_copied(editor, model):
    OrganisationFactory()
    assert "/copy/" not in editor.get(address("list", model=model)).content.decode()
    assert editor.get(f"/admin/snippets/defenders/{model}/copy/1/", follow=True).status_code == 404


@pytest.mark.parametrize("model", MODELS)
def test_who_has_no_rights_sees_no_listing(client_with, model):
    assert client_with().get(address("list", model=model)).status_code == 302


def test_the_buttons_of_a_row_follow_the_rights(client_with):
    organisation = OrganisationFactory()
    withdraw = address("withdraw", organisation.pk)
    assert withdraw in client_with("change_organisation").get(address("list")).content.decode()
    assert withdraw not in client_with("view_organisation").get(address("list")).content.decode()
