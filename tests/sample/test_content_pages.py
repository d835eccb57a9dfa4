"""The guidance pages of the sample content as they lie in their file."""

import re

import pytest

from cms.common import contacts
from cms.common import vocabularies as codes
from cms.common.territories import is_country
from tests.sample.content_files import CONTENT, assert_same_skeleton, codes_in, read_json, read_rows

PAGE_LANGUAGES = ("es", "eu", "en")
PAGE_TYPES = {
    "home": "HomePage",
    "who-accompanies": "WhoAccompaniesPage",
    "temporary-protection": "TemporaryProtectionPage",
    "permanent-protection": "PermanentProtectionPage",
    "training": "TrainingPage",
    "about": "StandardPage",
    "protection-needs": "StandardPage",
}
PAGE_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "b", "i", "a"}
PAGES = read_json("pages.json")


def _translated_texts(value, path=""):
    """Yield (path, text per language) for every translated value at any depth."""
    if isinstance(value, dict) and set(value) >= set(PAGE_LANGUAGES):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _translated_texts(child, f"{path}.{key}")
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from _translated_texts(child, f"{path}[{number}]")


def _words(page, language):
    texts = [page["introduction"], *(text for _path, text in _translated_texts(page["body"]))]
    return sum(len(re.sub(r"<[^>]+>", " ", text[language]).split()) for text in texts)


def test_every_section_has_its_page_below_home():
    assert {page["key"]: page["type"] for page in PAGES} == PAGE_TYPES
    assert PAGES[0]["key"] == "home" and PAGES[0]["parent"] is None
    assert all(page["parent"] == "home" for page in PAGES[1:])


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p["key"])
class TestPage:
    def test_says_everything_in_every_language(self, page):
        texts = list(_translated_texts(page))
        for path, text in texts:
            assert tuple(text) == PAGE_LANGUAGES, path
            assert all(text.values()), path
        assert len(texts) >= 8

    def test_has_the_same_tags_in_every_language(self, page):
        for path, text in _translated_texts(page["body"]):
            is_html = path.endswith((".value", ".text")) and "<" in text["es"]
            assert_same_skeleton(text, PAGE_TAGS if is_html else set())

    def test_has_substance_and_stays_readable(self, page):
        for language in PAGE_LANGUAGES:
            assert 200 <= _words(page, language) <= 600, language

    def test_has_addresses_and_descriptions_of_good_form(self, page):
        for language in PAGE_LANGUAGES:
            assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", page["slug"][language])
            assert len(page["search_description"][language]) <= 155
            assert len(page["menu_title"][language]) <= 30

    def test_leads_only_to_pages_that_exist_and_lists_only_known_codes(self, page):
        for block in page["body"]:
            value = block["value"]
            if block["type"] == "call_to_action":
                assert ("page" in value) != ("url" in value)
                assert value.get("page", "home") in PAGE_TYPES
                assert value.get("url", "https://").startswith("https://")
            elif block["type"] in ("directory", "map"):
                assert set(value["roles"]) <= set(codes.ROLES)
                assert set(value["services"]) <= set(codes.SERVICES)
                assert set(value["audiences"]) <= set(codes.AUDIENCES)
                assert not value["country"] or is_country(value["country"])
            elif block["type"] == "document":
                assert (CONTENT / value["document"]).is_file()
            else:
                assert block["type"] in ("rich_text", "steps", "programmes", "trainings", "testimonies")

    def test_names_its_sources(self, page):
        assert page["sources"]
        assert all(s["title"] and contacts.clean_website(s["url"]) == s["url"] for s in page["sources"])
        assert all(s["url"].startswith("https://") for s in page["sources"])


def _blocks(key, kind):
    [page] = [page for page in PAGES if page["key"] == key]
    return [block["value"] for block in page["body"] if block["type"] == kind]


def test_home_leads_into_every_section_and_carries_a_map():
    assert {cta["page"] for cta in _blocks("home", "call_to_action")} == set(PAGE_TYPES) - {"home"}
    assert _blocks("home", "map")


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("who-accompanies", "accompaniment"),
        ("temporary-protection", "temporary_protection"),
        ("permanent-protection", "permanent_protection"),
        ("training", "training"),
    ],
)
def test_each_section_lists_the_organisations_of_its_role(key, role):
    # The map carries the list of its organisations with it.
    shown = [*_blocks(key, "directory"), *_blocks(key, "map")]
    assert [preset["roles"] for preset in shown] == [[role]]
    assert _blocks(key, "steps")
    assert any(role in codes_in(row["roles"]) for row in read_rows())
