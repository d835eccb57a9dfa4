"""Programmes, trainings and testimonies in the admin: listings, forms, texts per language, what visitors see."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.search.backends import get_search_backend

from cms import models
from cms.directory.kinds import KINDS
from cms.editing.guidance_state import guidance_state, state_codes, with_state
from tests.conftest import TODAY
from tests.editing.submissions import address, form_errors
from tests.factories import (
    OrganisationFactory,
    ProgrammeFactory,
    ProgrammeTextFactory,
    TestimonyFactory,
    TrainingFactory,
    categories,
    image,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]

FACTORIES = {"programme": ProgrammeFactory, "training": TrainingFactory, "testimony": TestimonyFactory}
FACTS = list(FACTORIES)
TEXTS = [f"{name}text" for name in FACTS]


def listed(editor, model, **params):
    response = editor.get(address("list", model=model), params)
    assert response.status_code == 200
    return [str(row) for row in response.context["object_list"]]


def data_of_programme(**more):
    organisation = models.Organisation.objects.first() or OrganisationFactory()
    return {
        "organisation": str(organisation.pk),
        "name": "Harrera",
        "host_countries": ["ES", "DE"],
        "languages": ["es"],
        "languages-other": "pt-br",
        "who_can_apply": ["nominator"],
        "stay_months_min": "3",
        "stay_months_max": "6",
        "places_per_year": "",
        "call_opens": "2026-11-01",
        "call_closes": "2026-11-30",
        "family_included": "true",
        "children_supported": "unknown",
        "application_url": "https://example.org/call",
        "source_url": "",
        "internal_note": "",
    } | more


def data_of_training(**more):
    organisation = models.Organisation.objects.first() or OrganisationFactory()
    return {
        "organisation": str(organisation.pk),
        "name": "Ikastaroa",
        "topics": ["hosting", "risk_analysis"],
        "languages": ["eu"],
        "mode": "online",
        "cost": "free",
        "starts_on": "2026-12-01",
        "ends_on": "",
        "url": "",
        "source_url": "",
        "internal_note": "",
    } | more


def data_of_testimony(**more):
    return {
        "attribution": "Ainara",
        "is_pseudonym": "on",
        "picture": "",
        "order": "5",
        "consent_given_on": "2026-01-01",
        "consent_scope": "Web",
        "consent_expires_on": "2026-12-31",
        "source_url": "",
        "internal_note": "",
    } | more


DATA = {"programme": data_of_programme, "training": data_of_training, "testimony": data_of_testimony}


@pytest.mark.parametrize("model", FACTS)
def test_creating_leads_on_to_the_spanish_text(editor, model):
    response = editor.post(address("add", model=model), DATA[model](), follow=True)
    facts = getattr(models, model.title()).objects.get()
    assert response.redirect_chain[-1][0].endswith(f"/{model}text/add/?{model}={facts.pk}&locale=es")
    assert response.context["form"].instance.subject == facts
    assert not facts.live


@pytest.mark.parametrize("model", FACTS)
def test_facts_published_from_the_editor_are_public(editor, model):
    editor.post(address("add", model=model), DATA[model]() | {"action-publish": "x"})
    (kind,) = [kind for kind in KINDS if kind.subject == model]
    assert len(kind.load(TODAY)) == 1


def test_every_field_of_a_programme_arrives(editor):
    (journalists,) = categories("audience", "journalists")
    data = data_of_programme(audiences=[str(journalists.pk)], is_sample="on") | {"action-publish": "x"}
    editor.post(address("add", model="programme"), data)
    programme = models.Programme.objects.get()
    assert programme.host_countries == ["DE", "ES"]
    assert programme.languages == ["es", "pt-BR"]
    assert programme.who_can_apply == ["nominator"]
    assert (programme.stay_months_min, programme.stay_months_max) == (3, 6)
    assert (programme.family_included, programme.children_supported) == (True, None)
    assert (programme.call_opens, programme.call_closes) == (date(2026, 11, 1), date(2026, 11, 30))
    assert [category.code for category in programme.audiences.all()] == ["journalists"]
    assert programme.is_sample


BAD = [
    ("programme", {"name": ""}, "name"),
    ("programme", {"name": "a\x07b"}, "name"),
    ("programme", {"organisation": ""}, "organisation"),
    ("programme", {"organisation": "999999"}, "organisation"),
    ("programme", {"organisation": "x"}, "organisation"),
    ("programme", {"host_countries": ["XX"]}, "host_countries"),
    ("programme", {"languages": ["spanish"]}, "languages"),
    ("programme", {"who_can_apply": ["friend"]}, "who_can_apply"),
    ("programme", {"audiences": ["999999"]}, "audiences"),
    ("programme", {"stay_months_min": "0"}, "stay_months_min"),
    ("programme", {"stay_months_min": "9"}, "stay_months_max"),
    ("programme", {"stay_months_max": "six"}, "stay_months_max"),
    ("programme", {"places_per_year": "99999999999999999999"}, "places_per_year"),
    ("programme", {"call_opens": "soon"}, "call_opens"),
    ("programme", {"call_opens": "2026-12-01"}, "call_closes"),
    ("programme", {"is_rolling": "on"}, "is_rolling"),
    ("programme", {"application_url": "javascript:alert(1)"}, "application_url"),
    ("training", {"topics": ["singing"]}, "topics"),
    ("training", {"mode": "by post"}, "mode"),
    ("training", {"cost": ""}, "cost"),
    ("training", {"starts_on": "", "ends_on": "2026-12-01"}, "starts_on"),
    ("training", {"ends_on": "2026-11-01"}, "ends_on"),
    ("training", {"url": "https://a:b@example.org"}, "url"),
    ("testimony", {"attribution": ""}, "attribution"),
    ("testimony", {"attribution": "\u202egnorw"}, "attribution"),
    ("testimony", {"order": "-1"}, "order"),
    ("testimony", {"picture": "999999"}, "picture"),
    ("testimony", {"consent_given_on": ""}, "consent_given_on"),
    ("testimony", {"consent_given_on": "0026-01-01"}, "consent_given_on"),
    ("testimony", {"consent_expires_on": "2025-12-31"}, "consent_expires_on"),
    ("testimony", {"consent_scope": "x" * 301}, "consent_scope"),
]


@pytest.mark.parametrize(("model", "change", "field"), BAD)
def test_bad_input_is_a_sentence_at_its_field(editor, model, change, field):
    data = DATA[model](**change) | {"action-publish": "x"}
    response = editor.post(address("add", model=model), data)
    assert response.status_code == 200
    assert list(form_errors(response)) == [field]
    assert not getattr(models, model.title()).objects.exists()


def test_a_consent_that_is_shortened_ends_with_a_saved_draft(editor):
    testimony = TestimonyFactory(consented=True)
    data = data_of_testimony(attribution="Draft", consent_expires_on="2026-11-21")
    response = editor.post(address("edit", testimony.pk, model="testimony"), data, follow=True)
    assert not response.context["public_state"].is_public
    testimony.refresh_from_db()
    assert testimony.consent_expires_on == date(2026, 11, 21)
    assert testimony.attribution != "Draft"


@pytest.mark.parametrize("model", FACTS)
def test_the_edit_page_says_that_it_is_public_and_shows_each_text(editor, model):
    facts = FACTORIES[model]()
    response = editor.get(address("edit", facts.pk, model=model))
    state = response.context["public_state"]
    assert state.is_public and not state.reasons and not state.missing
    assert {text.language: text.state for text in state.texts} == {
        "es": "public",
        "eu": "missing",
        "en": "missing",
        "fr": "missing",
        "ar": "missing",
    }
    html = response.content.decode()
    assert address("edit", facts.texts.get().pk, model=f"{model}text") in html
    assert f"/localize/submit/snippet/defenders/{model}text/{facts.texts.get().pk}/?select_locale=fr" in html


@pytest.mark.parametrize("model", FACTS)
def test_links_to_texts_follow_the_rights(client_with, model):
    facts = FACTORIES[model]()
    html = client_with(f"change_{model}").get(address("edit", facts.pk, model=model)).content.decode()
    assert f"/{model}text/" not in html


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("live", [True, False])
@pytest.mark.parametrize("days", [None, -1, 1])
def test_what_is_not_public_has_a_reason_and_what_is_has_none(languages, kind, live, days):
    factory = FACTORIES[kind.subject]
    facts = factory()
    expire_at = days and timezone.now() + timedelta(days=days)
    kind.model.objects.update(live=live, expire_at=expire_at)
    situations = (
        [{}, {"is_composed": False}]
        + [{"is_composed": False, "consent_given_on": day} for day in (TODAY, date(2026, 11, 23))]
        + [{"consent_expires_on": day} for day in (TODAY, date(2026, 11, 21))]
        if kind.subject == "testimony"
        else [{}, {"organisation": OrganisationFactory(withdrawn=True)}]
    )
    for situation in situations:
        kind.model.objects.update(**situation)
        state = guidance_state(kind.model.objects.get(pk=facts.pk), AnonymousUser())
        assert state.is_public is not bool(state.reasons), situation
        row = with_state(kind.model.objects.all()).get(pk=facts.pk)
        assert bool(state_codes(row, TODAY)) is not state.is_public


def test_what_visitors_miss_is_said(editor):
    def missing(facts):
        return len(guidance_state(type(facts).objects.get(pk=facts.pk), AnonymousUser()).missing)

    assert missing(ProgrammeFactory(texts={})) == 1
    testimony = TestimonyFactory()
    assert missing(testimony) == 0
    models.Testimony.objects.update(picture=image())
    assert missing(testimony) == 1


@pytest.mark.parametrize("name", FACTS)
def test_twelve_rows_take_as_many_queries_as_one(editor, name):
    listings = [address("list", model=model) for model in (name, f"{name}text")]

    def queries(url, rows):
        editor.get(url)
        with CaptureQueriesContext(connection) as asked:
            response = editor.get(url)
        assert len(response.context["object_list"]) == rows
        return [query["sql"] for query in asked.captured_queries]

    FACTORIES[name]()
    ones = [queries(url, 1) for url in listings]
    for _ in range(11):
        FACTORIES[name]()
    for url, one in zip(listings, ones, strict=True):
        twelve = queries(url, 12)
        assert len(twelve) <= len(one) + 2, (url, twelve[-60:-57])
        assert len(twelve) <= 30, url


def test_a_row_tells_what_an_editor_wants_to_know(editor):
    programme = ProgrammeFactory(name="Harrera", host_countries=["CO"])
    ProgrammeTextFactory(programme=programme, language="eu", published=False)
    html = editor.get(address("list", model="programme")).content.decode()
    for expected in (
        "Harrera",
        programme.organisation.name,
        "Colombia",
        "30",
        ">es<",
        "defenders-language--draft",
    ):
        assert expected in html
    TestimonyFactory(consented=True)
    models.Testimony.objects.update(consent_expires_on=date(2026, 11, 21))
    assert "w-status--secondary" in editor.get(address("list", model="testimony")).content.decode()


def test_filters_narrow_the_listing_of_programmes(editor):
    first = ProgrammeFactory(name="A", texts={"es": "a", "eu": "a"})
    ProgrammeFactory(name="B", closed=True, host_countries=["KE"])
    ProgrammeFactory(name="C", rolling=True, draft=True, host_countries=[])
    assert listed(editor, "programme") == ["A", "B", "C"]
    assert listed(editor, "programme", organisation=first.organisation.pk) == ["A"]
    assert listed(editor, "programme", country="KE") == ["B"]
    assert listed(editor, "programme", call="open") == ["A", "C"]
    assert listed(editor, "programme", call="closed") == ["B"]
    assert listed(editor, "programme", missing="eu") == ["B", "C"]
    assert listed(editor, "programme", published="no") == ["C"]


def test_filters_narrow_the_listing_of_trainings(editor):
    first = TrainingFactory(name="A", topics=["hosting"])
    TrainingFactory(name="B", over=True, mode="in_person")
    assert listed(editor, "training", organisation=first.organisation.pk) == ["A"]
    assert listed(editor, "training", topic="hosting") == ["A"]
    assert listed(editor, "training", mode="in_person") == ["B"]
    assert listed(editor, "training", days="upcoming") == ["A"]
    assert listed(editor, "training", missing="es") == []


def test_filters_narrow_the_listing_of_testimonies(editor):
    TestimonyFactory(attribution="composed", order=1)
    TestimonyFactory(attribution="agreed", order=2, consented=True)
    ended = TestimonyFactory(attribution="ended", order=3, consented=True)
    models.Testimony.objects.filter(pk=ended.pk).update(consent_expires_on=date(2026, 11, 21))
    assert listed(editor, "testimony", consent="today") == ["composed", "agreed"]
    assert listed(editor, "testimony", consent="none") == ["ended"]
    assert listed(editor, "testimony", consent="soon") == ["agreed"]


@pytest.mark.parametrize("model", FACTS)
@pytest.mark.parametrize(
    "params",
    [
        {"organisation": "x"},
        {"organisation": "999999"},
        {"country": "XX"},
        {"call": "x"},
        {"topic": "\x00"},
        {"consent": "x"},
        {"missing": "tlh"},
        {"p": "999"},
        {"ordering": "password"},
        {"q": "%_\\\"'"},
        {"q": "x" * 5000},
    ],
)
def test_a_filter_that_cannot_be_is_no_error_of_the_server(editor, model, params):
    FACTORIES[model]()
    assert editor.get(address("list", model=model), params).status_code in {200, 400, 404}


@pytest.mark.parametrize("model", FACTS)
def test_searching_goes_together_with_filters(editor, model):
    name = "attribution" if model == "testimony" else "name"
    for value in ("Ejemplo", "Otra"):
        facts = FACTORIES[model](**{name: value})
        get_search_backend().add(facts)
        get_search_backend().add(facts.texts.get())
    assert listed(editor, model, q="ejem") == ["Ejemplo"]
    assert listed(editor, model, q="ejem", missing="eu", published="yes") == ["Ejemplo"]
    assert listed(editor, model, q="ejem", missing="es") == []
    assert listed(editor, model, q="ejem", ordering="-pk", consent="today", call="open") == ["Ejemplo"]
    assert listed(editor, f"{model}text", q="ejem", live="true") == ["Ejemplo (es)"]


@pytest.mark.parametrize("model", FACTS + TEXTS)
def test_nothing_can_be_copied(editor, model):
    FACTORIES[model.removesuffix("text")]()
    assert "/copy/" not in editor.get(address("list", model=model)).content.decode()
    assert editor.get(f"/admin/snippets/defenders/{model}/copy/1/", follow=True).status_code == 404


@pytest.mark.parametrize("model", FACTS + TEXTS)
def test_who_has_no_rights_sees_no_listing(client_with, model):
    assert client_with().get(address("list", model=model)).status_code == 302


def test_a_second_text_in_a_language_is_refused_with_a_sentence(editor):
    programme = ProgrammeFactory()
    url = address("add", model="programmetext") + f"?programme={programme.pk}&locale=es"
    data = {"programme": programme.pk, "summary": "Otra.", "nominator_note": ""}
    data |= dict.fromkeys(("description", "what_it_offers"), "null")
    response = editor.post(url, data)
    assert list(form_errors(response)) == ["programme"]


@pytest.mark.parametrize("model", FACTS)
def test_texts_of_one_thing_translate_one_another_and_what_they_are_about_never_changes(editor, model):
    facts, other = FACTORIES[model](), FACTORIES[model]()
    source = facts.texts.get()
    url = address("add", model=f"{model}text") + f"?{model}={facts.pk}&locale=eu"
    data = {model: facts.pk} | dict.fromkeys(source.text_fields, "")
    data |= dict.fromkeys({"description", "what_it_offers"} & set(source.text_fields), "null")
    data |= {source.text_fields[0]: "Euskaraz."}
    editor.post(url, data | {"action-publish": "x"})
    text = facts.texts.get(locale__language_code="eu")
    assert text.live and text.translation_key == source.translation_key
    editor.post(
        address("edit", text.pk, model=f"{model}text"), data | {model: other.pk, "action-publish": "x"}
    )
    text.refresh_from_db()
    assert text.subject == facts


@pytest.mark.parametrize("key", ["", "x", "999999", "-1", "9" * 30, "٣"])
def test_a_text_of_nothing_known_can_still_be_begun(editor, key):
    url = address("add", model="trainingtext") + f"?training={key}&locale=es"
    assert editor.get(url).status_code == 200


def test_a_picture_must_be_described_before_its_text_is_saved(editor):
    testimony = TestimonyFactory(texts={})
    models.Testimony.objects.update(picture=image())
    url = address("add", model="testimonytext") + f"?testimony={testimony.pk}&locale=es"
    data = {"testimony": testimony.pk, "quote": "Sí.", "context": "", "picture_alt": ""}
    assert list(form_errors(editor.post(url, data))) == ["picture_alt"]
    editor.post(url, data | {"picture_alt": "Un faro", "action-publish": "x"})
    assert models.TestimonyText.objects.get().live
