"""The embed pages as a browser without scripts gets them."""

import json
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from tests.widgets.directories import contact, hotline, record
from tests.widgets.embed_pages import DIRECTORY, FINDER, MAP, ORGANISATION, THREE, listed, read

PAGES = [DIRECTORY, MAP, ORGANISATION]


@pytest.fixture
def published(publish_records):
    return publish_records(*THREE)


@pytest.mark.parametrize("url", [*PAGES, FINDER])
def test_a_page_may_be_framed_anywhere_and_leaves_nothing_behind(client, published, url):
    response = client.get(
        url, headers={"Cookie": "sessionid=a", "Accept-Language": "ar", "Host": "evil.example"}
    )
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "X-Frame-Options" not in response
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "public, max-age=300, stale-if-error=86400"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert b"evil.example" not in response.content


@pytest.mark.parametrize("url", [*PAGES, FINDER])
def test_a_browser_that_has_the_page_gets_no_body(client, published, url):
    tag = client.get(url)["ETag"]
    assert client.get(url, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("url", PAGES)
@pytest.mark.parametrize(
    ("lang", "dir"), [("es", "ltr"), ("eu", "ltr"), ("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")]
)
def test_a_page_says_its_language_and_direction(client, published, url, lang, dir):
    page = read(client, f"{url}?lang={lang}")
    assert (page.html["lang"], page.html["dir"]) == (lang, dir)
    assert page.select_one(f"link[rel=alternate][hreflang={lang}]")


@pytest.mark.parametrize(
    "url", [*PAGES, f"{DIRECTORY}?country=CO&role=training,accompaniment", f"{MAP}?urgent=true"]
)
def test_the_structure_holds_for_screen_readers(client, published, url):
    page = read(client, url)
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(page.select("h1")) == len(page.select("main")) == 1
    assert len(ids) == len(set(ids))
    for control in page.select("select, input:not([type=hidden])"):
        assert page.select_one(f"label[for={control['id']}]")
    for image in page.select("img"):
        assert image["alt"] and image["width"] and image["height"]
    for landmark in page.select("nav, form[role=search]"):
        assert landmark["aria-label"]
    for section in page.select("section"):
        assert page.select_one(f"#{section['aria-labelledby']}")
    levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("url", PAGES)
def test_a_page_is_complete_without_scripts_styles_inside_svg_or_fonts(client, published, url):
    page = read(client, url)
    assert not page.select("[style], style, svg, noscript")
    scripts = page.select("script:not([type='application/ld+json'])")
    assert all(script.get("src") and not script.get_text() for script in scripts)
    for link in page.select("a[target=_blank]"):
        assert "noreferrer" in link["rel"]
    assert "colombia.example.org" in page.get_text()


def test_a_page_carries_the_element_that_takes_over_when_scripts_run(client, published):
    page = read(client, f"{MAP}?lang=eu&role=training&page=1&theme=dark")
    assert page.select_one("defenders-map").attrs == {
        "lang": "eu",
        "roles": "training",
        "theme": "dark",
        "state": "query",
    }
    scripts = [script["src"] for script in page.select("script[type=module]")]
    assert scripts == ["/widgets/v1/embed-page.js", "/widgets/v1/defenders.js"]
    assert page.select_one("defenders-map .cards")


def test_the_nearest_come_first_under_headings(client, published):
    page = read(client, f"{DIRECTORY}?country=CO")
    assert listed(page) == ["Colombia", "Americas", "World"]
    assert len(page.select(".results > h3")) == 3


def test_the_list_of_countries_comes_before_the_picture(client, published):
    page = read(client, MAP)
    order = [tag.name for tag in page.select(".atlas > *")]
    assert order == ["section", "figure"]
    colombia = next(link for link in page.select(".index a") if link.get_text() == "Colombia")
    assert colombia["href"] == "?lang=es&country=CO"
    assert colombia.parent.get_text().endswith("2")


def test_the_picture_shows_the_same_filters_in_both_themes(client, published):
    page = read(client, f"{MAP}?country=CO&page=3")
    assert page.img["src"] == "/embed/v1/map.light.webp?lang=es&country=CO"
    assert page.source["srcset"] == "/embed/v1/map.dark.webp?lang=es&country=CO"
    assert client.get(page.img["src"])["Content-Type"] == "image/webp"
    assert not read(client, f"{MAP}?theme=dark").source


def test_a_copy_older_than_a_week_shows_no_points(client, published, on_day):
    fresh = client.get("/embed/v1/map.light.webp").content
    on_day("2026-11-30")
    assert client.get("/embed/v1/map.light.webp").content != fresh


def test_filters_in_use_can_each_be_removed(client, published):
    page = read(
        client, f"{DIRECTORY}?lang=en&country=CO&role=training&search=a&seat=IE&government=false&urgent=true"
    )
    links = {link["href"] for link in page.select(".active li a")}
    assert len(links) == 6
    assert "?lang=en&role=training&seat=IE&urgent=true&government=false&search=a" in links


def test_the_form_keeps_what_it_has_no_control_for(client, published):
    form = read(client, f"{DIRECTORY}?lang=eu&seat=IE&open=world&theme=dark&accent=7a2e1d&page=9").form
    hidden = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}
    assert hidden == {"lang": "eu", "seat": "IE", "theme": "dark", "accent": "7a2e1d"}


def test_governmental_bodies_and_the_order_are_chosen_in_the_form(client, publish_records):
    publish_records(record("a", is_government=True), record("b"), record("c", verified_on="2026-01-01"))
    form = read(client, f"{DIRECTORY}?lang=en&government=false&order=-verified_on")
    assert listed(form) == ["C", "B"]
    chosen = [option["value"] for option in form.select("option[selected]")]
    assert chosen == ["false", "-verified_on"]
    assert form.select("details[open]")
    assert listed(read(client, f"{DIRECTORY}?government=true")) == ["A"]


def test_a_choice_of_several_values_survives_the_form(client, published):
    page = read(client, f"{DIRECTORY}?country=CO,PE")
    chosen = page.select_one("#f-country option[selected]")
    assert (chosen["value"], chosen.get_text()) == ("CO,PE", "Colombia y Perú")


def test_urgent_help_is_on_top_with_numbers_to_read_and_how_far_to_trust_them(client, published):
    page = read(client, DIRECTORY)
    assert "+12025550142" in page.select_one(".urgent-help").get_text()
    assert page.select_one(".urgent-help .trust.unverified")
    assert page.main.find(class_="urgent-help").sourceline < page.main.find("form").sourceline
    assert page.select_one("defenders-directory .urgent-help")  # or it would be there twice with scripts


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", 1),
        ("?country=PE", 1),
        ("?language=fr", 0),
        ("?role=training", 0),
        ("?search=world", 1),
        ("?search=colombia", 0),
    ],
)
def test_urgent_help_follows_the_filters(client, published, query, shown):
    assert len(read(client, f"{DIRECTORY}{query}").select(".urgent-help")) == shown


def test_urgent_help_comes_in_the_order_of_the_list(client, publish_records):
    urgent = {"contacts": [hotline()], "urgent_help": True}
    publish_records(
        record("a-far", areas_served=["worldwide"], **urgent), record("near", areas_served=["CO"], **urgent)
    )
    for order, names in (("", ["Near", "A Far"]), ("&order=name", ["A Far", "Near"])):
        page = read(client, f"{DIRECTORY}?country=CO{order}")
        assert listed(page) == names
        assert [link.get_text() for link in page.select(".urgent-help :is(h2, h3) a")] == names


def test_a_list_of_urgent_help_alone_does_not_show_it_twice(client, published):
    assert not read(client, f"{DIRECTORY}?urgent=true").select(".urgent-help")


def test_an_opened_organisation_stands_above_the_list(client, published):
    page = read(client, f"{DIRECTORY}?lang=eu&role=training&open=colombia")
    assert page.select_one(".opened h3").get_text() == "Colombia"
    assert listed(page)[-1] == "Americas"
    assert page.select_one(".languages a[lang=ar]")["href"].endswith("&open=colombia")


def test_fifty_organisations_make_a_page(client, publish_records):
    publish_records(*(record(f"o-{number:03}") for number in range(120)))
    first, last = read(client, DIRECTORY), read(client, f"{DIRECTORY}?page=3")
    assert (len(listed(first)), len(listed(last))) == (50, 20)
    assert first.select_one(".pager a[rel=next]")["href"] == "?lang=es&page=2"
    assert last.select_one(".pager a[rel=prev]")["href"] == "?lang=es&page=2"
    assert not last.select_one(".pager a[rel=next]")


def test_a_text_in_another_language_is_marked(client, published):
    text = read(client, f"{DIRECTORY}?lang=ar").select_one(".cards .text")
    assert (text["lang"], text["dir"]) == ("es", "ltr")


def test_marks_show_what_must_not_be_mistaken(client, publish_records):
    publish_records(record("sample", sample=True), record("state", is_government=True))
    assert len(read(client, DIRECTORY).select(".mark.sample")) == 1
    assert len(read(client, DIRECTORY).select(".mark")) == 2


@pytest.mark.parametrize(
    "path", ["/embed/v1/", "/embed/v1/nothing/", "/embed/v2/map/", "/embed/v1/map.blue.webp"]
)
def test_other_addresses_below_are_friendly_too(client, published, path):
    assert read(client, path, status=404).select_one(".ways a")


@pytest.mark.parametrize("url", PAGES)
def test_a_forgotten_slash_is_added(client, published, url):
    response = client.get(f"{url.removesuffix('/')}?lang=eu&search=%C3%B1")
    assert (response.status_code, response["Location"]) == (301, f"{url}?lang=eu&search=%C3%B1")


@pytest.mark.parametrize("lang", ["es", "ar", "xx"])
@pytest.mark.parametrize("url", PAGES)
def test_before_the_first_publication_a_page_says_when_to_come_back(client, published_root, url, lang):
    response = client.get(f"{url}?lang={lang}")
    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert response["Cache-Control"] == "no-store"
    assert len(BeautifulSoup(response.content, "html.parser").select("h1")) == 1


def test_without_a_directory_the_picture_is_an_empty_world(client, published_root):
    response = client.get("/embed/v1/map.light.webp")
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", json.dumps({"schema_version": 9}).encode()])
def test_a_broken_file_is_an_unavailable_page_and_never_an_error(client, published, content):
    (published / "directory.es.json").write_bytes(content)
    assert client.get(DIRECTORY).status_code == 503
    assert client.get(f"{DIRECTORY}?lang=eu").status_code == 200


def test_the_heaviest_page_keeps_to_its_limit(client, publish_records):
    heavy = [
        record(
            f"{'o' * 100}-{number}",
            name="ن" * 250,
            alternate_name="ن" * 250,
            areas_served=["africa", "americas", "asia", "europe", "oceania", "mena", "CO", "PE"],
            languages=["es", "eu", "en", "fr", "ar", "pt-BR", "sw"],
            summary={"text": "ن كلمة " * 300, "lang": "ar", "outdated": True},
            contacts=[contact("web_form", f"https://example.org/{'x' * 450}{n}") for n in range(8)]
            + [hotline()],
            urgent_help=True,
        )
        for number in range(60)
    ]
    publish_records(*heavy)
    everything = "search=" + "%D9%86" * 200 + "&country=" + ",".join(["CO", "PE", "BO"]) + "&language=ar"
    for url in (DIRECTORY, MAP):
        for query in ("", "?lang=ar", f"?lang=ar&{everything}"):
            response = client.get(url + query)
            assert response.status_code == 200
            assert len(response.content) <= 100_000


def test_an_accent_is_a_style_sheet_of_its_own(client, published):
    page = read(client, f"{DIRECTORY}?accent=%23ff0")
    (style, accent) = (link["href"] for link in page.select("link[rel=stylesheet]"))
    assert client.get(style)["Content-Type"] == "text/css; charset=utf-8"
    css = client.get(accent).content.decode()
    assert accent == "/embed/v1/accent/ffff00.css"
    assert css.startswith(":root{--accent-light:#")


@pytest.mark.parametrize("name", ["zzzzzz", "fff", "ffffff}", "FFFFFF", "%00"])
def test_other_accents_do_not_exist(client, published_root, name):
    assert client.get(f"/embed/v1/accent/{name}.css").status_code == 404


@pytest.mark.parametrize("page", ["map/", "directory/", "organisations/colombia/"])
def test_a_way_out_is_the_first_link_and_goes_along(client, published, page):
    tree = read(client, f"/embed/v1/{page}?lang=eu&exit=on")
    first = tree.body.find("a")
    assert first["href"] == "https://eu.wikipedia.org/"
    assert first["target"] == "_top"
    assert {"noreferrer", "noopener"} <= set(first["rel"])
    assert all("exit=on" in link["href"] for link in tree.select(".languages a"))
    assert not any(element.has_attr("exit") for element in tree.find_all(True))
    assert not read(client, f"/embed/v1/{page}?lang=eu").select("[data-exit]")


def test_a_way_out_that_is_neither_on_nor_off_is_named(client, published):
    tree = read(client, "/embed/v1/directory/?lang=en&exit=maybe")
    assert "off, on" in tree.select_one(".notice").get_text()
    assert not tree.select("[data-exit]")
