"""Embed pages in other people's pages: WordPress, anybody's frame, and the builder that gives the code for both."""

import json
import urllib.request
from urllib.parse import urlencode

import pytest

from tests.browser.axe import violations

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
    page.frames[1].locator(".urgent-help a[href*='/organisations/']").first.click()
    page.wait_for_function("got.some((one) => one.message === 'link')")
    asked = page.evaluate("got.find((one) => one.message === 'link')")
    assert asked["secret"] == "Ab3"
    assert "/embed/v1/organisations/" in asked["value"]
    # This blog does nothing with it: the frame goes on by itself, and is heard again.
    page.wait_for_function("document.querySelector('iframe').contentWindow.length === 0")
    page.frames[1].wait_for_url("**/organisations/**")
    assert not visit.errors


def test_the_builder_follows_what_is_chosen_and_copies_the_code(site, open_page):
    visit = open_page(f"{site.url}/embed/?ui=es", permissions=["clipboard-read", "clipboard-write"])
    page = visit.page
    page.get_by_label("Directorio", exact=False).first.check()
    page.locator("#f-lang").select_option("eu")
    page.locator('iframe[src*="/embed/v1/directory/?lang=eu"]').wait_for()
    assert '<defenders-directory lang="eu">' in page.locator("#code-element").input_value()
    page.locator("button.copy").first.click()
    page.locator("[role=status]").filter(has_text=".").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#code-element").input_value()
    assert "kind=directory" in page.url
    assert visit.leaves_no_trace()
    assert not visit.errors
    assert visit.hosts() == {site.url}


@pytest.mark.parametrize(
    "path",
    [
        "/embed/?ui=ar",
        "/embed/v1/guidance/temporary-protection/?lang=eu",
        "/embed/v1/finder/?lang=es&country=CO",
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(site, open_page, path, scheme):
    page = open_page(site.url + path, width=360, color_scheme=scheme).page
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
