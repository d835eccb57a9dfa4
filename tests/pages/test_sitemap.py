"""The sitemap: every public guidance page, with its languages, and nothing else."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from cms.models import StandardPage

NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
HOST = "https://defenders.example.org"


@pytest.fixture
def listed(client):
    """Return a function that gives {address: {language: address}} of the sitemap."""

    def read():
        tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
        return {
            url.find("map:loc", NAMES).text: {
                link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", NAMES)
            }
            for url in tree.findall("map:url", NAMES)
        }

    return read


def test_a_page_in_two_languages_names_both_and_itself(home, section, translated, listed):
    section_eu = translated(section, "eu", "Aldi baterako babesa")
    spanish, basque = f"{HOST}{section.get_url()}", f"{HOST}{section_eu.get_url()}"
    both = {"es": spanish, "eu": basque, "x-default": spanish}
    assert listed()[spanish] == listed()[basque] == both


def test_a_page_in_one_language_stands_alone(section, listed):
    assert listed()[f"{HOST}{section.get_url()}"] == {}


def test_a_page_that_is_not_in_the_source_language_has_no_default(section, translated, listed):
    translated(section, "en", "Temporary protection")
    translated(section, "eu", "Aldi baterako babesa")
    section.unpublish()
    (versions,) = {tuple(found) for address, found in listed().items() if "temporal" in address}
    assert versions == ("eu", "en")


def test_drafts_expired_pages_and_aliases_are_not_listed(home, section, locales, listed):
    home.add_child(instance=StandardPage(title="Borrador", slug="borrador", live=False))
    home.add_child(
        instance=StandardPage(title="Caducada", slug="caducada", expire_at=timezone.now() - timedelta(days=1))
    )
    section.copy_for_translation(locales["fr"], copy_parents=True, alias=True)
    assert set(listed()) == {f"{HOST}{home.get_url()}", f"{HOST}{section.get_url()}"}


def test_a_restricted_page_is_not_listed(home, section, listed):
    section.view_restrictions.create(restriction_type="login")
    assert set(listed()) == {f"{HOST}{home.get_url()}"}


def test_without_pages_it_is_empty(db, listed):
    assert listed() == {}


def test_it_sets_no_cookie_and_may_be_kept(home, client):
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_it_is_only_read(home, client):
    assert client.post("/sitemap.xml").status_code == 405


def test_it_costs_three_queries_however_many_pages_there_are(
    home, section, about, client, django_assert_max_num_queries
):
    client.get("/sitemap.xml")
    with django_assert_max_num_queries(3):
        client.get("/sitemap.xml")
