"""Sitemaps of the organisations: every page in every language, from the published files alone."""

from xml.etree import ElementTree

import pytest

from tests.widgets.directories import record
from widgets import sitemap

NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
HOST = "https://defenders.example.org"
FIRST = "/sitemap-organisations-1.xml"
LANGUAGES = ["es", "eu", "en", "fr", "ar"]


def listed(client, address=FIRST):
    """Return {address: ({language: address}, day of the last change)}."""
    tree = ElementTree.fromstring(client.get(address).content)  # noqa: S314
    return {
        url.findtext("map:loc", None, NAMES): (
            {link.get("hreflang"): link.get("href") for link in url.findall("xhtml:link", NAMES)},
            url.findtext("map:lastmod", None, NAMES),
        )
        for url in tree.findall("map:url", NAMES)
    }


def page(slug, lang):
    return f"{HOST}/embed/v1/organisations/{slug}/?lang={lang}"


def test_every_page_names_itself_and_its_other_languages(client, publish_records):
    publish_records(record("house"), record("office", updated_on="2026-05-04"))
    found = listed(client)
    assert list(found) == [page(slug, lang) for slug in ("house", "office") for lang in LANGUAGES]
    versions = {lang: page("house", lang) for lang in LANGUAGES} | {"x-default": page("house", "es")}
    assert found[page("house", "ar")] == (versions, "2026-11-22")
    assert found[page("office", "es")][1] == "2026-05-04"


def test_the_pages_it_names_are_known_under_these_addresses(client, publish_records):
    publish_records(record("house"))
    for address in listed(client):
        response = client.get(address.removeprefix(HOST))
        assert f'<link rel="canonical" href="{address}">' in response.content.decode()


def test_sample_content_is_not_to_be_found(client, publish_records):
    publish_records(record("house"), record("sample", sample=True))
    assert not any("sample" in address for address in listed(client))


def test_a_day_that_is_none_is_left_out(client, publish_records):
    publish_records(record("house", updated_on="<script>"), record("office", updated_on=None))
    assert {changed for _versions, changed in listed(client).values()} == {None}


def test_many_organisations_are_in_several_sitemaps_and_each_once(client, publish_records, monkeypatch):
    monkeypatch.setattr(sitemap, "ORGANISATIONS_AT_ONCE", 2)
    publish_records(*(record(f"number-{number}") for number in range(5)))
    parts = list(sitemap.sitemaps())
    assert [part.url for part in parts] == [f"{HOST}/sitemap-organisations-{n}.xml" for n in (1, 2, 3)]
    found = [address for part in parts for address in listed(client, part.url.removeprefix(HOST))]
    assert len(found) == len(set(found)) == 25


def test_one_sitemap_is_as_large_as_search_engines_take(client, publish_records, monkeypatch):
    longest = record("x" * 80)
    publish_records(longest)
    size = len(client.get(FIRST).content) * sitemap.ORGANISATIONS_AT_ONCE
    assert size < 50_000_000
    assert sitemap.ORGANISATIONS_AT_ONCE * len(LANGUAGES) <= 50_000


@pytest.mark.parametrize("number", ["0", "2", "01", "-1", "1.0", "٢", "9" * 5000, "x", "%00", " 1", "1%0a"])
def test_a_sitemap_that_is_not_there_is_not_found(client, publish_records, number):
    publish_records(record("house"))
    response = client.get(f"/sitemap-organisations-{number}.xml")
    assert (response.status_code, response["Content-Type"]) == (404, "application/problem+json")


def test_without_organisations_there_is_none(client, publish_records):
    publish_records()
    assert list(sitemap.sitemaps()) == []
    assert client.get(FIRST).status_code == 404


def test_before_the_first_publication_it_says_so(client, published_root):
    assert list(sitemap.sitemaps()) == []
    response = client.get(FIRST)
    assert (response.status_code, response["Retry-After"]) == (503, "60")


def test_it_leaves_as_everything_public_does(client, publish_records):
    publish_records(record("house"))
    response = client.get(FIRST)
    assert response["Content-Type"] == "application/xml"
    assert response["Cache-Control"] == "public, max-age=300, stale-if-error=86400"
    assert not response.cookies
    assert client.get(FIRST, headers={"If-None-Match": response["ETag"]}).status_code == 304
    assert client.options(FIRST).status_code == 204
    assert client.post(FIRST).status_code == 405
