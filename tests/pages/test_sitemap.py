"""The sitemaps: every public guidance page, with its languages, and nothing else; an index of all there are."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import OperationalError
from django.utils import timezone

from cms.models import StandardPage
from cms.pages import sitemap
from tests.factories import OrganisationFactory

NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
HOST = "https://defenders.example.org"
ADDRESSES = ["/sitemap.xml", "/sitemap-pages.xml"]


@pytest.fixture
def listed(client):
    """Return a function that gives {address: {language: address}} of the pages in the sitemap."""

    def read():
        tree = ElementTree.fromstring(client.get("/sitemap-pages.xml").content)  # noqa: S314
        return {
            url.find("map:loc", NAMES).text: {
                link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", NAMES)
            }
            for url in tree.findall("map:url", NAMES)
            if "/privacy/" not in url.find("map:loc", NAMES).text
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


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_sets_no_cookie_may_be_kept_and_is_not_sent_twice(home, client, address):
    response = client.get(address)
    assert response["Content-Type"] == "application/xml"
    assert response["Cache-Control"] == "public, max-age=3600"
    assert response["Vary"] == "Accept-Encoding"
    assert not response.cookies
    assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert client.get(address, headers={"If-Match": '"another"'}).status_code == 412


@pytest.mark.parametrize("address", ADDRESSES)
def test_it_is_only_read_and_says_so_as_all_public_addresses_do(client, address):
    refused = client.post(address)
    assert (refused.status_code, refused["Content-Type"]) == (405, "application/problem+json")
    asked = client.options(address)
    assert (asked.status_code, asked.content) == (204, b"")
    assert refused["Allow"] == asked["Allow"] == "GET, HEAD, OPTIONS"
    assert asked["Access-Control-Allow-Origin"] == "*"


def test_head_has_the_length_of_the_whole_and_no_body(home, client):
    whole, head = client.get("/sitemap-pages.xml"), client.head("/sitemap-pages.xml")
    assert (head.content, head["Content-Length"]) == (b"", str(len(whole.content)))


def test_it_costs_three_queries_however_many_pages_there_are(
    home, section, about, client, django_assert_max_num_queries
):
    client.get("/sitemap-pages.xml")
    with django_assert_max_num_queries(3):
        client.get("/sitemap-pages.xml")


def test_without_the_database_it_says_when_to_come_back(client, monkeypatch):
    def broken():
        raise OperationalError("gone")

    monkeypatch.setattr(sitemap, "entries", broken)
    response = client.get("/sitemap-pages.xml")
    assert (response.status_code, response["Content-Type"]) == (503, "application/problem+json")
    assert response["Retry-After"]


def test_the_index_names_the_pages_and_the_organisations_without_the_database(
    db, publish, client, django_assert_num_queries
):
    OrganisationFactory()
    publish()
    with django_assert_num_queries(0):
        tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314
    assert tree.tag == f"{{{NAMES['map']}}}sitemapindex"
    listed = {
        one.findtext("map:loc", None, NAMES): one.findtext("map:lastmod", None, NAMES)
        for one in tree.findall("map:sitemap", NAMES)
    }
    assert listed == {
        f"{HOST}/sitemap-pages.xml": None,
        f"{HOST}/sitemap-organisations-1.xml": "2026-11-22",
    }


def test_before_the_first_publication_the_index_names_the_pages_alone(client):
    assert client.get("/sitemap.xml").content.count(b"<loc>") == 1


def test_crawlers_are_told_where_the_sitemap_is_and_to_leave_the_api_alone(client, settings):
    settings.DEFENDERS_SAMPLE_CONTENT = False
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /api/v2/\nAllow: /api/v2/docs/\n\nSitemap: https://defenders.example.org/sitemap.xml\n"
    )
    assert client.options("/robots.txt").status_code == 204


def test_a_site_that_may_hold_sample_content_is_not_to_be_found(client, settings):
    settings.DEFENDERS_SAMPLE_CONTENT = True
    assert "Disallow: /\n" in client.get("/robots.txt").content.decode()
