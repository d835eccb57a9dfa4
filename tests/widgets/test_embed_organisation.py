"""The embed page of one organisation, under its slug and under former ones."""

import json

import pytest

from tests.widgets.directories import contact, hotline, record
from tests.widgets.embed_pages import ORGANISATION, THREE, read

FORMER = json.dumps(
    {"schema_version": 1, "former_slugs": {"old-name": "colombia", "americas": "world", "gone": "withdrawn"}}
)


@pytest.fixture
def published(publish_records):
    return publish_records(*THREE)


def test_a_record_shows_everything(client, publish_records):
    publish_records(
        record(
            "whole",
            contacts=[contact("email", "help@example.org", pgp_fingerprint="A" * 40), hotline()],
            description={"html": "<p>Sobre la casa</p>", "lang": "es", "outdated": False},
            how_to_ask_for_help={"html": "<p>Llama</p>", "lang": "es", "outdated": True},
            hours={"text": "De 9 a 14", "lang": "es", "outdated": False},
            response_time="within_2h",
            intake_status="open",
            verified_on="2026-05-04",
            review_due="2027-05-04",
        )
    )
    text = read(client, "/embed/v1/organisations/whole/").main.get_text()
    for words in (
        "help@example.org",
        "AAAA AAAA",
        "Sobre la casa",
        "Llama",
        "De 9 a 14",
        "Dublin",
        "4 de mayo de 2026",
    ):
        assert words in text


def test_a_record_says_of_each_way_what_others_see_and_what_can_be_copied(client, publish_records):
    ways = [
        contact(preferred=True),
        contact("email", "a@example.org", pgp_fingerprint="A" * 40),
        contact("web_form", "https://example.org/form/"),
    ]
    publish_records(record("house", website=None, contacts=ways))
    found = read(client, "/embed/v1/organisations/house/?lang=en").select(".channels > li")
    values = [way.select_one("[data-copy]")["data-copy"] for way in found]
    assert values == ["a@example.org", "https://example.org/form/", "+12025550143"]
    assert found[0].code["data-copy"] == "A" * 40
    assert "Encrypted with their key" in found[0].get_text()
    assert [len(way.select(".advice")) for way in found] == [0, 1, 0]
    assert [len(way.select(".mark")) for way in found] == [0, 0, 1]
    assert {link["rel"][0] for way in found for link in way.select("a")} == {"noreferrer"}
    assert not any(way.select("button") for way in found)


@pytest.mark.parametrize(("said", "links"), [("editors@example.org", 1), ("javascript:x", 0), (None, 0)])
def test_a_record_leads_to_the_editors_where_the_file_says_how(client, publish_records, said, links):
    publish_records(record("house"), corrections=said)
    found = read(client, "/embed/v1/organisations/house/").select(".correct a[href^=mailto]")
    assert len(found) == links


def test_an_unknown_organisation_is_a_page_that_leads_on(client, published):
    page = read(client, "/embed/v1/organisations/old-name/?lang=eu", status=404)
    assert [link["href"] for link in page.select(".ways a")] == [
        "/embed/v1/directory/?lang=eu&search=old+name",
        "/embed/v1/directory/?lang=eu",
    ]


def test_a_former_slug_leads_to_the_page_of_today(client, published):
    (published / "former_slugs.json").write_text(FORMER)
    response = client.get("/embed/v1/organisations/old-name/?lang=eu")
    assert (response.status_code, response["Location"]) == (301, "/embed/v1/organisations/colombia/?lang=eu")
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_former_slug_never_hides_a_current_one_or_leads_nowhere(client, published):
    (published / "former_slugs.json").write_text(FORMER)
    assert client.get("/embed/v1/organisations/americas/").status_code == 200
    assert client.get("/embed/v1/organisations/gone/").status_code == 404
    assert client.get("/embed/v1/organisations/old-name/?lang=ar").status_code == 301
    (published / "former_slugs.json").unlink()
    assert client.get("/embed/v1/organisations/old-name/").status_code == 404


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        b'{"schema_version": 2, "former_slugs": {"old-name": "colombia"}}',
        b'{"schema_version": 1}',
        b'{"schema_version": 1, "former_slugs": ["old-name"]}',
        b'{"schema_version": 1, "former_slugs": {"old-name": ["colombia"]}}',
        b'{"schema_version": 1, "former_slugs": {"old-name": "//evil.example"}}',
    ],
)
def test_a_broken_file_of_former_slugs_is_as_if_there_were_none(client, published, content):
    (published / "former_slugs.json").write_bytes(content)
    assert client.get("/embed/v1/organisations/old-name/").status_code == 404
    assert client.get(ORGANISATION).status_code == 200
