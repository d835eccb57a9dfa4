"""Programmes, trainings and testimonies of the sample content, as they lie in their files."""

import re
from datetime import date

import pytest

from cms.common import contacts
from cms.common import vocabularies as codes
from cms.common.languages import is_language_tag
from cms.common.territories import is_country
from scripts import draw_pictures
from tests.sample.content_files import assert_same_skeleton, codes_in, read_json, read_rows
from tests.sample.test_content import EMAIL, TELEPHONE, YEARS

TEXT_LANGUAGES = ("es", "eu", "en", "fr")
TEXT_TAGS = {"p", "ul", "li", "strong"}
WHO_CAN_APPLY = {"self", "organisation", "nominator"}
TOPICS = {
    "risk_analysis",
    "protection_plans",
    "digital_security",
    "psychosocial",
    "international_mechanisms",
    "hosting",
}
SAMPLE_MARK = {"es": "Ficha de muestra", "eu": "Lagin-fitxa", "en": "Sample record", "fr": "Fiche d’exemple"}

PROGRAMMES = read_json("programmes.json")
TRAININGS = read_json("trainings.json")
TESTIMONIES = read_json("testimonies.json")
FICTIONAL = {organisation["slug"]: organisation for organisation in read_json("fictional.json")}
ROWS = {row["slug"]: row for row in read_rows()}
OFFERS = PROGRAMMES + TRAININGS
REAL = [offer for offer in OFFERS if offer["organisation"] in ROWS]
INVENTED = [offer for offer in OFFERS if offer["organisation"] in FICTIONAL]

by_slug = {"ids": lambda record: record["slug"]}


def plain(html):
    """Return the words of a text without its tags."""
    return re.sub(r"<[^>]+>", " ", html)


def assert_without_contact_data(text):
    assert not EMAIL.search(text) and not TELEPHONE.search(YEARS.sub("", text)), text
    assert "http" not in text, text


# --- programmes and trainings


def test_there_is_enough_to_look_at_and_nothing_twice():
    assert len([p for p in PROGRAMMES if p in REAL]) >= 8
    assert len([t for t in TRAININGS if t in REAL]) >= 8
    for records in (PROGRAMMES, TRAININGS, TESTIMONIES):
        assert len({record["slug"] for record in records}) == len(records)
        assert all(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", record["slug"]) for record in records)


def test_every_programme_and_training_belongs_to_an_organisation_of_the_sample():
    assert len(REAL) + len(INVENTED) == len(OFFERS)
    assert [offer["organisation"] for offer in INVENTED] == [
        "programa-ejemplo-de-acogida",
        "red-ejemplo-de-acompanamiento",
    ]


def test_an_organisation_plays_the_part_that_it_is_listed_for():
    for programme in PROGRAMMES:
        if programme in REAL:
            assert "temporary_protection" in codes_in(ROWS[programme["organisation"]]["roles"])
    for training in TRAININGS:
        if training in REAL:
            services = codes_in(ROWS[training["organisation"]]["services"])
            assert {"training", "capacity_building"} & set(services), training["slug"]


def test_a_real_organisation_is_said_to_work_only_in_languages_and_for_people_of_its_row():
    for offer in REAL:
        row = ROWS[offer["organisation"]]
        assert set(offer["languages"]) <= set(codes_in(row["languages"])), offer["slug"]
        assert set(offer.get("audiences", ())) <= set(codes_in(row["serves"])), offer["slug"]


@pytest.mark.parametrize("programme", PROGRAMMES, **by_slug)
class TestProgramme:
    def test_uses_known_codes_only(self, programme):
        assert all(is_country(code) for code in programme["host_countries"])
        assert set(programme["who_can_apply"]) <= WHO_CAN_APPLY
        assert set(programme["audiences"]) <= set(codes.AUDIENCES) and programme["audiences"]
        assert all(is_language_tag(tag) for tag in programme["languages"])

    def test_has_numbers_that_can_be(self, programme):
        shortest, longest = programme["stay_months_min"], programme["stay_months_max"]
        assert all(months is None or 1 <= months <= 36 for months in (shortest, longest))
        assert None in (shortest, longest) or shortest <= longest
        assert programme["places_per_year"] is None or 1 <= programme["places_per_year"] <= 100

    def test_says_yes_no_or_unknown(self, programme):
        assert programme["is_rolling"] in (True, False)
        assert programme["family_included"] in (True, False, None)
        assert programme["children_supported"] in (True, False, None)

    def test_leads_to_a_page_or_to_none(self, programme):
        url = programme["application_url"]
        assert url == "" or (url.startswith("https://") and contacts.clean_website(url) == url)

    def test_has_every_text_in_every_language(self, programme):
        texts = programme["texts"]
        assert tuple(texts) == TEXT_LANGUAGES
        for text in texts.values():
            assert tuple(text) == ("summary", "description", "what_it_offers", "nominator_note")
            assert text["description"] and text["what_it_offers"]
        assert len({bool(text["nominator_note"]) for text in texts.values()}) == 1
        assert all("<" not in text["nominator_note"] for text in texts.values())
        for name in ("description", "what_it_offers"):
            assert_same_skeleton({language: texts[language][name] for language in texts}, TEXT_TAGS)


@pytest.mark.parametrize("training", TRAININGS, **by_slug)
class TestTraining:
    def test_uses_known_codes_only(self, training):
        assert set(training["topics"]) <= TOPICS and training["topics"]
        assert training["mode"] in ("online", "in_person", "mixed", None)
        assert training["cost"] in ("free", "paid", "scholarship", None)
        assert training["on_request"] in (True, False, None)
        assert all(is_language_tag(tag) for tag in training["languages"])

    def test_leads_to_a_page(self, training):
        assert training["url"].startswith("https://")
        assert contacts.clean_website(training["url"]) == training["url"]

    def test_has_every_text_in_every_language(self, training):
        texts = training["texts"]
        assert tuple(texts) == TEXT_LANGUAGES
        assert all(tuple(text) == ("summary", "description") for text in texts.values())
        assert_same_skeleton({language: texts[language]["description"] for language in texts}, TEXT_TAGS)


@pytest.mark.parametrize("offer", OFFERS, **by_slug)
class TestOffer:
    def test_has_a_short_summary_that_is_one_plain_sentence_or_two(self, offer):
        for text in offer["texts"].values():
            assert 20 <= len(text["summary"]) <= 160 and text["summary"].endswith(".")
            assert "<" not in text["summary"]

    def test_names_itself_briefly(self, offer):
        assert 0 < len(offer["name"]) <= 80

    def test_stays_readable(self, offer):
        for text in offer["texts"].values():
            assert 15 <= sum(len(plain(value).split()) for value in text.values()) <= 250

    def test_gives_no_contact_data(self, offer):
        assert_without_contact_data(offer["name"])
        for text in offer["texts"].values():
            for value in text.values():
                assert_without_contact_data(plain(value))

    def test_says_that_it_is_a_sample_or_invented(self, offer):
        for language, text in offer["texts"].items():
            if offer in REAL:
                assert SAMPLE_MARK[language] in text["description"]
            else:
                assert re.search(
                    "no existe|ez da existitzen|does not exist|n’existe pas", text["description"]
                )
                assert "(fictici" in offer["name"]

    def test_has_french_with_unbreakable_spaces(self, offer):
        for value in offer["texts"]["fr"].values():
            assert not re.search(r" [;:?!»]", value)


def test_real_dates_are_dates_and_invented_ones_count_from_today():
    for programme in PROGRAMMES:
        if programme in REAL:
            dates = [programme["call_opens"], programme["call_closes"]]
            assert all(value is None or date.fromisoformat(value) for value in dates)
        else:
            assert programme["call_opens_in_days"] < 0 < programme["call_closes_in_days"]
            assert "call_opens" not in programme and "call_closes" not in programme
    for training in TRAININGS:
        if training in REAL:
            assert training["starts_on"] is training["ends_on"] is None
        else:
            assert 0 < training["starts_in_days"] <= training["ends_in_days"]
            assert "starts_on" not in training and "ends_on" not in training


def test_the_invented_ones_show_every_field_and_live_under_example_org():
    for offer in INVENTED:
        assert all(value not in (None, "", []) for value in offer.values()), offer["slug"]
        assert all(value for text in offer["texts"].values() for value in text.values())
        address = offer.get("application_url") or offer["url"]
        assert re.match(r"https://[a-z]+\.example\.org/", address)
        assert set(offer["languages"]) <= set(FICTIONAL[offer["organisation"]]["languages"])


def test_where_only_a_nominator_may_apply_a_note_says_how():
    for programme in PROGRAMMES:
        if "nominator" in programme["who_can_apply"]:
            assert programme["texts"]["es"]["nominator_note"]


# --- testimonies


def test_six_voices_each_with_a_picture_of_its_own():
    assert len(TESTIMONIES) == 6
    assert sorted(t["picture"] for t in TESTIMONIES) == sorted(draw_pictures.PICTURES)


@pytest.mark.parametrize("testimony", TESTIMONIES, **by_slug)
class TestTestimony:
    def test_is_attributed_to_a_role_and_says_that_it_is_composed(self, testimony):
        assert tuple(testimony["attribution"]) == TEXT_LANGUAGES
        composed = {
            "es": "voz compuesta",
            "eu": "hainbat ahotsez osatua",
            "en": "composed voice",
            "fr": "voix composée",
        }
        for language, attribution in testimony["attribution"].items():
            assert attribution.endswith(composed[language])
            assert len(attribution) <= 80

    def test_is_a_quote_with_one_sentence_of_context_in_every_language(self, testimony):
        assert tuple(testimony["texts"]) == TEXT_LANGUAGES
        for text in testimony["texts"].values():
            assert tuple(text) == ("quote", "context", "picture_alt")
            assert 40 <= len(text["quote"]) <= 280 and text["quote"].endswith(".")
            assert len(text["context"]) <= 160
            assert text["context"].endswith(".") and ". " not in text["context"]
            assert 20 <= len(text["picture_alt"]) <= 140

    def test_is_plain_text_without_contact_data_or_exclamations(self, testimony):
        texts = [value for text in testimony["texts"].values() for value in text.values()]
        for value in [*texts, *testimony["attribution"].values()]:
            assert_without_contact_data(value)
            assert not re.search(r"[<>!¡]", value)
