"""An import says more about places and never less; translations are wagtail-localize's own."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from cms.models import ImportRow, Organisation, OrganisationText
from tests.exchange.conftest import sentences, states
from tests.factories import OrganisationFactory
from tests.factories.organisations import BILBAO

pytestmark = pytest.mark.django_db


def places_of(organisation):
    draft = Organisation.objects.get(pk=organisation.pk).get_latest_revision_as_object()
    return sorted((place.precision, place.country, place.city) for place in draft.places.all())


@pytest.mark.parametrize(
    ("there", "cell", "after", "kept"),
    [
        (["country ES"], "city: Bilbao, ES", [("city", "ES", "Bilbao")], 0),
        (["country ES"], "country: CO", [("country", "CO", ""), ("country", "ES", "")], 1),
        (["Bilbao"], "country: ES", [("city", "ES", "Bilbao")], 1),
        (["Bilbao"], "hidden", [("city", "ES", "Bilbao")], 1),
        (["office"], "city: Bilbao, ES", [("exact", "ES", "Bilbao")], 1),
        (["Bilbao"], "exact: Bilbao, ES | 43.26, -2.92", [("exact", "ES", "Bilbao")], 0),
        (
            ["Bilbao"],
            "city: Bilbao, ES\ncity: Madrid, ES",
            [("city", "ES", "Bilbao"), ("city", "ES", "Madrid")],
            0,
        ),
        (["Bilbao"], "city: Madrid, ES", [("city", "ES", "Bilbao"), ("city", "ES", "Madrid")], 1),
        (["hidden"], "country: ES", [("country", "ES", ""), ("hidden", "", "")], 1),
        ([], "country: ES", [("country", "ES", "")], 0),
    ],
)
def test_places_are_added_and_refined_and_never_coarsened_or_deleted(
    imported, languages, there, cell, after, kept
):
    known = {
        "country ES": {"precision": "country", "country": "ES"},
        "Bilbao": {"precision": "city", "city_id": BILBAO, "country": "ES"},
        "hidden": {"precision": "hidden"},
        "office": {
            "precision": "exact",
            "country": "ES",
            "city_id": BILBAO,
            "lat": "43.26271",
            "lng": "-2.92528",
        },
    }
    row = OrganisationFactory(places=[known[name] for name in there])
    public = sorted(row.places.values_list("uid", "precision"))
    batch = imported([{"slug": row.slug, "places": cell, "acronym": "X"}])
    assert states(batch) == ["imported"]
    assert places_of(row) == after
    assert sentences(batch.rows.get()) == [("places", "place_kept")] * kept
    assert sorted(row.places.values_list("uid", "precision")) == public


def test_coarsening_a_place_takes_it_out_of_imports_that_wait(compared, languages):
    row = OrganisationFactory(places=[{"precision": "city", "city_id": BILBAO, "country": "ES"}])
    batch = compared([{"slug": row.slug, "places": "exact: Bilbao, ES | 43.26271, -2.92528"}])
    place = row.places.get()
    place.precision = "country"
    place.save()
    assert (batch.rows.get().state, batch.rows.get().cells) == ("overtaken", {})
    assert "43.26271" not in str(list(ImportRow.objects.values()))


def test_a_translation_belongs_to_localize_and_is_not_public(imported, languages):
    row = OrganisationFactory(
        texts={"es": {"summary": "Hola.", "description": "<p>Uno <b>dos</b></p><p>Tres</p>"}}
    )
    batch = imported(
        [{"slug": row.slug, "summary_eu": "Kaixo.", "description_eu": "<p>Bat <b>bi</b></p><p>Hiru</p>"}]
    )
    assert sentences(batch.rows.get()) == []
    text = row.texts.get(locale__language_code="eu")
    draft = text.get_latest_revision_as_object()
    assert (text.live, draft.summary) == (False, "Kaixo.")
    assert "<b>bi</b>" in draft.description
    translation = Translation.objects.get(target_locale=Locale.objects.get(language_code="eu"))
    assert translation.source.object_id == text.translation_key
    assert {one.data for one in StringTranslation.objects.all()} == {"Kaixo.", "Bat <b>bi</b>", "Hiru"}


def test_a_public_translation_gets_a_version_and_stays_what_it_is(imported, languages):
    row = OrganisationFactory(texts={"es": "Hola."})
    imported([{"slug": row.slug, "summary_eu": "Kaixo."}])
    text = row.texts.get(locale__language_code="eu")
    text.latest_revision.publish()
    imported([{"slug": row.slug, "summary_eu": "Egun on."}])
    text.refresh_from_db()
    assert (text.live, text.summary) == (True, "Kaixo.")
    assert text.get_latest_revision_as_object().summary == "Egun on."


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"summary_fr": "Bonjour."}, ("summary_fr", "text_needs_spanish")),
        ({"summary_es": "Hola.", "hours_eu": "9etan"}, ("hours_eu", "text_differs")),
        (
            {"description_es": "<p>a</p><p>b</p>", "description_fr": "<p>a</p>"},
            ("description_fr", "text_differs"),
        ),
        (
            {
                "description_es": '<p><a href="https://example.org/">a</a></p>',
                "description_fr": '<p><a href="https://evil.example/">a</a></p>',
            },
            ("description_fr", "text_differs"),
        ),
    ],
)
def test_a_translation_that_does_not_fit_its_source_is_left_out_and_that_is_said(imported, cells, problem):
    row = imported([{"name": "Red"} | cells]).rows.get()
    assert (row.state, sentences(row)) == ("imported", [problem])
    assert not OrganisationText.objects.filter(locale__language_code=problem[0][-2:]).exists()


def test_a_language_that_is_not_set_up_is_left_out_and_that_is_said(imported):
    Locale.objects.get(language_code="fr").delete()
    row = imported([{"name": "Red", "summary_es": "Hola.", "summary_fr": "Bonjour."}]).rows.get()
    assert (row.state, sentences(row)) == ("imported", [("summary_fr", "language_missing")])


def test_a_text_written_without_localize_stays_so(imported, languages):
    row = OrganisationFactory(texts={"es": "Hola.", "en": {"summary": "Hello."}})
    imported([{"slug": row.slug, "summary_en": "Good morning.", "hours_en": "9 to 5"}])
    draft = row.texts.get(locale__language_code="en").get_latest_revision_as_object()
    assert (draft.summary, draft.hours) == ("Good morning.", "9 to 5")
    assert not Translation.objects.exists()


@pytest.mark.parametrize("what", ["facts", "text"])
def test_what_is_locked_is_left_alone(compared, languages, what):
    row = OrganisationFactory()
    locked = row if what == "facts" else row.texts.get()
    type(locked).objects.filter(pk=locked.pk).update(locked=True)
    batch = compared(
        [{"slug": row.slug, "name": "X"} if what == "facts" else {"slug": row.slug, "summary_es": "X"}]
    )
    assert sentences(batch.rows.get()) == [("", "locked")]
