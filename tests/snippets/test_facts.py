"""Programmes, trainings and testimonies: what cannot be true is refused with a sentence at its field."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms import models
from tests.factories import (
    OrganisationFactory,
    ProgrammeFactory,
    ProgrammeTextFactory,
    TestimonyFactory,
    TestimonyTextFactory,
    TrainingFactory,
    TrainingTextFactory,
    image,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english():
    """Sentences are tested in one language."""
    with translation.override("en"):
        yield


@pytest.fixture(scope="module")
def facts_of_module(rows_of_module):
    """{factory: key of what it makes}, made once: these tests save nothing of it."""
    return {factory: factory().pk for factory in (ProgrammeFactory, TrainingFactory, TestimonyFactory)}


@pytest.fixture
def stored(facts_of_module, db):
    """Return a function that reads what a factory makes."""
    return lambda factory: factory._meta.model.objects.get(pk=facts_of_module[factory])


# Field, refused value, code of the error. Each value alone, everything else being right.
PROGRAMME = [
    ("name", "", "blank"),
    ("name", "x" * 201, "max_length"),
    ("organisation", None, "null"),
    ("host_countries", ["XX"], "unknown_code"),
    ("host_countries", ["es"], "unknown_code"),
    ("host_countries", ["europe"], "unknown_code"),
    ("stay_months_min", 0, "min_value"),
    ("stay_months_min", -1, "min_value"),
    ("stay_months_min", 121, "max_value"),
    ("stay_months_max", "six", "invalid"),
    ("stay_months_max", 121, "max_value"),
    ("places_per_year", 0, "min_value"),
    ("places_per_year", 1001, "max_value"),
    ("who_can_apply", ["friend"], "unknown_code"),
    ("call_opens", "2026-13-01", "invalid_date"),
    ("call_opens", date(26, 1, 1), "year"),
    ("call_closes", date(2101, 1, 1), "year"),
    ("family_included", "perhaps", "invalid"),
    ("children_supported", "perhaps", "invalid"),
    ("is_rolling", "perhaps", "invalid"),
    ("languages", ["spanish"], "unknown_code"),
    ("application_url", "javascript:alert(1)", "invalid"),
    ("application_url", "https://user:word@example.org", "url_credentials"),
    ("application_url", "https://example.org/" + "a" * 500, "max_length"),
    ("source_url", "not an address", "invalid"),
]
TRAINING = [
    ("name", "", "blank"),
    ("organisation", None, "null"),
    ("topics", ["singing"], "unknown_code"),
    ("mode", "by post", "invalid_choice"),
    ("languages", ["e"], "unknown_code"),
    ("cost", "", "blank"),
    ("cost", "cheap", "invalid_choice"),
    ("starts_on", date(1926, 12, 1), "year"),
    ("ends_on", "soon", "invalid"),
    ("on_request", None, "invalid"),
    ("url", "ftp://example.org", "url_http_or_https"),
    ("url", "https://localhost/", "url_host"),
]
TESTIMONY = [
    ("attribution", "", "blank"),
    ("attribution", "x" * 201, "max_length"),
    ("order", -1, "min_value"),
    ("order", "first", "invalid"),
    ("consent_given_on", date(202, 1, 1), "year"),
    ("consent_expires_on", date(9999, 1, 1), "year"),
    ("consent_scope", "x" * 301, "max_length"),
]
# Fields that cannot be true together, the field of the sentence, its code.
TOGETHER = [
    (ProgrammeFactory, {"stay_months_min": 6, "stay_months_max": 3}, "stay_months_max", "stay_swapped"),
    (
        ProgrammeFactory,
        {"call_opens": date(2026, 10, 16), "call_closes": date(2026, 9, 16)},
        "call_closes",
        "days_swapped",
    ),
    (ProgrammeFactory, {"is_rolling": True}, "is_rolling", "rolling_with_days"),
    (TrainingFactory, {"starts_on": None}, "starts_on", "first_day_missing"),
    (TrainingFactory, {"ends_on": date(2026, 11, 30)}, "ends_on", "days_swapped"),
    (TestimonyFactory, {"is_composed": False}, "consent_given_on", "consent_missing"),
    (
        TestimonyFactory,
        {"consent_given_on": date(2026, 2, 1), "consent_expires_on": date(2026, 1, 31)},
        "consent_expires_on",
        "days_swapped",
    ),
]
FINE = [
    (ProgrammeFactory, {"stay_months_min": 6, "stay_months_max": 6}),
    (ProgrammeFactory, {"call_opens": date(2026, 10, 1), "call_closes": date(2026, 10, 1)}),
    (ProgrammeFactory, {"call_opens": None}),
    (ProgrammeFactory, {"is_rolling": True, "call_opens": None, "call_closes": None}),
    (
        ProgrammeFactory,
        {"family_included": None, "host_countries": [], "who_can_apply": ["self", "nominator"]},
    ),
    (TrainingFactory, {"starts_on": None, "ends_on": None, "mode": ""}),
    (TrainingFactory, {"ends_on": None, "on_request": True}),
    (TestimonyFactory, {"is_composed": False, "consent_given_on": date(2026, 1, 1)}),
]


def errors_of(facts, **values):
    for name, value in values.items():
        setattr(facts, name, value)
    with pytest.raises(ValidationError) as refused:
        facts.full_clean()
    return refused.value.error_dict


@pytest.mark.parametrize(
    ("factory", "name", "value", "code"),
    [
        (factory, *row)
        for factory, rows in (
            (ProgrammeFactory, PROGRAMME),
            (TrainingFactory, TRAINING),
            (TestimonyFactory, TESTIMONY),
        )
        for row in rows
    ],
)
def test_a_bad_value_is_refused_at_its_field(stored, factory, name, value, code):
    facts = stored(factory)
    setattr(facts, "organisation_id" if name == "organisation" else name, value)
    with pytest.raises(ValidationError) as refused:
        facts.clean_fields()
    (name_of_error, errors), *others = refused.value.error_dict.items()
    assert (name_of_error, others) == (name, [])
    assert code in [error.code for error in errors]
    assert all(sentence.endswith(".") for error in errors for sentence in error.messages)


@pytest.mark.parametrize(("factory", "values", "name", "code"), TOGETHER)
def test_what_cannot_be_true_together_is_refused_at_a_field(stored, factory, values, name, code):
    assert [error.code for error in errors_of(stored(factory), **values)[name]] == [code]


@pytest.mark.parametrize(("factory", "values"), FINE)
def test_what_can_be_is_accepted(stored, factory, values):
    facts = stored(factory)
    for name, value in values.items():
        setattr(facts, name, value)
    facts.full_clean()


@pytest.mark.parametrize("factory", [ProgrammeTextFactory, TrainingTextFactory, TestimonyTextFactory])
def test_a_second_text_in_a_language_is_refused(factory):
    text = {
        ProgrammeTextFactory: ProgrammeFactory,
        TrainingTextFactory: TrainingFactory,
        TestimonyTextFactory: TestimonyFactory,
    }[factory]().texts.get()
    second = type(text)(locale=text.locale, **{text.subject_field: text.subject})
    with pytest.raises(ValidationError, match="already has a text in this language"):
        second.full_clean()


@pytest.mark.parametrize(
    ("factory", "name", "limit"),
    [
        (ProgrammeFactory, "summary", 300),
        (ProgrammeFactory, "nominator_note", 600),
        (TrainingFactory, "summary", 300),
        (TestimonyFactory, "quote", 600),
        (TestimonyFactory, "context", 200),
        (TestimonyFactory, "picture_alt", 200),
    ],
)
def test_a_text_has_a_limit(stored, factory, name, limit):
    text = stored(factory).texts.get()
    setattr(text, name, "a" * limit)
    text.full_clean()
    # Long texts are limited by their forms.
    assert text._meta.get_field(name).formfield().max_length == limit


def test_the_description_of_a_picture_is_asked_for_as_soon_as_there_is_one():
    testimony = TestimonyFactory()
    text = testimony.texts.get()
    text.full_clean()
    testimony.picture = image()
    testimony.save_revision()  # a draft
    text = models.TestimonyText.objects.get(pk=text.pk)
    assert "picture_alt" in errors_of(text)
    text.picture_alt = "Una mano abierta"
    text.full_clean()


@pytest.mark.parametrize(
    ("model", "names"),
    [
        ("ProgrammeText", ["programme", "summary", "description", "what_it_offers", "nominator_note"]),
        ("TrainingText", ["training", "summary", "description"]),
        ("TestimonyText", ["testimony", "quote", "context", "picture_alt"]),
    ],
)
def test_exactly_the_texts_go_to_translators(model, names):
    text = getattr(models, model)()
    assert [field.field_name for field in text.translatable_fields] == names
    assert list(text.text_fields) == names[1:]
    kinds = [type(field) for field in text.translatable_fields]
    assert kinds == [SynchronizedField] + [TranslatableField] * (len(names) - 1)


def test_deleting_an_organisation_deletes_what_it_runs():
    organisation = OrganisationFactory()
    programme = ProgrammeFactory(organisation=organisation)
    text = TrainingFactory(organisation=organisation).texts.get()
    organisation.delete()
    assert not models.Programme.objects.filter(pk=programme.pk).exists()
    assert not models.TrainingText.objects.filter(pk=text.pk).exists()
