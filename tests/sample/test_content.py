"""The categories and organisations of the sample content as they lie in their files: nothing is loaded."""

import base64
import hashlib
import json
import re
from collections import Counter

import pytest

from cms.common import contacts, gazetteer
from cms.common import vocabularies as codes
from cms.common.languages import LANGUAGES, is_language_tag
from cms.common.territories import is_area, is_country
from tests.sample.content_files import CONTENT, assert_same_skeleton, codes_in, read_json, read_rows

TEXT_TAGS = {"p", "ul", "li", "strong"}
FICTION_NUMBER = re.compile(r"\+1[2-9]\d{2}55501\d{2}|\+441632960\d{3}")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
TELEPHONE = re.compile(r"\+?\d(?:[\s().-]?\d){7,}")
YEARS = re.compile(r"\b(?:19|20)\d\d-(?:19|20)\d\d\b")

CATEGORIES = read_json("categories.json")
TRANSLATIONS = read_json("organisations.translations.json")
FICTIONAL = read_json("fictional.json")
ROWS = read_rows()
CHANNELS = [channel for organisation in FICTIONAL for channel in organisation["channels"]]
PLACES = [place for organisation in FICTIONAL for place in organisation["places"]]


def test_files_are_written_the_one_stable_way():
    for path in sorted(CONTENT.glob("*.json")):
        text = path.read_text(encoding="utf-8")
        data = json.loads(text)
        in_order = isinstance(data, dict)
        assert text == json.dumps(data, ensure_ascii=False, indent=2, sort_keys=in_order) + "\n", path.name


# --- categories


def test_every_code_of_the_vocabulary_has_its_category_in_order():
    for kind, expected in codes.CATEGORY_CODES.items():
        found = [(c["order"], c["code"]) for c in CATEGORIES if c["kind"] == kind]
        assert found == list(enumerate(expected, start=1))


@pytest.mark.parametrize("category", CATEGORIES, ids=lambda c: f"{c['kind']}-{c['code']}")
def test_a_category_has_a_short_label_and_one_sentence_in_every_language(category):
    assert tuple(category["label"]) == tuple(category["description"]) == LANGUAGES
    assert all(0 < len(label) <= 32 for label in category["label"].values())
    for sentence in category["description"].values():
        assert sentence.endswith(".") and 20 <= len(sentence) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_categories_of_a_kind_share_a_label(language):
    seen = Counter((c["kind"], c["label"][language]) for c in CATEGORIES)
    assert max(seen.values()) == 1


# --- real organisations


def test_rows_use_known_codes_only():
    assert len({row["slug"] for row in ROWS}) == len(ROWS) == 172
    for row in ROWS:
        assert set(codes_in(row["roles"])) <= set(codes.ROLES) and row["roles"]
        assert set(codes_in(row["services"])) <= set(codes.SERVICES)
        assert set(codes_in(row["serves"])) <= set(codes.AUDIENCES)
        assert all(is_area(code) or is_country(code) for code in codes_in(row["operates_in"])), row["slug"]
        assert all(is_language_tag(tag) for tag in codes_in(row["languages"])), row["slug"]
        assert row["precision"] in codes.PRECISIONS and is_country(row["hq_country"])


def test_an_organisation_shown_by_country_has_neither_city_nor_point():
    by_country = [row for row in ROWS if row["precision"] == "country"]
    assert len(by_country) == 36
    assert not any(row["hq_city"] or row["latitude"] or row["longitude"] for row in by_country)


def test_real_organisations_carry_no_contact_data():
    for row in ROWS:
        texts = [row["name"], row["acronym"], row["summary_en"], row["summary_es"], row["note"]]
        texts += TRANSLATIONS.get(row["slug"], {}).values()
        for text in texts:
            assert not EMAIL.search(text) and not TELEPHONE.search(YEARS.sub("", text)), row["slug"]
        for address in (row["website"], row["source_url"]):
            assert not address or contacts.clean_website(address)
            assert "@" not in address and "tel:" not in address


def test_summaries_are_one_short_sentence():
    for slug, texts in TRANSLATIONS.items():
        assert texts and set(texts) <= {"eu", "fr", "ar"}, slug
        assert all(text.endswith(".") and len(text) <= 160 for text in texts.values()), slug


def test_translations_belong_to_rows_and_leave_some_to_fall_back():
    assert set(TRANSLATIONS) < {row["slug"] for row in ROWS}
    counts = Counter(language for texts in TRANSLATIONS.values() for language in texts)
    assert counts["eu"] >= 45 and counts["fr"] >= 40 and counts["ar"] >= 25


def test_basque_organisations_speak_basque():
    for slug in ("zehar-errefuxiatuekin", "programa-vasco-nare", "mundubat", "mugen-gainetik", "cear"):
        assert "eu" in TRANSLATIONS[slug]


def test_arabic_summaries_are_in_arabic_script():
    for slug, texts in TRANSLATIONS.items():
        assert not re.search(r"[A-Za-z]", texts.get("ar", "")), slug


# --- fictional organisations


def test_the_fictional_organisations_say_so_and_live_under_example_org():
    assert len(FICTIONAL) == 3
    for organisation in FICTIONAL:
        assert re.search(r"\((?:ficticia|ficticio|fictional)\)", organisation["name"])
        assert contacts.clean_website(organisation["website"]) == organisation["website"]
        assert organisation["slug"] not in {row["slug"] for row in ROWS}
    addresses = [organisation["website"] for organisation in FICTIONAL]
    addresses += [c["value"] for c in CHANNELS if c["kind"] in ("web_form", "encrypted_form", "email")]
    assert all(re.search(r"(?:^https://|@)(?:[a-z]+\.)?example\.org(?:/|$)", a) for a in addresses)


def test_fictional_organisations_use_known_codes_only():
    for organisation in FICTIONAL:
        assert set(organisation["roles"]) <= set(codes.ROLES)
        assert set(organisation["services"]) <= set(codes.SERVICES)
        assert set(organisation["audiences"]) <= set(codes.AUDIENCES)
        assert all(is_area(code) or is_country(code) for code in organisation["areas_served"])
        assert organisation["organisation_type"] in codes.ORGANISATION_TYPES
        assert all(is_language_tag(tag) for tag in organisation["languages"])
        for channel in organisation["channels"]:
            assert channel["label"] in codes.CHANNEL_LABELS
            assert set(channel["languages"]) <= set(organisation["languages"])


def test_together_they_show_everything_a_record_can_show():
    assert {c["kind"] for c in CHANNELS} == set(codes.CHANNEL_KINDS)
    assert {p["precision"] for p in PLACES} == set(codes.PRECISIONS)
    assert {o["intake_status"] for o in FICTIONAL} == set(codes.INTAKE_STATUSES)
    assert len({o["response_time"] for o in FICTIONAL}) == 3
    assert {o["response_time"] for o in FICTIONAL} <= set(codes.RESPONSE_TIMES)
    assert [o["is_government"] for o in FICTIONAL].count(True) == 1
    assert any(c["urgent"] and c["kind"] == "hotline" for c in CHANNELS)
    assert any(c["pgp_fingerprint"] for c in CHANNELS)
    assert {role for o in FICTIONAL for role in o["roles"]} == set(codes.ROLES)
    assert any(o["verified_days_ago"] is None for o in FICTIONAL)


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda c: f"{c['kind']}-{c['value'][:20]}")
def test_a_fictional_contact_is_in_its_normal_form(channel):
    assert contacts.clean_value(channel["kind"], channel["value"]) == channel["value"]
    if channel["kind"] in ("phone", "hotline", "sms", "whatsapp"):
        assert FICTION_NUMBER.fullmatch(channel["value"])
    if channel["pgp_fingerprint"]:
        assert channel["kind"] == "email"
        assert contacts.clean_pgp_fingerprint(channel["pgp_fingerprint"]) == channel["pgp_fingerprint"]
        assert re.fullmatch(r"(?:(\w)\1{3})+", channel["pgp_fingerprint"]), "not plainly a dummy"


def test_the_onion_address_is_version_3_over_a_key_of_zero_bytes():
    [onion] = [c["value"] for c in CHANNELS if c["kind"] == "onion"]
    raw = base64.b32decode(onion.removeprefix("http://").removesuffix(".onion").upper())
    key, checksum, version = raw[:32], raw[32:34], raw[34:]
    assert key == bytes(32) and version == b"\x03"
    assert checksum == hashlib.sha3_256(b".onion checksum" + key + version).digest()[:2]


@pytest.mark.parametrize("place", PLACES, ids=lambda p: p["precision"])
def test_a_fictional_place_holds_no_more_than_its_precision(place):
    has_point = place["lat"] is not None and place["lng"] is not None
    assert has_point == (place["precision"] == "exact")
    assert bool(place["city"]) == (place["precision"] in ("exact", "city"))
    assert bool(place["country"]) == (place["precision"] != "hidden")
    if place["city"]:
        assert gazetteer.nearest_named(place["city"], place["country"])


@pytest.mark.parametrize("organisation", FICTIONAL, ids=lambda o: o["slug"])
def test_the_texts_of_a_fictional_organisation_are_complete_in_every_language(organisation):
    texts = organisation["texts"]
    assert tuple(texts) == LANGUAGES
    for name in ("description", "how_to_ask_for_help"):
        assert_same_skeleton({language: texts[language][name] for language in LANGUAGES}, TEXT_TAGS)
    for text in texts.values():
        assert 0 < len(text["summary"]) <= 160 and 0 < len(text["hours"]) <= 200
        assert "<" not in text["summary"] + text["hours"]
