"""`guidance.<lang>.json`: what is in it, in which language, and that nothing private changes a byte of it."""

import json
from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from cms import models
from cms.common.languages import LANGUAGES
from cms.directory import publish as publication
from tests.api.situations import DRAFT, HOME_ES, PRIVATE, TEMPORARY_ES, TEMPORARY_EU, build_pages
from tests.commits import commit_at_once
from tests.factories import (
    OrganisationFactory,
    ProgrammeFactory,
    ProgrammeTextFactory,
    TestimonyFactory,
    TrainingFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db, languages):
    """The home page and a section in two languages, one in one, a draft and one behind a login, by number."""
    return build_pages()


def guidance(publish, lang="es"):
    return publish(f"guidance.{lang}.json")


def all_bytes(root):
    return {path.name: path.read_bytes() for path in sorted((root / "current").glob("guidance.*.json"))}


def test_the_file_says_what_it_is(pages, publish):
    for lang in LANGUAGES:
        data = guidance(publish, lang)
        assert list(data) == [
            "schema_version",
            "as_of",
            "lang",
            "licence",
            "labels",
            "categories",
            "regions",
            "pages",
            "programmes",
            "trainings",
            "testimonies",
        ]
        assert (data["schema_version"], data["as_of"], data["lang"]) == (1, "2026-11-22", lang)


def test_pages_are_there_by_their_neutral_name(pages, publish):
    found = guidance(publish)["pages"]
    assert list(found) == ["home", "temporary-protection", "training"]
    assert found["temporary-protection"] == {
        "title": "Protección temporal",
        "introduction": "",
        "body": [
            {
                "type": "rich_text",
                "value": {
                    "html": "<p>Primero, <b>respira</b>. "
                    '<a href="https://defenders.example.org/es/" rel="noreferrer noopener">Inicio</a></p>'
                },
                "id": "00000000-0000-4000-8000-000000000501",
            },
            {
                "type": "directory",
                "value": {
                    "heading": "Quién acoge",
                    "filters": {
                        "role": ["temporary_protection"],
                        "service": [],
                        "audience": [],
                        "country": ["CO"],
                    },
                },
                "id": "00000000-0000-4000-8000-000000000502",
            },
        ],
        "lang": "es",
        "url": "https://defenders.example.org/es/proteccion-temporal/",
        "is_sample": False,
    }


@pytest.mark.parametrize(
    ("lang", "found"), [("eu", "eu"), ("es", "es"), ("en", "es"), ("fr", "es"), ("ar", "es")]
)
def test_a_page_falls_back_and_says_so(pages, publish, lang, found):
    page = guidance(publish, lang)["pages"]["temporary-protection"]
    assert page["lang"] == found
    assert page["url"].startswith(f"https://defenders.example.org/{found}/")
    assert guidance(publish, "eu")["pages"]["training"]["lang"] == "es"


def test_a_page_that_no_fallback_reaches_is_not_there(pages, publish, settings):
    settings.DEFENDERS_FALLBACKS = dict.fromkeys(LANGUAGES, ())
    assert list(guidance(publish, "eu")["pages"]) == ["home", "temporary-protection"]
    assert guidance(publish, "ar")["pages"] == {}


def test_drafts_restricted_pages_and_aliases_are_not_there(pages, publish, published_root):
    for number in (DRAFT, PRIVATE):
        models.StandardPage.objects.filter(pk=pages[number].pk).update(key="canary")
    pages[TEMPORARY_EU].alias_of = pages[TEMPORARY_ES]
    pages[TEMPORARY_EU].save()
    assert guidance(publish, "eu")["pages"]["temporary-protection"]["lang"] == "es"
    assert b"canary" not in b"".join(all_bytes(published_root).values())


def test_a_page_with_a_name_of_its_own_is_there(pages, publish):
    page = models.StandardPage(
        title="Necesidades", slug="necesidades", key="protection-needs", locale=pages[HOME_ES].locale
    )
    pages[HOME_ES].add_child(instance=page)
    assert guidance(publish, "fr")["pages"]["protection-needs"]["title"] == "Necesidades"


def test_programmes_trainings_and_testimonies_are_there_in_order(publish):
    ProgrammeFactory(name="closed", closed=True)
    programme = ProgrammeFactory(name="open")
    ProgrammeTextFactory(programme=programme, language="eu", summary="Sei hilabete.")
    TrainingFactory(name="training")
    TestimonyFactory(attribution="second", order=2)
    TestimonyFactory(attribution="first", order=1)
    data = guidance(publish, "eu")
    assert [(one["name"], one["call_state"]) for one in data["programmes"]] == [
        ("open", "open"),
        ("closed", "closed"),
    ]
    assert data["programmes"][0]["summary"] == {"text": "Sei hilabete.", "lang": "eu", "outdated": False}
    assert data["trainings"][0]["summary"]["lang"] == "es"
    assert [one["attribution"] for one in data["testimonies"]] == ["first", "second"]


def test_every_code_has_a_label(publish):
    ProgrammeFactory(who_can_apply=["self"], audiences=("journalists",))
    TrainingFactory()
    data = guidance(publish, "eu")
    (programme,), (training,) = data["programmes"], data["trainings"]
    labels = data["labels"]
    assert labels["audience"][programme["audiences"][0]] == "journalists eu"
    for group, code in (
        ("applicant", programme["who_can_apply"][0]),
        ("call_state", programme["call_state"]),
        ("training_topic", training["topics"][0]),
        ("training_mode", training["mode"]),
        ("training_cost", training["cost"]),
        ("training_state", training["training_state"]),
        ("area", "worldwide"),
    ):
        assert labels[group][code]


def test_private_changes_do_not_change_a_byte(pages, publish, published_root):
    programme, training = ProgrammeFactory(), TrainingFactory()
    testimony = TestimonyFactory(consented=True)
    guidance(publish)
    before = all_bytes(published_root)
    for facts, name in ((programme, "name"), (training, "name"), (testimony, "attribution")):
        public = facts.get_latest_revision_as_object()
        public.internal_note = "private"
        public.source_url = "https://private.example.org"
        public.save_revision().publish()
        draft = type(facts).objects.get(pk=facts.pk).get_latest_revision_as_object()
        setattr(draft, name, "draft")
        draft.save_revision()
    models.Testimony.objects.update(consent_scope="private", consent_expires_on=date(2026, 11, 30))
    ProgrammeFactory(draft=True)
    TestimonyFactory(draft=True)
    ProgrammeFactory(organisation=OrganisationFactory(draft=True))
    page = pages[TEMPORARY_ES]
    page.title = "draft"
    page.save_revision()
    guidance(publish)
    assert all_bytes(published_root) == before


def test_a_consent_that_ended_is_gone_with_the_day(publish, monkeypatch):
    TestimonyFactory(consented=True)
    assert len(guidance(publish)["testimonies"]) == 1
    monkeypatch.setattr(publication, "today_utc", lambda: date(2027, 1, 1))
    assert guidance(publish)["testimonies"] == []


def test_the_state_of_a_call_is_that_of_the_day(publish, monkeypatch):
    ProgrammeFactory()
    assert guidance(publish)["programmes"][0]["call_state"] == "open"
    monkeypatch.setattr(publication, "today_utc", lambda: date(2026, 12, 1))
    (programme,) = guidance(publish)["programmes"]
    assert (programme["call_state"], programme["updated_on"]) == ("closed", "2026-11-22")


def test_updated_on_is_the_day_the_public_record_changed(publish, monkeypatch):
    programme = ProgrammeFactory()
    guidance(publish)
    monkeypatch.setattr(publication, "today_utc", lambda: date(2026, 11, 25))
    assert guidance(publish)["programmes"][0]["updated_on"] == "2026-11-22"
    ProgrammeTextFactory(programme=programme, language="fr", summary="Six mois.")
    assert guidance(publish)["programmes"][0]["updated_on"] == "2026-11-25"


@pytest.fixture
def published(db, monkeypatch, settings, published_root, today, languages):
    """Publish on change; return a function that reads the published guidance."""
    settings.DEFENDERS_PUBLISH_ON_CHANGE = True
    commit_at_once(monkeypatch)

    def read(lang="es"):
        return json.loads((published_root / "current" / f"guidance.{lang}.json").read_bytes())

    return read


def test_publishing_changing_and_taking_back_a_page_is_seen(published):
    pages = build_pages()
    page = models.TemporaryProtectionPage.objects.get(pk=pages[TEMPORARY_ES].pk)
    assert published()["pages"]["temporary-protection"]["title"] == "Protección temporal"
    page.title = "Salir por un tiempo"
    page.save_revision().publish()
    assert published()["pages"]["temporary-protection"]["title"] == "Salir por un tiempo"
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert published()["pages"]["temporary-protection"]["lang"] == "eu"
    restriction.delete()
    assert published()["pages"]["temporary-protection"]["lang"] == "es"
    page.unpublish()
    assert published()["pages"]["temporary-protection"]["lang"] == "eu"
    models.HomePage.objects.all().first().get_children().first().specific.delete()
    pages[TEMPORARY_EU].delete()
    assert "temporary-protection" not in published()["pages"]


@pytest.mark.parametrize(
    ("factory", "name"),
    [(ProgrammeFactory, "programmes"), (TrainingFactory, "trainings"), (TestimonyFactory, "testimonies")],
)
def test_publishing_unpublishing_and_deleting_are_seen(published, factory, name):
    facts = factory()
    assert len(published()[name]) == 1
    facts.unpublish()
    assert published()[name] == []
    facts.get_latest_revision().publish()
    facts.texts.get().unpublish()
    (record,) = published()[name]
    assert record["quote" if name == "testimonies" else "summary"] is None
    type(facts).objects.get().delete()
    assert published()[name] == []


def test_a_consent_that_ends_in_a_draft_is_seen_at_once(published):
    testimony = TestimonyFactory(consented=True)
    draft = testimony.get_latest_revision_as_object()
    draft.consent_expires_on = date(2026, 11, 21)
    draft.save_revision()
    assert published()["testimonies"] == []


def test_what_a_withdrawn_organisation_runs_is_gone_at_once(published):
    organisation = ProgrammeFactory().organisation
    TrainingFactory(organisation=organisation)
    organisation.withdraw()
    assert [published("ar")[name] for name in ("programmes", "trainings")] == [[], []]
