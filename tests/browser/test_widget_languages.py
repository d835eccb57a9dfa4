"""Five languages: each text in its own, days and numbers as it writes them, and room for words 40 % longer."""

import json
import urllib.request
from pathlib import Path

import pytest

from tests.browser.bad_host import bad_host
from tests.browser.conftest import free_port

LOOKS = Path(__file__).parent / "looks"
STRETCH, MISFITS, LANGUAGES, LAY_OUT = (
    (LOOKS / f"{name}.js").read_text() for name in ("stretch", "misfits", "languages", "lay-out")
)

# An old copy says its day.
DAY = "2026-05-04"
DAYS = {
    "es": "4 de mayo de 2026",
    "eu": "2026/05/04",
    "en": "4 May 2026|May 4, 2026",
    "fr": "4 mai 2026",
    "ar": "4 مايو 2026|٤ مايو ٢٠٢٦",
}
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title></head>
<body style="margin: 0">{html}<script type="module" src="{site}/widgets/v1/defenders.js"></script></body></html>"""


def test_every_text_is_in_its_language_and_direction_and_every_day_as_it_writes_them(
    site, partner, open_page
):
    with bad_host(free_port()) as host:
        for lang in DAYS:
            with urllib.request.urlopen(f"{site.url}/published/v1/directory.{lang}.json") as answer:  # noqa: S310
                host.put("old", f"directory.{lang}.json", json.load(answer) | {"as_of": DAY})
        html = "".join(
            f'<defenders-directory lang="{lang}" src="{host.folder("old")}"><a href="#">Here</a></defenders-directory>'
            for lang in DAYS
        )
        visit = open_page(partner("languages.html", PAGE.format(html=html, site=site.url)), height=16_000)
        page = visit.page
        for lang, days in DAYS.items():
            directory = page.locator(f"defenders-directory[lang={lang}]")
            directory.locator("[part=card]").nth(19).wait_for()
            directory.locator("[part=card] button[aria-expanded]").first.click()
            directory.locator("[part=record]").first.wait_for()
            stale = directory.locator(".stale").inner_text()
            assert any(day in stale for day in days.split("|")), stale
            container = directory.locator(".defenders")
            assert container.get_attribute("lang") == lang
            assert container.get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")
        page.wait_for_load_state("networkidle")  # what comes later has come
        outcome = page.evaluate(LANGUAGES)
        assert outcome["looked"] > 800
        assert outcome["found"] == []
        assert visit.errors == []


@pytest.fixture
def fits(open_page):
    """Return a function that stretches every text of a page and says what does not fit, on a phone and on a desk."""

    def misfits(page):
        page.wait_for_load_state("networkidle")  # what comes later has come
        page.evaluate(LAY_OUT)
        found = []
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(STRETCH) > 50
            found += [f"at {width}: {one}" for one in page.evaluate(MISFITS)]
        return found

    return misfits


@pytest.mark.parametrize("lang", ["es", "ar"])
def test_words_forty_percent_longer_fit_the_widgets(site, partner, open_page, fits, lang):
    html = "".join(
        f'<defenders-{kind} lang="{lang}" country="CO,GT" page="temporary-protection" exit="on"></defenders-{kind}>'
        for kind in ("directory", "guidance", "map")
    )
    visit = open_page(
        partner("longer.html", PAGE.format(html=html, site=site.url)), height=20_000, reduced_motion="reduce"
    )
    page = visit.page
    directory, the_map = page.locator("body > defenders-directory"), page.locator("body > defenders-map")
    directory.locator("[part=card]").nth(10).wait_for()
    the_map.locator("[part=card]").nth(10).wait_for()
    page.locator("defenders-guidance [part=guidance]").wait_for()
    directory.locator("[part=card] button[aria-expanded]").first.click()
    directory.locator("[part=record] :is(a, p)").first.wait_for()
    the_map.locator("[part=callout] footer").wait_for()
    assert fits(page) == []
    the_map.locator("[part=view]").nth(1).click()
    the_map.locator(".legend p").wait_for()
    directory.locator(".more-filters").click()
    directory.locator("button.finder").click()
    directory.locator(".finder-panel").first.wait_for()
    assert fits(page) == []
    assert visit.errors == []


@pytest.mark.parametrize(
    "path",
    [
        "directory/?lang=es&country=CO&urgent=true",
        "map/?lang=ar&service=legal",
        "guidance/temporary-protection/?lang=es&exit=on",
        "",
    ],
)
def test_words_forty_percent_longer_fit_the_embed_pages(site, open_page, fits, path):
    address = f"{site.url}/embed/v1/{path}" if path else f"{site.url}/embed/?ui=es"
    page = open_page(address, java_script_enabled=False).page
    page.locator("main h1").wait_for()
    assert fits(page) == []
