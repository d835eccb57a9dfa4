"""The builder: whatever is chosen, the code shows just that; whatever is wrong is said and harms nothing."""

import json
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from tests.widgets.directories import record
from tests.widgets.embed_pages import read
from tests.widgets.guidance_files import guidance, page
from widgets.guidance_file import place_of_section
from widgets.released import MANIFEST, RELEASED, Module, choose

BASE = settings.DEFENDERS_BASE_URL
HOSTILE = '"><script>alert(1)</script>'


@pytest.fixture(autouse=True)
def published(publish_records):
    return publish_records(record("colombia"))


@pytest.fixture
def build(client):
    """Return a function that gives the builder's page for choices."""
    return lambda **chosen: read(client, f"/embed/?{urlencode(chosen, doseq=True)}")


@pytest.fixture
def published_guidance(published):
    """Publish guidance with three sections, known by their Spanish titles in every language."""
    for lang in ("es", "eu", "en", "fr", "ar"):
        data = guidance(lang, page([]))
        data["pages"] |= {"about": page([]) | {"title": "Sobre"}, "home": page([]) | {"title": "Inicio"}}
        (published / f"guidance.{lang}.json").write_text(json.dumps(data), encoding="utf-8")


def code(page, key):
    """Return a code of the page as a tree."""
    return BeautifulSoup(page.select_one(f"#code-{key}").get_text(), "html.parser")


def test_without_a_choice_it_is_the_map_in_the_first_language(build):
    page = build()
    assert code(page, "element").find("defenders-map")["lang"] == "es"
    assert page.select_one("#kind-map").has_attr("checked")
    assert page.html["lang"] == "es"


def test_the_embed_is_in_the_language_of_the_page_until_another_is_chosen(build):
    assert code(build(ui="eu"), "element").find("defenders-map")["lang"] == "eu"
    assert code(build(ui="eu", lang="fr"), "element").find("defenders-map")["lang"] == "fr"


def test_every_kind_of_code_shows_what_was_chosen(build):
    page = build(
        kind="directory", lang="eu", role=["training", "accompaniment"], country="CO", accent="7a2e1d"
    )
    element = code(page, "element").find("defenders-directory")
    assert {name: element[name] for name in ("lang", "roles", "country", "accent")} == {
        "lang": "eu",
        "roles": "training,accompaniment",
        "country": "CO",
        "accent": "#7a2e1d",
    }
    address = f"{BASE}/embed/v1/directory/?lang=eu&role=training,accompaniment&country=CO&accent=7a2e1d"
    assert code(page, "frame").iframe["src"] == address
    assert code(page, "link").a["href"] == address
    assert page.select_one("#code-address").get_text() == address
    assert page.select_one(".shown iframe")["src"] == address.removeprefix(BASE)


def test_what_is_chosen_stays_chosen_in_the_form(build):
    page = build(
        kind="directory",
        lang="fr",
        service="legal",
        urgent="true",
        government="false",
        exit="on",
        seat="IE",
        search="asilo",
    )
    for chosen in ("#kind-directory", "#service-legal", "#f-urgent", "#f-exit"):
        assert page.select_one(chosen).has_attr("checked"), chosen
    assert page.select_one("#f-lang [selected]")["value"] == "fr"
    assert page.select_one("#f-government [selected]")["value"] == "false"
    assert page.select_one("#f-seat [selected]")["value"] == "IE"
    assert page.select_one("#f-search")["value"] == "asilo"
    assert code(page, "element").find("defenders-directory")["exit"] == "on"


def test_words_of_the_link_are_in_the_language_of_the_embed_and_the_page_in_its_own(build):
    page = build(ui="en", lang="eu")
    assert page.html["lang"] == "en"
    assert code(page, "link").get_text().startswith("Nork")
    arabic = build(ui="ar", lang="en")
    assert (arabic.html["lang"], arabic.html["dir"]) == ("ar", "rtl")


def test_the_height_is_that_of_every_frame(build):
    page = build(height="900")
    assert code(page, "frame").iframe["height"] == code(page, "element").iframe["height"] == "900"
    assert page.select_one(".shown iframe")["height"] == "900"


def test_the_pinned_line_names_a_module_and_its_hash(build):
    pinned = choose("directory", json.loads(RELEASED.read_bytes()), json.loads(MANIFEST.read_bytes()))
    script = code(build(kind="directory"), "pinned").script
    assert script["src"] == f"{BASE}/widgets/v1/{pinned.file}"
    assert script["integrity"] == pinned.integrity


def test_what_is_pinned_is_of_the_newest_release_until_it_lacks_the_module():
    releases = [
        {"version": v, "modules": {"map": f"map.{v}.js"}, "files": {f"map.{v}.js": f"sha384-{v}"}}
        for v in ("1.0.0", "1.1.0")
    ]
    built = {name: {"file": f"{name}.built.js", "integrity": "sha384-built"} for name in ("map", "finder")}
    assert choose("map", releases, built) == Module("map.1.1.0.js", "sha384-1.1.0", "1.1.0")
    assert choose("finder", releases, built).file == "finder.built.js"
    assert choose("map", [], built).version == ""


@pytest.mark.parametrize("version", ["", "2.0.0"])
def test_the_page_promises_twelve_months_only_for_what_is_released(build, monkeypatch, version):
    monkeypatch.setattr(
        "widgets.builder.pinned_module", lambda kind: Module("map.0a1b2c3d4e.js", "sha384-x", version)
    )
    words = build(ui="en").select_one(".codes details").get_text()
    assert ("twelve months" in words) is bool(version)
    assert version in words


def test_a_section_of_the_guidance_is_chosen_by_its_title(build, published_guidance):
    page = build(kind="guidance", section="temporary-protection", lang="fr", theme="dark", exit="on")
    element = code(page, "element").find("defenders-guidance")
    assert element.attrs == {
        "page": "temporary-protection",
        "lang": "fr",
        "theme": "dark",
        "exit": "on",
    }
    address = f"{BASE}/embed/v1/guidance/temporary-protection/?lang=fr&theme=dark&exit=on"
    assert code(page, "frame").iframe["src"] == page.select_one("#code-address").get_text() == address
    assert page.select_one(".shown iframe")["src"] == address.removeprefix(BASE)
    assert code(page, "link").get_text() == "Protección temporal"
    assert "/widgets/v1/defenders-guidance.js" in code(page, "element").script["src"]
    assert not code(page, "element").find("link")
    assert page.select_one("#f-section [selected]")["value"] == "temporary-protection"


def test_sections_stand_in_the_order_of_the_site_and_the_first_one_is_home(build, published_guidance):
    page = build(kind="guidance")
    assert [one["value"] for one in page.select("#f-section option")] == [
        "home",
        "temporary-protection",
        "about",
    ]
    assert code(page, "element").find("defenders-guidance")["page"] == "home"
    assert sorted(["zebra", "about", "home"], key=place_of_section) == ["home", "about", "zebra"]


def test_guidance_has_no_filters_and_keeps_those_that_were_chosen(build, published_guidance):
    page = build(kind="guidance", role="training", country="CO")
    assert "role" not in page.select_one("#code-address").get_text()
    assert "roles" not in code(page, "element").find("defenders-guidance").attrs
    assert page.select_one("#role-training").has_attr("checked")
    assert "role=training" in page.select_one(".languages a")["href"]


def test_without_guidance_there_is_none_to_choose(build):
    page = build(kind="guidance", ui="en")
    assert not page.select("#kind-guidance, #f-section")
    assert code(page, "element").find("defenders-map")


@pytest.mark.parametrize("section", ["nothing", HOSTILE, "home,about"])
def test_a_section_that_is_not_there_gives_way_to_the_first(build, published_guidance, section):
    page = build(kind="guidance", section=section, ui="en")
    assert "temporary-protection" in page.select_one(".notice").get_text()
    assert code(page, "element").find("defenders-guidance")["page"] == "home"


def test_an_element_keeps_as_much_room_as_was_chosen(build):
    assert code(build(height="900"), "element").find("defenders-map")["height"] == "900"
    assert "height" not in code(build(), "element").find("defenders-map").attrs


def test_what_visitors_choose_stands_in_the_address_only_where_that_is_wanted(build, published_guidance):
    assert code(build(state="fragment"), "element").find("defenders-map")["state"] == "fragment"
    assert "state" not in build(state="fragment").select_one("#code-address").get_text()
    assert "state" not in code(build(), "element").find("defenders-map").attrs
    assert (
        "state"
        not in code(build(kind="guidance", state="fragment"), "element").find("defenders-guidance").attrs
    )


def test_an_order_is_chosen_and_an_open_record_is_not(build):
    page = build(order="-verified_on", open="colombia")
    assert page.select_one("#code-address").get_text() == f"{BASE}/embed/v1/map/?lang=es&order=-verified_on"
    assert code(page, "element").find("defenders-map")["order"] == "-verified_on"
    assert page.select_one("#f-order [selected]")["value"] == "-verified_on"


def test_every_kind_of_website_names_a_code_that_is_there(build):
    page = build(ui="en")
    taken = [link["href"] for link in page.select(".where .take a")]
    assert len(taken) >= 6
    assert all(page.select_one(target) for target in taken)


def test_the_three_directives_name_this_host_and_no_other(build):
    assert f"script-src {BASE}; connect-src {BASE}; frame-src {BASE}" in build().get_text()


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ({"kind": "guidance"}, "map, directory"),
        ({"kind": ["map", "directory"]}, "map, directory"),
        ({"height": "12"}, "300"),
        ({"height": "9999999999"}, "3000"),
        ({"height": "٩٠٠"}, "300"),
        ({"exit": "yes"}, "off, on"),
        ({"state": "query"}, "none, fragment"),
        ({"theme": "pink"}, "auto, light, dark"),
        ({"accent": HOSTILE}, "7a2e1d"),
        ({"role": "singing"}, "accompaniment"),
        ({"country": HOSTILE}, "ISO 3166-1"),
        ({"lang": "xx"}, "xx"),
    ],
)
def test_what_cannot_be_used_is_named_and_the_rest_goes_on(build, chosen, words):
    page = build(**{"ui": "en", "lang": "es"} | chosen)
    assert words in page.select_one(".notice").get_text()
    nearest = "en" if chosen == {"lang": "xx"} else "es"
    assert code(page, "element").find("defenders-map")["lang"] == nearest


@pytest.mark.parametrize(
    "name", ["ui", "lang", "kind", "section", "role", "seat", "search", "accent", "height", "exit", "x"]
)
def test_nothing_that_is_asked_for_becomes_markup(client, name):
    response = client.get(f"/embed/?{urlencode({name: HOSTILE})}")
    assert response.status_code == 200
    assert b"<script>alert" not in response.content


def test_languages_of_the_page_keep_the_choices(build):
    links = build(kind="directory", lang="fr", height="900").select(".languages a")
    assert {link["hreflang"] for link in links} == {"es", "eu", "en", "fr", "ar"}
    assert all("kind=directory&ui=" in link["href"] and "height=900" in link["href"] for link in links)


def test_it_is_framed_by_nobody_and_asks_nobody_else(client):
    response = client.get("/embed/")
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert not response.cookies
    assert client.get("/embed/builder.css")["Content-Type"].startswith("text/css")
    assert client.post("/embed/").status_code == 405


def test_before_the_first_publication_it_asks_to_come_again(client, published_root):
    (published_root / "current").unlink()
    assert client.get("/embed/?ui=eu").status_code == 503
