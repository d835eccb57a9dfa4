"""The listing as a table, and that reading it back proposes nothing."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from cms.exchange.export import EXPORTED, csv_response, exported_rows, xlsx_response
from cms.exchange.present import present_organisations
from cms.exchange.template import template_rows
from cms.models import ContactChannel, Organisation
from tests.exchange.conftest import sentences, states
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

LISTING = "wagtailsnippets_defenders_organisation:list"

INTERNAL = {
    "internal_note": "canary-note",
    "consent_to_list_by": "canary-consent",
    "source_url": "https://example.org/canary-source",
    "withdrawn_reason": "canary-reason",
    "visibility": "withdrawn",
}


def exported(response):
    """Return the rows of a CSV response as dicts."""
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def full_organisation(**fields):
    """Return an organisation that has something in every column."""
    return OrganisationFactory(
        **{
            "name": 'Red; de «Prueba», "así"',
            "alternate_name": "=HYPERLINK(1)",
            "acronym": "+RP",
            "website": "https://example.org/?a=1,2",
            "organisation_type": "network",
            "is_government": True,
            "response_time": "within_24h",
            "intake_status": "limited",
            "areas_served": ["mena", "CO"],
            "languages": ["es", "pt-BR"],
            "roles": ("training", "accompaniment"),
            "channels": [
                {"kind": "email", "value": "a@example.org", "pgp_fingerprint": "A" * 40, "preferred": True},
                {
                    "kind": "postal",
                    "value": "Apartado 1\nBilbao | Bizkaia",
                    "languages": ["es"],
                    "label": "press",
                },
            ],
            "places": [
                {"precision": "city", "city_id": 3128026, "country": "ES", "is_seat": True},
                {"precision": "country", "country": "CO"},
                {"precision": "hidden"},
                {"precision": "exact", "country": "ES", "lat": "40.41650", "lng": "-3.70379"},
            ],
            "texts": {
                "es": {
                    "summary": "@todas a la una\ny otra línea",
                    "description": '<p data-block-key="abcde">Uno <b>dos</b></p>',
                    "hours": "-",
                },
                "eu": {"summary": "'=kaixo"},
            },
        }
        | fields
    )


@pytest.fixture
def everything(known_categories, languages):
    """Organisations in all states."""
    return [
        full_organisation(),
        OrganisationFactory(name="Solo", texts={}, **INTERNAL),
        OrganisationFactory(draft=True, name="Borrador", verified=True),
    ]


def test_what_is_exported_and_read_back_proposes_nothing(everything, compared):
    data = b"".join(csv_response(exported_rows([row.pk for row in everything]), "x").streaming_content)
    batch = compared(data)
    assert [(row.state, row.problems) for row in batch.rows.all()] == [("unchanged", [])] * 3


def test_so_it_is_with_a_workbook(everything, compared):
    data = b"".join(xlsx_response(exported_rows([row.pk for row in everything]), "x").streaming_content)
    batch = compared(data, name="x.xlsx")
    assert [(row.state, row.problems) for row in batch.rows.all()] == [("unchanged", [])] * 3


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=TEXT.filter(str.strip),
    acronym=st.text("'=+-@\t\r\n;,\"", max_size=6),
    summary=TEXT,
    rich=TEXT,
    xlsx=st.booleans(),
)
def test_whatever_stands_in_the_directory_survives_the_journey(compared, name, acronym, summary, rich, xlsx):
    Organisation.objects.all().delete()
    row = OrganisationFactory(name="x", slug="x", texts={"es": {"summary": summary, "description": rich}})
    draft = row.get_latest_revision_as_object()
    draft.name, draft.acronym = name, acronym
    # What forms would refuse may still be there, from before or from elsewhere.
    draft.save_revision(clean=False)
    response = (xlsx_response if xlsx else csv_response)(exported_rows([row.pk]), "x")
    assert states(compared(b"".join(response.streaming_content))) == ["unchanged"]


def test_the_template_can_be_imported_as_it_is(imported, languages):
    data = b"".join(csv_response(template_rows(), "x").streaming_content)
    row = imported(data).rows.get()
    assert (row.state, sentences(row)) == ("imported", [])


def test_no_cell_of_an_export_begins_like_a_formula(everything, editor):
    for row in exported(editor.get(reverse(LISTING), {"export": "csv"})):
        assert [cell for cell in row.values() if cell[:1] in set("=+-@\t\r")] == []


def test_what_is_for_colleagues_only_is_in_no_export(everything, editor):
    text = b"".join(editor.get(reverse(LISTING), {"export": "csv"}).streaming_content).decode()
    assert "canary" not in text
    assert {column.name for column in EXPORTED} & {
        "internal_note",
        "consent_to_list_on",
        "verified_by",
    } == set()


def test_an_export_has_what_the_filters_and_the_search_show(everything, editor):
    def names(**query):
        return [row["name"] for row in exported(editor.get(reverse(LISTING), query | {"export": "csv"}))]

    assert len(names()) == 3
    assert names(visibility="withdrawn") == ["Solo"]
    assert names(q="Borrador") == ["Borrador"]


def test_an_export_says_whether_visitors_see_it_and_when_it_was_verified(everything, editor):
    rows = {row["name"]: row for row in exported(editor.get(reverse(LISTING), {"export": "csv"}))}
    assert [rows[name]["public"] for name in ("Solo", "Borrador")] == ["false", "false"]
    assert rows["Borrador"]["verified_on"] == date(2026, 5, 4).isoformat()


def test_a_workbook_holds_texts_only(everything, editor):
    response = editor.get(reverse(LISTING), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}
    assert sheet.max_row == 4


def test_only_who_may_change_organisations_exports_them(everything, client_with):
    response = client_with("view_organisation").get(reverse(LISTING), {"export": "csv"})
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert client_with("change_organisation").get(reverse(LISTING), {"export": "csv"}).status_code == 200


def test_an_export_takes_the_same_queries_however_many_there_are(languages, django_assert_num_queries):
    keys = [full_organisation(name=f"Red {number}", website="").pk for number in range(6)]

    def queries(some):
        with django_assert_num_queries(11, exact=False):
            return len(list(exported_rows(some)))

    assert (queries(keys[:1]), queries(keys)) == (2, 7)


def test_a_row_without_versions_is_read_from_the_row(languages):
    row = Organisation.objects.create(name="Bare", areas_served=["CO"])
    ContactChannel.objects.create(organisation=row, kind="email", value="a@example.org", languages=["es"])
    record = present_organisations([row.pk])[row.pk].record
    assert (record["areas_served"], record["contacts"][0]["languages"]) == (["CO"], ["es"])


def test_a_text_that_no_import_could_read_back_is_left_out(languages):
    row = OrganisationFactory(texts={"es": {"description": f"<p>{'x' * 25_000}</p>"}})
    cells = dict(zip(*exported_rows([row.pk]), strict=True))
    assert cells["description_es"] == ""
