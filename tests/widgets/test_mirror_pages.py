"""The pages of a static copy: every link leads to something that the copy has, below any path, without a server."""

import hashlib
import subprocess
from urllib.parse import urlsplit

import pytest
from django.test import override_settings

from tests.widgets.directories import contact, hotline, record
from tests.widgets.guidance_files import block, guidance, programme, spoken
from tests.widgets.guidance_files import page as section
from tests.widgets.mirrors import ORIGINAL, Page, pages, publish_whole, target_of, tree
from widgets import worldmap
from widgets.mirror.export import export_mirror
from widgets.pages import served

LANGUAGES = ("es", "ar")

# The page of the guidance site that is in the guidance file.
SECTION = f"{ORIGINAL}/es/proteccion/"

FORMER = {"old-name": "bat", "gone": "nobody", "ana-etxea": "bat", "../x": "bat"}

# Before a review was due that is due now.
AS_OF = "2026-11-01"


def many():
    """Return organisations enough for several pages of the world's list, and one of each kind."""
    linked = (
        f'<p>Lea <a href="{ORIGINAL}/es/guia/">la guía</a> y <a href="https://www.example.net/">esto</a>.</p>'
    )
    return [
        record(
            "ana-etxea",
            website="https://ana.example.net/",
            areas_served=["CO", "mena"],
            services=["legal", "medical"],
            contacts=[hotline(), contact("email", "a@example.net")],
            urgent_help=True,
            logo={"url": f"{ORIGINAL}/media/logo.png", "width": 10, "height": 10, "alt": "x"},
            description={"html": linked, "lang": "es", "outdated": False},
            verified_on="2025-10-01",
            review_due="2026-11-10",
        ),
        record("bat", name="Bat <b>& co</b>", areas_served=["KE"], roles=["training"]),
        record("casa_refugio", areas_served=["GT"], roles=[], services=[], summary=None),
        *(record(f"mundo-{number:03}", areas_served=["worldwide"]) for number in range(60)),
    ]


def sections(lang):
    """Return a guidance file with a section that links to the site, and to itself."""
    html = f'<p><a href="{SECTION}">Aquí</a>, <a href="{ORIGINAL}/es/otra/">allí</a>, <a href="https://a.example/">x</a></p>'
    picture = {"url": f"{ORIGINAL}/media/net.jpg", "width": 9, "height": 9, "alt": "net"}
    way = {"heading": "Otra", "text": "", "link_label": "Otra", "url": None}
    blocks = [
        block("rich_text", html=html),
        block("image", image=picture, caption=""),
        block(
            "document",
            document={"url": f"{ORIGINAL}/d/1/x.pdf", "size": 9, "type": "pdf", "title": "PDF"},
            text="",
        ),
        block("call_to_action", **way, page={"url": SECTION, "title": "x", "lang": "es"}),
        block(
            "call_to_action", **way | {"heading": "Nowhere"}, page={"url": f"{ORIGINAL}/es/x/", "lang": "es"}
        ),
        block("programmes", heading="Programas", filters={}),
        block("testimonies", heading="Voces"),
        block("directory", heading="Quién", filters={"country": ["CO"], "role": ["training"]}),
        block("map", heading="Mapa", filters={}),
    ]
    host = {"organisation": {"id": "1", "slug": "ana-etxea", "name": "Ana"}}
    voices = [spoken("Una red") | {"picture": picture | {"alt_lang": "es"}}]
    return guidance(lang, section(blocks), [programme("Estancia", **host)], [], voices)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The folder of a copy in three languages."""
    root = tmp_path_factory.mktemp("published")
    target = tmp_path_factory.mktemp("copy") / "deep" / "mirror"
    publish_whole(root, many(), guidance=sections, former=FORMER, as_of=AS_OF)
    with override_settings(DEFENDERS_PUBLISHED_ROOT=root):
        export_mirror(target, LANGUAGES)
    return target


@pytest.fixture(scope="module")
def files(copy):
    return tree(copy)


@pytest.fixture(scope="module")
def html(copy):
    return pages(copy)


def test_every_local_link_leads_to_a_file_of_the_copy(html, files):
    assert len(html) > 150
    missing = {
        (at, link) for at, page in html.items() for link in page.local() if target_of(at, link) not in files
    }
    assert missing == set()


def test_links_are_relative_and_have_no_query(html):
    wrong = {link for page in html.values() for link in page.local() if link.startswith("/") or "?" in link}
    assert wrong == set()


def test_every_page_can_be_reached_from_the_start(html):
    reached, waiting = set(), ["index.html"]
    while waiting:
        at = waiting.pop()
        if at in reached or at not in html:
            continue
        reached.add(at)
        waiting += [target_of(at, link) for link in html[at].local()]
    moved = {f"embed/v1/organisations/old-name/{lang}index.html" for lang in ("", "ar/")}
    assert set(html) - reached == {"404.html", *moved}


def test_nothing_is_loaded_from_elsewhere_and_only_the_original_is_linked_on_its_host(html):
    for at, page in html.items():
        for tag, link, rel in page.absolute():
            if tag == "link":
                assert rel == "canonical" and link.startswith(ORIGINAL), (at, link)
            else:
                assert tag == "a", (at, tag, link)
                if urlsplit(link).netloc == urlsplit(ORIGINAL).netloc:
                    assert urlsplit(link).path.startswith("/embed/v1/"), (at, link)


def test_no_page_has_a_form_or_other_things_that_need_a_server(html):
    for at, page in html.items():
        assert not {"form", "input", "select", "iframe", "object"} & set(page.tags), at


def test_pages_lie_where_the_original_has_them(files):
    assert "embed/v1/map/index.html" in files
    assert "embed/v1/map/ar/index.html" in files
    assert "embed/v1/organisations/ana-etxea/index.html" in files
    assert "embed/v1/organisations/ana-etxea/ar/index.html" in files
    assert "embed/v1/directory/2/index.html" in files
    assert "embed/v1/directory/country/co/ar/index.html" in files
    assert "embed/v1/directory/urgent/index.html" in files
    assert "embed/v1/directory/role/training/index.html" in files


def test_the_canonical_address_is_that_of_the_original(html):
    country = html["embed/v1/directory/country/co/ar/index.html"].html
    assert f'<link rel="canonical" href="{ORIGINAL}/embed/v1/directory/?lang=ar&amp;country=CO">' in country
    organisation = html["embed/v1/organisations/ana-etxea/ar/index.html"].html
    assert (
        f'<link rel="canonical" href="{ORIGINAL}/embed/v1/organisations/ana-etxea/?lang=ar">' in organisation
    )


def test_a_country_shows_the_nearest_first_and_leads_to_who_serves_the_world(html):
    text = html["embed/v1/directory/country/co/index.html"].html
    assert text.index("ana-etxea") < text.index("directory/area/worldwide/index.html")
    assert "61 organizaciones" in text
    assert '<span class="count">60</span>' in text


def test_a_language_is_one_link_away(html):
    page = html["embed/v1/directory/country/co/index.html"]
    targets = {target_of("embed/v1/directory/country/co/index.html", link) for link in page.local()}
    assert "embed/v1/directory/country/co/ar/index.html" in targets
    assert 'dir="rtl"' in html["embed/v1/directory/country/co/ar/index.html"].html


def test_the_widget_takes_the_place_of_what_it_can_show(html):
    assert (
        '<defenders-directory lang="ar" country="CO" state="fragment">'
        in html["embed/v1/directory/country/co/ar/index.html"].html
    )
    assert "<defenders-map" in html["embed/v1/map/index.html"].html
    assert "<defenders-directory" not in html["embed/v1/directory/area/worldwide/index.html"].html


def test_nothing_of_the_original_is_loaded_through_a_record(html):
    text = html["embed/v1/organisations/ana-etxea/index.html"].html
    assert "/media/" not in text and "<img" not in text
    assert "la guía" in text and "/es/guia/" not in text
    assert 'href="https://www.example.net/"' in text


def test_the_state_of_a_verification_is_that_of_the_day_of_the_information(html):
    text = html["embed/v1/organisations/ana-etxea/index.html"].html
    assert '<p class="trust current">' in text
    assert "1 de noviembre de 2026" in text


def test_names_are_never_markup(html):
    for page in html.values():
        assert "<b>" not in page.html


def test_the_guidance_is_there_without_what_lies_on_the_original(html):
    at = "embed/v1/guidance/temporary-protection/index.html"
    text, here = html[at].html, "../../../../embed/v1/guidance/temporary-protection/index.html"
    assert text.count(f'href="{here}"') >= 2  # from the text, from the call to action
    assert "allí" in text and 'href="https://a.example/"' in text
    assert "Nowhere" not in text and "PDF" not in text and "<img" not in text
    assert 'href="../../../../embed/v1/organisations/ana-etxea/index.html"' in text
    assert "Una red" in text and "Estancia" in text
    assert at in {target_of("index.html", link) for link in html["index.html"].local()}


def test_the_address_of_before_leads_on(html, files):
    at = "embed/v1/organisations/old-name/ar/index.html"
    target = "../../../../../embed/v1/organisations/bat/ar/index.html"
    assert f'<meta http-equiv="refresh" content="0; url={target}">' in html[at].html
    assert target_of(at, target) in files
    assert not [path for path in files if "/gone/" in path]
    assert "refresh" not in html["embed/v1/organisations/ana-etxea/index.html"].html


def test_the_picture_has_no_dots_that_nobody_could_take_away(files, html):
    counts = served(many())
    assert files["embed/v1/map.light.webp"] == worldmap.picture(worldmap.scene("light", counts, ()))
    assert "swatch dot" not in html["embed/v1/map/index.html"].html


def test_pages_say_that_they_are_a_copy_and_what_the_browser_may_load(html):
    for at, page in html.items():
        assert "Content-Security-Policy" in page.html, at
        assert '<meta name="referrer" content="no-referrer">' in page.html
        if at.startswith("embed/") and "refresh" not in page.html:
            footer = page.html.rpartition("<footer>")[2]
            assert f'<a href="{ORIGINAL}/embed/v1/' in footer, at


def test_the_start_page_speaks_all_languages_of_the_copy(html):
    text = html["index.html"].html
    for lang in LANGUAGES:
        assert f'<section class="copy" lang="{lang}"' in text
    assert text.count(f'href="{ORIGINAL}/embed/v1/directory/?lang=') == len(LANGUAGES)


def test_the_page_for_wrong_addresses_links_nowhere_without_a_base_address(html):
    assert html["404.html"].links == []


def test_no_page_is_larger_than_an_embed_page_may_be(files):
    assert max(len(content) for path, content in files.items() if path.endswith(".html")) <= 100_000


def test_published_files_and_their_encodings_are_those_of_the_release(copy, files):
    names = {path for path in files if path.startswith("published/v1/")}
    assert {
        "published/v1/manifest.json",
        "published/v1/directory.fr.json.br",
        "published/v1/overview.json.gz",
    } <= names
    assert not [path for path in files if ".index" in path]


def test_every_file_is_in_the_sums_and_they_can_be_verified_with_a_common_tool(copy, files):
    sums = dict(line.split("  ", 1)[::-1] for line in files["SHA256SUMS"].decode().splitlines())
    assert set(sums) == set(files) - {"SHA256SUMS", "mirror.json"}
    assert all(hashlib.sha256(files[path]).hexdigest() == digest for path, digest in sums.items())
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=copy, check=False)  # noqa: S607
    assert done.returncode == 0


def test_pages_of_the_live_site_are_what_they_were(client, published_root, on_day):
    publish_whole(published_root, many())
    page = Page(client.get("/embed/v1/map/?lang=es").content.decode())
    assert "form" in page.tags
    assert "Content-Security-Policy" not in page.html
