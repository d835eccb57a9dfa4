"""The contact sheet: what is printed or kept, with no word of what it is about."""

import pytest
from bs4 import BeautifulSoup

from tests.widgets.directories import contact, hotline, record
from tests.widgets.embed_pages import DIRECTORY, THREE, read


def test_marked_organisations_make_a_contact_sheet(client, publish_records):
    publish_records(*THREE)
    page = read(client, DIRECTORY)
    boxes = page.select("input[name=only][type=checkbox]")
    assert [box["value"] for box in boxes] == ["colombia", "americas", "world"]
    assert {box["form"] for box in boxes} == {page.select_one("form#sheet")["id"]}
    assert read(client, page.select_one("#sheet a")["href"]).select("article.sheet")


@pytest.mark.parametrize("lang", ["es", "eu", "en", "fr", "ar"])
def test_a_contact_sheet_says_how_to_reach_them_and_nothing_of_the_subject(client, publish_records, lang):
    subject = "Personas defensoras de derechos humanos"
    notes = {"html": "<p>Pregunta por Ana</p>", "lang": "es", "outdated": True}
    chosen = record(
        "chosen",
        contacts=[hotline(), contact("email", "a@example.org", pgp_fingerprint="B" * 40)],
        summary={"text": subject, "lang": "es", "outdated": False},
        description={"html": f"<p>{subject}</p>", "lang": "es", "outdated": False},
        hours={"text": "De 9 a 14", "lang": "es", "outdated": False},
        how_to_ask_for_help=notes,
        is_government=True,
    )
    publish_records(chosen, record("other"))
    page = read(client, f"{DIRECTORY}?lang={lang}&only=chosen")
    text = page.get_text()
    for words in ("Chosen", "+12025550142", "a@example.org", "BBBB BBBB", "De 9 a 14", "Pregunta por Ana"):
        assert words in text
    assert page.title.get_text() == page.h1.get_text()
    assert page.select_one(".mark") and page.select_one(".trust")
    for subject_word in ("defen", "human", "humain", "giza", "إنسان", "Other"):
        assert subject_word not in text
        assert subject_word not in page.title.get_text()
    assert "defend" not in page.select_one("meta[name=description]")["content"]
    assert page.select_one("meta[name=robots]")["content"] == "noindex"


def test_a_heavy_contact_sheet_keeps_to_its_limit_and_says_so(client, publish_records):
    long = {"html": f"<p>{'kontuz ' * 900}</p>", "lang": "eu", "outdated": False}
    many = [record(f"o-{number}", how_to_ask_for_help=long, contacts=[hotline()]) for number in range(50)]
    publish_records(*many)
    response = client.get(f"{DIRECTORY}?print=true")
    page = BeautifulSoup(response.content, "html.parser")
    assert len(response.content) <= 100_000
    assert len(page.select("article")) == len(page.select("article .contacts")) == 50
    assert page.select("p.notice")
