"""Drafts as the widgets draw them: from a directory file of one organisation."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from tests.widgets.directories import contact, directory, record
from widgets.previews import render_preview

ONE = record("colombia", areas_served=["CO"], contacts=[contact(), contact()])


def drawn(records, look="page", lang="es", **more):
    with override(lang):
        html = render_preview(directory(records, lang), lang, look, **more)
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("look", ["page", "card"])
def test_a_preview_says_what_it_is_and_leads_nowhere_public(on_day, look):
    page = drawn([ONE], look, notes=["Nota."])
    assert "Nota." in page.select_one("aside.preview").get_text()
    assert page.select_one('meta[name="robots"]')["content"] == "noindex, nofollow"
    assert not page.select("script, link[rel=canonical], link[rel=alternate], .languages, .back")


def test_the_looks_are_offered_and_the_entry_leads_to_the_page(on_day):
    looks = [("Página", "?look=page", False), ("Lista", "?look=card", True)]
    page = drawn([ONE], "card", looks=looks)
    assert [link["href"] for link in page.select(".looks a")] == ["?look=page", "?look=card"]
    assert page.select_one(".looks a[aria-current]")["href"] == "?look=card"
    assert page.select_one(".cards h2 a")["href"] == "?look=page"


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]"])
def test_a_file_that_cannot_be_read_says_so(on_day, content):
    with override("en"):
        assert "cannot be shown" in render_preview(content, "en", "page")


def test_a_broken_record_says_so(on_day):
    with override("en"):
        html = render_preview(directory([ONE | {"slug": "no slug"}], "en"), "en", "page")
    assert "cannot be shown" in html
