"""The page about the API: complete without scripts, from nowhere else, sound as a document."""

import re
from html.parser import HTMLParser

import pytest

from cms.api.schema.reading import kind_of, row_of, rows_of, text_of
from tests.api.schema.documents import kept_document


class Outline(HTMLParser):
    """What a page is made of: tags, ids, links and headings in their order."""

    def __init__(self):
        super().__init__()
        self.tags, self.ids, self.links, self.headings = [], [], [], []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))


@pytest.fixture(scope="module")
def page():
    from django.test import Client

    return Client().get("/api/v2/docs/")


@pytest.fixture(scope="module")
def outline(page):
    reader = Outline()
    reader.feed(page.text)
    return reader


def test_the_page_needs_no_database_and_keeps_to_itself(page):
    assert page.status_code == 200
    assert page["Content-Type"] == "text/html; charset=utf-8"
    assert page["Content-Language"] == "en"
    assert page["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self';")
    assert page["ETag"] and page["Cache-Control"] == "public, max-age=60"
    assert not page.cookies


def test_nothing_is_fetched_but_the_style_sheet(outline):
    sources = [attributes for tag, attributes in outline.tags if tag in ("link", "script", "img", "iframe")]
    assert sources == [{"rel": "stylesheet", "href": "/api/v2/docs/style.css"}]
    assert not [attributes for _, attributes in outline.tags if "style" in attributes]


def test_the_style_sheet_lies_beside_the_page(client):
    answer = client.get("/api/v2/docs/style.css", headers={"accept": "text/css,*/*;q=0.1"})
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/css; charset=utf-8")
    assert "url(" not in answer.text and "@import" not in answer.text
    assert "prefers-color-scheme: dark" in answer.text and "@media print" in answer.text


def test_every_link_on_the_page_leads_somewhere(outline):
    assert len(outline.ids) == len(set(outline.ids))
    inside = {link[1:] for link in outline.links if link.startswith("#")}
    assert inside <= set(outline.ids)
    outside = {link for link in outline.links if not link.startswith("#")}
    assert outside == {"/api/v2/docs/style.css", "/api/v2/schema/", "https://www.geonames.org/"}


def test_the_page_has_landmarks_and_an_order_of_headings(outline):
    tags = [tag for tag, _ in outline.tags]
    for landmark in ("header", "nav", "main", "h1"):
        assert tags.count(landmark) == 1
    steps = zip(outline.headings, outline.headings[1:], strict=False)
    assert all(later - earlier <= 1 for earlier, later in steps)
    assert all("aria-label" in attributes for tag, attributes in outline.tags if tag == "pre")


def test_everything_in_the_document_is_on_the_page(page, outline):
    document = kept_document()
    for path, methods in document["paths"].items():
        assert f"</span> {path}</code>" in page.text
        assert methods["get"]["operationId"] in outline.ids
        for parameter in methods["get"].get("parameters", ()):
            assert f"<code>{parameter['name']}</code>" in page.text
    for name in document["components"]["schemas"]:
        assert f"shape-{name}" in outline.ids
    for name in document["components"]["headers"]:
        assert f"<code>{name}</code>" in page.text


def test_requests_go_to_the_configured_address(settings, client):
    settings.DEFENDERS_BASE_URL = "https://elsewhere.example.org"
    settings.DEFENDERS_LICENCE = {"name": "A licence", "url": "https://licence.example.org/"}
    page = client.get("/api/v2/docs/", headers={"host": "evil.example.org"}).text
    assert 'curl "https://elsewhere.example.org/api/v2/organisations/?' in page.replace("&quot;", '"')
    assert '<a href="https://licence.example.org/" rel="noreferrer">A licence</a>' in page
    assert "evil" not in page
    document = client.get("/api/v2/schema/").json()
    assert document["servers"] == [{"url": "https://elsewhere.example.org"}]
    assert document["info"]["license"] == settings.DEFENDERS_LICENCE


@pytest.mark.urls("tests.api.schema.elsewhere")
def test_an_api_that_lies_elsewhere_is_described_there(client):
    document = client.get("/open/data/schema/").json()
    assert "/open/data/organisations/" in document["paths"]
    assert "/published/v1/manifest.json" in document["paths"]
    page = client.get("/open/data/docs/").text
    assert "/open/data/docs/style.css" in page
    assert "/api/v2/" not in page


@pytest.mark.parametrize("address", ["schema/", "docs/", "docs/style.css"])
def test_the_description_takes_no_parameters_and_is_sent_once(get, address):
    assert get(f"{address}?lang=eu").status_code == 400
    assert get(address, "post").status_code == 405
    etag = get(address)["ETag"]
    assert get(address, **{"if-none-match": etag}).status_code == 304
    assert get(address, "head").content == b""


def test_a_client_that_refuses_a_page_is_told_so_in_json(get):
    answer = get("docs/", accept="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (406, "application/problem+json")


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string"}, "text"),
        ({"type": ["string", "null"], "enum": ["a", None]}, "code or null"),
        ({"type": "string", "format": "date"}, "day"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Place"}}, "list of Place"),
        ({"type": "array", "items": {"type": "string", "enum": ["a"]}}, "list of codes"),
        ({"anyOf": [{"$ref": "#/components/schemas/Text"}, {"type": "null"}]}, "Text or null"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "object of whole number"),
        ({"const": True}, "true"),
    ],
)
def test_kinds_are_told_in_words(schema, words):
    assert "".join(piece.text for piece in kind_of(schema)) == words


def test_members_inside_members_follow_them():
    inner = {"type": "object", "properties": {"html": {"type": "string"}}, "required": ["html"]}
    schema = {"type": "object", "properties": {"items": {"type": "array", "items": inner}, "meta": inner}}
    rows = list(rows_of(schema))
    assert [row.name for row in rows] == ["items", "items[].html", "meta", "meta.html"]
    assert [row.is_needed for row in rows] == [False, True, False, True]


def test_limits_and_codes_stand_in_the_row():
    row = row_of("limit", {"type": "integer", "minimum": 0, "maximum": 100, "default": 20}, "How many.")
    assert "".join(piece.text for piece in row.meaning) == "How many. From 0 to 100. By default 20."
    assert [piece.kind for piece in text_of("see `lang` there")] == ["text", "code", "text"]
    assert row_of("role", {"type": "array", "items": {"type": "string", "enum": ["a"]}}).values == ["a"]
