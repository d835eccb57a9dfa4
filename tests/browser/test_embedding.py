"""Embed pages in other people's pages: WordPress, anybody's frame, and the builder that gives the code for both."""

import json
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.browser.axe import violations

ROOT = Path(__file__).parents[2]
PINNED = """<defenders-{name}><a href="{site}/">Kept</a></defenders-{name}>
<script type="module" crossorigin src="{site}/widgets/v1/{file}" integrity="{integrity}"></script>"""
LEAVING = """<!doctype html><html lang="es"><meta charset="utf-8"><title>Partner</title><input aria-label="Name">
{embed}"""
HALF_WRITTEN = "<script>addEventListener('beforeunload', (event) => event.preventDefault());</script>"

# What WordPress makes of an oEmbed answer: a sandbox, a secret, and a script that listens.
WORDPRESS = """<!doctype html><html lang="es"><meta charset="utf-8"><title>Blog</title><main>
<h1>Blog</h1>{html}</main>
<script>
window.got = [];
addEventListener('message', ({{data, source}}) => {{
  got.push(data);
  const frame = document.querySelector('iframe');
  if (source !== frame.contentWindow) return;
  if (data.message === 'height' && data.secret === 'Ab3') frame.height = Math.min(1000, Math.max(200, data.value));
}});
</script>"""


@pytest.fixture
def blog(site, partner):
    """Return a function that gives a page of a blog whose author pasted an address of ours."""

    def paste(path):
        query = urlencode({"url": site.url + path, "format": "json", "maxwidth": 600, "dnt": 1})
        with urllib.request.urlopen(f"{site.url}/oembed/?{query}") as answer:  # noqa: S310
            html = json.load(answer)["html"]
        html = html.replace("<iframe ", '<iframe sandbox="allow-scripts" security="restricted" ')
        # The fragment is all that WordPress adds to the address.
        html = html.replace('" width="100%"', '#?secret=Ab3" width="100%"')
        return partner("blog.html", WORDPRESS.format(html=html))

    return paste


def test_a_pasted_address_grows_with_its_content_and_its_links_go_on(blog, open_page):
    visit = open_page(blog("/embed/v1/directory/?lang=es&country=CO"))
    page = visit.page
    page.wait_for_function("got.some((one) => one.message === 'height' && one.value > 300)")
    assert page.evaluate("+document.querySelector('iframe').height") >= 300
    assert page.evaluate("got.some((one) => one.defenders === 'height')")
    page.frames[1].locator(".languages a[lang=eu]").click()
    page.wait_for_function("got.some((one) => one.message === 'link')")
    asked = page.evaluate("got.find((one) => one.message === 'link')")
    assert asked["secret"] == "Ab3"
    assert asked["value"].endswith("/embed/v1/directory/?lang=eu&country=CO")
    # This blog does nothing with it: the frame goes on by itself, and is heard again.
    page.wait_for_function("document.querySelector('iframe').contentWindow.length === 0")
    page.frames[1].wait_for_url("**lang=eu**")
    assert not visit.errors


def clipboard_of(visit, site):
    """Return what a visitor would paste; the builder itself may not read it."""
    page = visit.context.new_page()
    page.goto(f"{site.url}/livez")
    return page.evaluate("navigator.clipboard.readText()")


def test_the_builder_follows_what_is_chosen_and_copies_the_code(site, open_page):
    visit = open_page(f"{site.url}/embed/?ui=es", permissions=["clipboard-read", "clipboard-write"])
    page = visit.page
    page.locator("#kind-guidance").check()
    page.locator("#f-section").select_option("training")
    page.locator('iframe[src*="/embed/v1/guidance/training/?lang=es"]').wait_for()
    assert not page.locator("#f-country").is_visible()
    page.locator("#kind-directory").check()
    page.locator("#f-lang").select_option("eu")
    page.locator('iframe[src*="/embed/v1/directory/?lang=eu"]').wait_for()
    assert '<defenders-directory lang="eu">' in page.locator("#code-element").input_value()
    page.locator("button.copy").first.click()
    page.locator("[role=status]").filter(has_text=".").wait_for(state="attached")
    assert clipboard_of(visit, site) == page.locator("#code-element").input_value()
    assert "kind=directory" in page.url
    assert visit.leaves_no_trace()
    assert not visit.errors
    assert visit.hosts() == {site.url}


@pytest.mark.parametrize(
    "path",
    [
        "/embed/?ui=ar",
        "/embed/v1/guidance/temporary-protection/?lang=eu&exit=on",
        "/embed/v1/finder/?lang=es&country=CO",
        "/privacy/ar/",
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site, open_page, path, scheme):
    page = open_page(site.url + path, width=360, color_scheme=scheme).page
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def pinned_sets():
    """Yield {element: (file, integrity)} of what is built and of every release that is still kept."""
    built = json.loads((ROOT / "widgets/static/widgets/v1/manifest.json").read_bytes())
    yield {name: (one["file"], one["integrity"]) for name, one in built.items()}
    for release in json.loads((ROOT / "widgets/data/released.json").read_bytes()):
        yield {name: (file, release["files"][file]) for name, file in release["modules"].items()}


def test_every_pinned_module_that_is_kept_shows_what_is_published_today(site, partner, open_page):
    for modules in pinned_sets():
        names = [name for name in ("map", "directory", "guidance") if name in modules]
        html = "".join(
            PINNED.format(name=name, site=site.url, file=modules[name][0], integrity=modules[name][1])
            for name in names
        )
        visit = open_page(
            partner("pinned.html", f'<!doctype html><html lang="es"><title>Partner</title>{html}')
        )
        for name in names:
            element = visit.page.locator(f"defenders-{name}").first
            element.scroll_into_view_if_needed()
            element.locator("[part=stage]").first.wait_for()
        assert not visit.errors
        loaded = {url.rsplit("/", 1)[1] for url in visit.requests if "/widgets/v1/" in url}
        assert {modules[name][0] for name in names} <= loaded


@pytest.fixture
def wikipedia(open_page):
    """Return a function that opens an address where Wikipedia answers too; `asked` notes what it is told."""

    def visit(address):
        visit = open_page()
        visit.asked = []

        def answer(route):
            visit.asked.append((route.request.url, route.request.headers.get("referer")))
            route.fulfill(body="<title>Wikipedia</title>", content_type="text/html")

        visit.context.route("https://*.wikipedia.org/**", answer)
        visit.page.on("dialog", lambda dialog: pytest.fail("somebody was asked whether to stay"))
        visit.page.goto("about:blank")
        visit.page.goto(address)
        return visit

    return visit


@pytest.mark.parametrize(("place", "how"), [("element", "keys"), ("frame", "button"), ("frame", "keys")])
def test_leaving_quickly_takes_the_whole_page_away_and_tells_nobody(site, partner, wikipedia, place, how):
    address = f"{site.url}/embed/v1/directory/?lang=eu&exit=on"
    embed = {
        "element": f'''{HALF_WRITTEN}<defenders-directory lang="eu" exit="on"></defenders-directory>
            <script type="module" src="{site.url}/widgets/v1/defenders-directory.js"></script>''',
        "frame": f'<iframe title="x" width="900" height="600" src="{address}"></iframe>',
    }[place]
    visit = wikipedia(partner("leaving.html", LEAVING.format(embed=embed)))
    page = visit.page
    frame = page.frames[1] if place == "frame" else page
    way_out = frame.get_by_text("Irten azkar orri honetatik").first
    way_out.wait_for()
    if place == "frame":
        frame.locator("[role=status]").first.wait_for(state="attached")
    page.get_by_label("Name").press_sequentially("ABCdEF")  # capitals mean nothing
    if how == "button":
        way_out.click(no_wait_after=True)
    else:
        (frame.locator("h1") if place == "frame" else page.get_by_label("Name")).click()
        for _time in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url("https://eu.wikipedia.org/")
    assert visit.asked == [("https://eu.wikipedia.org/", None)]
    page.go_back()
    assert page.url == "about:blank"


def test_a_frame_that_may_not_close_the_page_is_empty_and_says_so(blog, wikipedia):
    visit = wikipedia(blog("/embed/v1/map/?lang=es&exit=on"))
    frame = visit.page.frames[1]
    frame.locator("[role=status]").first.wait_for(state="attached")
    frame.get_by_role("link", name="Salir rápido").click()
    frame.get_by_role("alert").wait_for()
    assert frame.evaluate("document.body.children.length") == 1
    assert frame.title() == "es.wikipedia.org"
    assert not visit.asked
