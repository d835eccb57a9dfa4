"""The embed pages as a browser without scripts gets them."""

import json
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from tests.widgets.directories import contact, hotline, record

DIRECTORY, MAP = "/embed/v1/directory/", "/embed/v1/map/"
PAGES = [DIRECTORY, MAP, "/embed/v1/organisations/colombia/"]
FINDER = "/embed/v1/finder/"

COLOMBIA = record("colombia", areas_served=["CO"], website="https://colombia.example.org/")
AMERICAS = record("americas", areas_served=["americas"], roles=["training"])
WORLD = record("world", areas_served=["worldwide"], contacts=[hotline(), contact()], urgent_help=True)
FORMER = json.dumps(
    {"schema_version": 1, "former_slugs": {"old-name": "colombia", "americas": "world", "gone": "withdrawn"}}
)


@pytest.fixture
def published(publish_records):
    return publish_records(COLOMBIA, AMERICAS, WORLD)


def read(client, url, status=200):
    """Return the page as a tree."""
    response = client.get(url)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def listed(page):
    return [link.get_text() for link in page.select(".cards article :is(h3, h4) a")]


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


def test_a_list_of_urgent_help_alone_does_not_show_it_twice(client, published):
    assert not read(client, f"{DIRECTORY}?urgent=true").select(".urgent-help")


def test_an_opened_organisation_stands_above_the_list(client, published):
    page = read(client, f"{DIRECTORY}?lang=eu&role=training&open=colombia")
    assert page.select_one(".opened h3").get_text() == "Colombia"
    assert listed(page)[-1] == "Americas"
    assert page.select_one(".languages a[lang=ar]")["href"].endswith("&open=colombia")


def test_marked_organisations_make_a_contact_sheet(client, published):
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
    assert client.get("/embed/v1/organisations/colombia/").status_code == 200


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
