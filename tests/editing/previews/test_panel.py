"""The preview beside the form: what is typed, as visitors will see it; and nothing of a place is kept for it."""

from urllib.parse import parse_qs

import pytest
from bs4 import BeautifulSoup
from wagtail.admin.models import FormState

from cms.models import Organisation
from tests.editing.submissions import address, channel_fields, edit, latest, stored_place, submission
from tests.factories import (
    OrganisationFactory,
    OrganisationTextFactory,
    ProgrammeFactory,
    ProgrammeTextFactory,
    TestimonyFactory,
    TrainingFactory,
)
from tests.factories.organisations import BILBAO

pytestmark = pytest.mark.django_db

LANGUAGES = ("es", "eu", "en", "fr", "ar")
EMPTY_RICH_TEXTS = dict.fromkeys(("description", "how_to_ask_for_help"), "null")
FACTS = {
    "organisation": OrganisationFactory,
    "programme": ProgrammeFactory,
    "training": TrainingFactory,
    "testimony": TestimonyFactory,
}


def preview(organisation, mode="", model="organisation"):
    url = address("preview_on_edit", organisation.pk, model=model)
    return f"{url}?mode={mode}&in_preview_panel=true" if mode else url


def saved(thing, mode, model="organisation"):
    """Return the address of the preview of the latest version."""
    thing.refresh_from_db()
    return address("revisions_view", thing.pk, thing.latest_revision_id, model=model) + f"?mode={mode}"


def page_of(response):
    return BeautifulSoup(response.content, "html.parser")


def test_the_panel_offers_every_language_both_ways(editor):
    page = page_of(editor.get(edit(OrganisationFactory())))
    modes = [option["value"] for option in page.select("#id_preview_mode option")]
    assert modes == [f"{look}-{lang}" for look in ("page", "card") for lang in LANGUAGES]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("look", ["page", "card"])
def test_a_draft_is_shown_in_any_language(editor, lang, look):
    organisation = OrganisationFactory(draft=True, name="Zirriborroa", internal_note="canary")
    OrganisationTextFactory(organisation=organisation, language="eu", summary="Bat.", published=False)
    response = editor.get(saved(organisation, f"{look}-{lang}"))
    page = page_of(response)
    assert response.status_code == 200 and page.html["lang"] == lang
    assert "Zirriborroa" in page.get_text() and "canary" not in response.text
    assert page.select_one("aside.preview")


def test_it_is_shown_beside_the_form_and_kept_by_nobody(editor):
    organisation = OrganisationFactory()
    editor.post(preview(organisation), submission())
    response = editor.get(preview(organisation, "page-eu"))
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response["Cache-Control"] and "public" not in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("mode", ["page", "page-", "page-tlh", "map-es", "-es", "x" * 3000, "é"])
def test_a_mode_that_does_not_exist_shows_the_first_one(editor, mode):
    organisation = OrganisationFactory()
    editor.post(preview(organisation), submission())
    for url in (preview(organisation, mode), saved(organisation, mode)):
        assert page_of(editor.get(url)).select_one("html[lang=es] .record")


def test_what_is_typed_is_shown_and_not_saved(editor):
    organisation = OrganisationFactory(name="Antes")
    answer = editor.post(preview(organisation), submission(name="Tecleado"))
    assert answer.json() == {"is_valid": True, "is_available": True}
    assert "Tecleado" in editor.get(preview(organisation, "page-es")).text
    assert Organisation.objects.get(pk=organisation.pk).name == "Antes"
    assert latest(organisation).name == "Antes"


def test_the_newest_text_is_shown_with_the_facts(editor):
    organisation = OrganisationFactory(texts={"es": "Publicado."})
    text = organisation.texts.get().get_latest_revision_as_object()
    text.summary = "Corregido."
    text.save_revision()
    assert "Corregido." in editor.get(saved(organisation, "card-es")).text


def test_a_place_that_is_typed_is_stored_nowhere(editor):
    organisation = OrganisationFactory(in_bilbao=True)
    place = latest(organisation).places.get()
    finer = stored_place(place, precision="exact", point__typed="43.26271, -2.92528")
    new = {"precision": "exact", "country": "ES", "point__typed": "43.11111, -2.22222"}
    data = submission(places=[finer, new], initial_places=1)
    assert editor.post(preview(organisation), data).json()["is_valid"]
    kept = parse_qs(FormState.objects.get().data)
    assert kept["places-TOTAL_FORMS"] == ["1"] and kept["places-0-precision"] == ["city"]
    assert "43.2" not in FormState.objects.get().data and "43.1" not in FormState.objects.get().data
    html = editor.get(preview(organisation, "page-es")).text
    assert "Bilbao" in html


def test_a_place_that_a_colleague_made_coarser_does_not_come_back(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    place = latest(organisation).places.get()
    stale = submission(places=[stored_place(place)], initial_places=1)
    version = latest(organisation)
    version.places.get().precision = "hidden"
    hidden = version.places.get()
    hidden.precision = "hidden"
    version.places.set([hidden])
    version.save_revision()
    assert editor.post(preview(organisation), stale).json()["is_valid"]
    assert "43.26271" not in FormState.objects.get().data and str(BILBAO) not in FormState.objects.get().data
    assert "Bilbao" not in editor.get(preview(organisation, "page-es")).text


def test_an_exact_place_survives_the_preview(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    street = channel_fields(0, kind="postal", value="Calle Mayor 1, 48001 Bilbao")
    data = submission(channels=[{}]) | street
    editor.post(preview(organisation), data)
    assert "Bilbao" in editor.get(preview(organisation, "page-es")).text
    assert latest(organisation).places.get().precision == "exact"


def test_a_new_organisation_is_shown_while_it_is_written(editor):
    url = address("preview_on_add")
    assert editor.post(url, submission(name="Nueva red")).json()["is_valid"]
    assert "Nueva red" in editor.get(f"{url}?mode=page-fr").text
    assert not Organisation.objects.exists()


def test_a_text_is_shown_with_the_facts_in_its_language(editor):
    organisation = OrganisationFactory(draft=True, name="Hechos")
    text = OrganisationTextFactory(organisation=organisation, language="eu", published=False)
    url = preview(text, model="organisationtext")
    posted = {"summary": "Idatzi berria.", "hours": ""} | EMPTY_RICH_TEXTS
    assert editor.post(url, posted).json()["is_valid"]
    for mode in ("page-eu", "card-eu"):
        page = page_of(editor.get(f"{url}?mode={mode}"))
        assert page.html["lang"] == "eu"
        assert "Hechos" in page.get_text() and "Idatzi berria." in page.get_text()
    assert page_of(editor.get(f"{url}?mode=page-es")).html["lang"] == "eu"


@pytest.mark.parametrize(("language", "status"), [("fr", 200), ("tlh", 404), ("en-us", 404)])
def test_a_new_text_is_shown_in_the_language_it_is_written_in(editor, language, status):
    organisation = OrganisationFactory(texts={}, name="Hechos")
    url = address("preview_on_add_in", language, model="organisationtext")
    posted = {"organisation": organisation.pk, "summary": "Nouveau.", "hours": ""} | EMPTY_RICH_TEXTS
    assert editor.post(url, posted, follow=True).status_code == status
    if status == 200:
        page = page_of(editor.get(f"{url}?mode=page-{language}"))
        assert "Nouveau." in page.get_text() and "Hechos" in page.get_text()
    assert editor.get(address("preview_on_add", model="organisationtext"), follow=True).status_code == 404


def test_the_form_of_a_new_text_previews_in_its_language(editor):
    organisation = OrganisationFactory(texts={})
    url = address("add", model="organisationtext") + f"?organisation={organisation.pk}&locale=fr"
    panel = page_of(editor.get(url)).select_one("[data-w-preview-url-value]")
    assert panel["data-w-preview-url-value"] == address("preview_on_add_in", "fr", model="organisationtext")


@pytest.mark.parametrize("model", ["programme", "training", "testimony"])
@pytest.mark.parametrize("lang", ["es", "ar"])
def test_what_the_guidance_shows_is_previewed_as_its_card(editor, model, lang):
    facts = FACTS[model](draft=True, internal_note="canary")
    response = editor.get(saved(facts, f"card-{lang}", model=model))
    assert response.status_code == 200
    assert page_of(response).html["lang"] == lang
    assert (getattr(facts, "name", None) or facts.attribution) in response.text
    assert "canary" not in response.text


def test_the_text_of_a_programme_is_shown_on_its_card(editor):
    text = ProgrammeFactory(texts={"es": "Uno."}).texts.get()
    text = ProgrammeTextFactory(programme=text.programme, language="eu", summary="Bi.", published=False)
    assert "Bi." in editor.get(saved(text, "card-eu", model="programmetext")).text


def test_a_testimony_without_words_says_so(editor):
    testimony = TestimonyFactory(texts={})
    assert "too little to show" in editor.get(saved(testimony, "card-en", model="testimony")).text


@pytest.mark.parametrize("model", FACTS)
def test_nobody_previews_without_the_right(client_with, model):
    facts = FACTS[model]()
    stranger = client_with("view_category")
    assert stranger.get(preview(facts, "card-es", model=model)).status_code in (302, 403)
    assert stranger.post(preview(facts, model=model), {}).status_code in (302, 403)
    assert stranger.get(address("preview_on_add", model=model)).status_code in (302, 403)
    assert not FormState.objects.exists()


def test_without_the_widgets_organisations_have_no_preview(editor, monkeypatch):
    monkeypatch.setattr("cms.snippets.previews.apps.is_installed", lambda name: False)
    assert not OrganisationFactory().is_previewable()
    assert ProgrammeFactory().is_previewable()
