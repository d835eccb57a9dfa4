"""Rows become drafts; nothing that is public changes."""

import pytest
from django.urls import reverse

from cms.models import ImportBatch, Organisation, OrganisationText
from tests.exchange.conftest import sentences, states
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

NEW = {
    "name": "Red Nueva",
    "website": "https://www.example.org/",
    "organisation_type": "network",
    "roles": "accompaniment, training",
    "areas_served": "CO, mena",
    "languages": "es",
    "contacts": "email: info@example.org | languages: es | preferred\nhotline: +34 944 000 000 | urgent",
    "places": "city: Bilbao, ES | seat\ncountry: CO",
    "summary_es": "Acompaña a personas defensoras.",
    "description_es": "<p>Ofrece <b>asesoría</b>.</p>",
    "summary_eu": "Defendatzaileei laguntzen die.",
}


def latest(organisation):
    return Organisation.objects.get(pk=organisation.pk).get_latest_revision_as_object()


def test_a_new_row_becomes_a_draft_with_its_texts(imported):
    batch = imported([NEW])
    row = batch.rows.get()
    assert (batch.status, row.state, row.problems) == ("imported", "imported", [])
    draft = latest(row.organisation)
    assert (draft.name, draft.slug, draft.organisation_type, draft.live) == (
        "Red Nueva",
        "red-nueva",
        "network",
        False,
    )
    assert {category.code for category in draft.roles.all()} == {"accompaniment", "training"}
    assert [(channel.kind, channel.value) for channel in draft.channels.all()] == [
        ("email", "info@example.org"),
        ("hotline", "+34944000000"),
    ]
    assert [(place.precision, place.city, place.country, place.is_seat) for place in draft.places.all()] == [
        ("city", "Bilbao", "ES", True),
        ("country", "", "CO", False),
    ]
    texts = {text.language: text.get_latest_revision_as_object() for text in draft.texts.all()}
    assert texts["es"].summary == "Acompaña a personas defensoras."
    assert texts["eu"].summary == "Defendatzaileei laguntzen die."
    assert not OrganisationText.objects.filter(live=True).exists()


def test_what_the_file_said_is_forgotten_once_it_is_imported(imported):
    row = imported([NEW]).rows.get()
    assert (row.cells, row.read_problems) == ({}, [])


def test_the_same_file_twice_does_nothing(imported, compared):
    imported([NEW])
    assert states(compared([NEW])) == ["unchanged"]


def test_an_organisation_that_is_there_gets_a_version_and_keeps_its_public_facts(imported, languages):
    there = OrganisationFactory(name="Red Antigua", website="https://www.example.org/")
    imported([{"slug": there.slug, "name": "Red Renovada", "summary_es": "Otra frase."}])
    row = Organisation.objects.get(pk=there.pk)
    assert (row.name, row.live, row.has_unpublished_changes) == ("Red Antigua", True, True)
    assert latest(there).name == "Red Renovada"
    text = row.texts.get(locale__language_code="es")
    assert (text.summary, text.live) == ("Acompaña a personas defensoras.", True)
    assert text.get_latest_revision_as_object().summary == "Otra frase."


def test_an_empty_cell_changes_nothing_and_a_dash_empties_a_field(compared, imported, languages):
    there = OrganisationFactory(name="Red", acronym="R", alternate_name="Otra")
    imported([{"slug": there.slug, "acronym": "-", "alternate_name": ""}])
    assert (latest(there).acronym, latest(there).alternate_name) == ("", "Otra")


@pytest.mark.parametrize(
    "row",
    [
        {"id": "00000000-0000-0000-0000-000000009999"},
        {"slug": "red"},
        {"name": "  RÉD  de   prueba ", "website": "http://example.org/other"},
    ],
)
def test_a_row_finds_its_organisation_by_id_slug_or_name_and_website(compared, languages, row):
    there = OrganisationFactory(
        uuid="00000000-0000-0000-0000-000000009999",
        slug="red",
        name="Red de Prueba",
        website="https://www.example.org/",
    )
    batch = compared([row | {"acronym": "RP"}])
    assert batch.rows.get().organisation == there
    assert "acronym" in batch.rows.get().changed_columns


def test_a_given_up_slug_leads_to_the_organisation(compared, languages):
    there = OrganisationFactory(slug="before")
    there.slug = "after"
    there.save_revision().publish()
    assert compared([{"slug": "before", "acronym": "X"}]).rows.get().organisation == there


def test_two_that_fit_are_never_chosen_between(compared, languages):
    for slug in ("one", "two"):
        OrganisationFactory(name="Red", slug=slug, website="https://example.org/")
    row = compared([{"name": "Red", "website": "https://example.org/", "acronym": "X"}]).rows.get()
    assert (row.state, row.organisation, sentences(row)) == ("error", None, [("name", "ambiguous")])


def test_a_namesake_elsewhere_is_pointed_out_but_not_taken(compared, languages):
    OrganisationFactory(name="Red", website="https://example.org/")
    row = compared([{"name": "Red", "website": "https://example.com/"}]).rows.get()
    assert (row.state, sentences(row)) == ("new", [("name", "same_name")])


def test_two_rows_about_one_organisation_are_an_error_at_the_second(compared, languages):
    there = OrganisationFactory()
    batch = compared(
        [{"slug": there.slug, "acronym": "A"}, {"id": str(there.uuid), "slug": there.slug, "acronym": "B"}]
    )
    assert states(batch) == ["changed", "error"]
    assert sentences(batch.rows.last()) == [("", "row_twice")]


def test_a_row_that_was_overtaken_is_left_out(compared, admin_user, languages):
    from cms.exchange.batches import confirm
    from tests.exchange.conftest import finish

    there = OrganisationFactory(name="Red")
    batch = compared([{"slug": there.slug, "acronym": "A"}])
    draft = latest(there)
    draft.name = "Somebody else"
    draft.save_revision()
    row = batch.rows.get()
    assert (row.state, row.cells) == ("overtaken", {})
    confirm(batch)
    batch.refresh_from_db()
    finish(batch, admin_user)
    assert latest(there).acronym == ""


def test_one_row_that_the_model_refuses_stops_no_other(imported, languages, monkeypatch):
    from cms.exchange import steps

    propose = steps.propose

    def failing(comparison, site, user):
        if comparison.changes["name"] == "Mala":
            raise RuntimeError
        return propose(comparison, site, user)

    monkeypatch.setattr(steps, "propose", failing)
    batch = imported([{"name": "Mala"}, {"name": "Buena"}])
    assert states(batch) == ["error", "imported"]
    assert sentences(batch.rows.first()) == [("", "internal")]


def test_a_finished_import_can_be_looked_at(imported, editor):
    batch = imported([NEW])
    response = editor.get(reverse("defenders_imports:batch", args=[batch.pk]))
    assert response.status_code == 200
    assert "Red Nueva" in response.content.decode()
    assert ImportBatch.objects.count() == 1
