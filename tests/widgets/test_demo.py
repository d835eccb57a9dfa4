import re

import pytest
from bs4 import BeautifulSoup
from django.http import Http404
from django.test import RequestFactory

from widgets import addresses
from widgets.markup import Embed, element_html
from widgets.views.demo import FOLDER, demo_content, demo_file

PAGES = sorted(path.name for path in FOLDER.glob("*.html"))


def test_the_partner_speaks_three_languages():
    assert PAGES == ["partner.ar.html", "partner.es.html", "partner.eu.html"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("kind", ["map", "directory"])
def test_the_page_holds_exactly_what_partners_are_given_to_paste(name, kind):
    html = demo_content(name, "https://HOST")
    element = BeautifulSoup(html, "html.parser").select_one(f"defenders-{kind}")
    link = element.a
    embed = Embed(
        kind,
        link.get_text(),
        link["href"],
        f"https://HOST/widgets/v1/{addresses.script_name(kind)}",
        tuple(element.attrs.items()),
        "https://HOST/published/v1/overview.json" if kind == "map" else "",
    )
    assert element_html(embed) in html


@pytest.mark.parametrize("name", PAGES)
def test_the_widgets_come_from_the_given_host_and_nothing_from_elsewhere(name):
    html = demo_content(name, "http://localhost:8000")
    assert "HOST" not in html
    assert set(re.findall(r"https?://[^/\"]+", html)) == {"http://localhost:8000"}


@pytest.mark.parametrize("name", PAGES)
def test_the_page_says_that_it_is_an_example(name):
    page = BeautifulSoup(demo_content(name, ""), "html.parser")
    assert len(page.select("h1")) == 1
    assert page.footer.get_text(strip=True) == page.select_one("meta[name=description]")["content"]


def test_the_view_serves_the_first_page_and_the_style(settings):
    request = RequestFactory().get("/demo/")
    assert b"https://defenders.example.org/widgets/v1/defenders.js" in demo_file(request).content
    assert demo_file(request, "partner.css")["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize(
    "name", ["../manage.py", "partner.xx.html", "partner.es.html\x00", "", "partner", "/etc/passwd"]
)
def test_nothing_else_is_served(name):
    with pytest.raises(Http404):
        demo_file(RequestFactory().get("/demo/"), name)
