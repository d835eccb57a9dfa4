"""Programmes, trainings and testimonies on a page: what is shown, in which order, and in whose words."""

from datetime import date

import pytest
from django.utils import translation

from cms.models import Testimony
from cms.pages import listings
from tests.factories import OrganisationFactory, ProgrammeFactory, TestimonyFactory, TrainingFactory, image

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def programmes(lang="es", **filters):
    return listings.programmes(filters, lang)


def names(items):
    return [item["name"] for item in items]


def told(item):
    return dict(item["facts"])


def test_open_calls_come_first_and_say_until_when():
    ProgrammeFactory(name="Cerrado", closed=True)
    ProgrammeFactory(name="Sin fechas", undated=True)
    ProgrammeFactory(name="Pronto", upcoming=True)
    ProgrammeFactory(name="Siempre", rolling=True)
    ProgrammeFactory(name="Abierto")
    shown = programmes()
    assert names(shown) == ["Abierto", "Siempre", "Pronto", "Sin fechas", "Cerrado"]
    assert [item["state"] for item in shown] == ["open", "open", "upcoming", "unknown", "closed"]
    assert [item["days"] for item in shown] == [
        "Applications until 30 de noviembre de 2026",
        "Applications all year round",
        "Applications from 1 de diciembre de 2026 to 31 de diciembre de 2026",
        "",
        "The last call closed on 16 de octubre de 2026",
    ]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["Todo", "Nada"]),
        ({"open": True}, ["Todo"]),
        ({"open": None, "family": None, "audience": [], "country": []}, ["Todo", "Nada"]),
        ({"family": True}, ["Todo"]),
        ({"audience": ["journalists"]}, ["Todo"]),
        ({"audience": ["journalists", "all_defenders"]}, ["Todo", "Nada"]),
        ({"country": ["PT"]}, ["Todo"]),
        ({"country": ["XX"]}, []),
        ({"audience": ["code-that-is-gone"]}, []),
    ],
)
def test_filters_find_what_they_say(filters, expected):
    ProgrammeFactory(name="Todo", family_included=True, audiences=("journalists",), host_countries=["PT"])
    ProgrammeFactory(name="Nada", closed=True, family_included=None)
    assert names(programmes(**filters)) == expected


@pytest.mark.parametrize(
    ("included", "sentence"),
    [
        (True, "The family can come too"),
        (False, "For one person, without family"),
        (None, "Not known: ask the programme"),
    ],
)
def test_a_programme_always_says_whether_the_family_can_come(included, sentence):
    ProgrammeFactory(family_included=included)
    assert told(programmes()[0])["Family"] == sentence


def test_a_programme_says_who_can_apply_and_how_one_is_nominated():
    ProgrammeFactory(
        who_can_apply=["organisation", "nominator"],
        texts={"es": {"summary": "Descanso.", "nominator_note": "Una organización vasca."}},
    )
    (shown,) = programmes("en")
    assert told(shown)["Who can apply"] == (
        "An organisation the defender belongs to · Somebody who nominates the defender"
    )
    assert shown["nomination"]["text"] == "Una organización vasca."


@pytest.mark.parametrize(
    ("shortest", "longest", "sentence"),
    [
        (3, 6, "3 to 6 months"),
        (6, 6, "6 months"),
        (1, 1, "1 month"),
        (None, 12, "At most 12 months"),
        (3, None, "At least 3 months"),
        (None, None, None),
    ],
)
def test_the_stay_is_told_in_months(shortest, longest, sentence):
    ProgrammeFactory(stay_months_min=shortest, stay_months_max=longest)
    assert told(programmes()[0]).get("Length of the stay") == sentence


def test_what_is_not_known_is_not_there():
    ProgrammeFactory(host_countries=[], languages=[], audiences=(), undated=True, texts={})
    (shown,) = programmes()
    assert list(told(shown)) == ["Family"]
    assert (shown["summary"], shown["details"], shown["nomination"]) == (None, [], None)


def test_countries_and_languages_have_names_in_the_language_of_the_page():
    ProgrammeFactory(host_countries=["DE", "ES"], languages=["pt-BR", "quc"])
    with translation.override("eu"):
        facts = {value for _label, value in programmes("eu")[0]["facts"]}
    assert "Alemania, Espainia" in facts
    assert any(value.startswith("Brasilgo portugesa") for value in facts)


def test_a_text_in_another_language_says_so():
    ProgrammeFactory(texts={"ar": "ملخص"})
    (shown,) = programmes("ar")
    assert shown["summary"]["in_language"] == ""
    ProgrammeFactory(name="Otro", texts={"es": "Descanso."})
    summary = next(item for item in programmes("ar") if item["name"] == "Otro")["summary"]
    assert (summary["lang"], summary["dir"], summary["in_language"]) == ("es", "ltr", "الإسبانية")


def test_what_is_not_public_is_not_shown():
    ProgrammeFactory(draft=True)
    ProgrammeFactory(organisation=OrganisationFactory(withdrawn=True))
    TrainingFactory(draft=True)
    TestimonyFactory(draft=True)
    assert programmes() == listings.trainings({}, "es") == listings.testimonies("es") == []


def test_trainings_that_begin_soon_come_first():
    TrainingFactory(name="Pasada", over=True)
    TrainingFactory(name="A petición", undated=True, on_request=True)
    TrainingFactory(name="Próxima")
    shown = listings.trainings({}, "en")
    assert names(shown) == ["Próxima", "A petición", "Pasada"]
    assert [item["state"] for item in shown] == ["upcoming", "on_request", "past"]
    assert shown[0]["days"] == "From December 1, 2026 to December 3, 2026"
    assert told(shown[0]) == {
        "Topics": "Risk analysis",
        "How it is given": "Online",
        "Languages": "Spanish",
        "Cost": "Free of charge",
    }


def test_a_training_of_one_day_names_it_once():
    TrainingFactory(starts_on=date(2026, 12, 1), ends_on=date(2026, 12, 1), on_request=True)
    (shown,) = listings.trainings({}, "es")
    assert shown["days"] == "1 de diciembre de 2026"
    assert told(shown)["For groups"] == "A group can ask for it at any time"


def test_trainings_are_found_by_country_and_language():
    TrainingFactory(name="Aquí", languages=["es-MX"], organisation=OrganisationFactory(areas_served=["CO"]))
    TrainingFactory(name="Allá", languages=["fr"], organisation=OrganisationFactory(areas_served=["FR"]))
    assert names(listings.trainings({"country": ["CO"], "language": []}, "es")) == ["Aquí"]
    assert names(listings.trainings({"country": [], "language": ["es"]}, "es")) == ["Aquí"]


def test_a_testimony_whose_consent_ended_is_not_shown():
    testimony = TestimonyFactory(consented=True)
    assert len(listings.testimonies("es")) == 1
    Testimony.objects.filter(pk=testimony.pk).update(consent_expires_on=date(2026, 11, 21))
    assert listings.testimonies("es") == []


def test_a_testimony_without_words_is_not_shown():
    TestimonyFactory(texts={})
    assert listings.testimonies("es") == []


def test_a_testimony_says_that_it_is_composed_or_that_the_name_was_changed():
    TestimonyFactory(order=1, is_composed=True, is_pseudonym=True)
    TestimonyFactory(order=2, consented=True, is_pseudonym=True)
    composed, changed = listings.testimonies("es")
    assert (composed["is_composed"], composed["is_pseudonym"]) == (True, False)
    assert (changed["is_composed"], changed["is_pseudonym"]) == (False, True)


def test_the_picture_of_a_testimony_has_a_description_or_is_not_shown():
    TestimonyFactory(order=1, picture=image(), texts={"es": {"quote": "Uno.", "picture_alt": "Un río"}})
    bare = TestimonyFactory(order=2, texts={"es": "Dos."})
    Testimony.objects.filter(pk=bare.pk).update(picture=image())
    described, bare = listings.testimonies("eu")
    assert (described["picture"]["alt"], described["picture"]["alt_lang"]) == ("Un río", "es")
    assert bare["picture"] is None


def test_editors_choose_languages_by_name():
    with translation.override("es"):
        assert ("eu", "euskera") in listings.language_choices()


@pytest.mark.parametrize("number", [1, 6])
def test_a_list_costs_the_same_however_long_it_is(django_assert_max_num_queries, number):
    for _ in range(number):
        ProgrammeFactory()
    with django_assert_max_num_queries(6):
        assert len(programmes()) == number
