"""The editor runs under its locked policy: no screen is refused anything it needs, and none asks another host."""

import io
import re
from types import SimpleNamespace

import pytest
from PIL import Image

from tests.browser.login import log_in
from tests.browser.policies import refusals_of

SNIPPETS = "/admin/snippets/defenders/"
# What the menu leads to, and screens behind it.
MENU = "#wagtail-sidebar a[href^='/admin/'], .sidebar a[href^='/admin/']"
MORE = [
    f"{SNIPPETS}organisation/add/",
    "/admin/images/add/",
    "/admin/images/multiple/add/",
    "/admin/documents/multiple/add/",
    "/admin/workflows/list/",
    "/admin/users/",
    "/admin/groups/",
    "/accounts/2fa/",
    "/accounts/2fa/app/",
    "/accounts/password/change/",
]


@pytest.fixture(scope="module")
def editor(site, chromium):
    """An editor's browser: `page`, `refused` by policies, `asked` for (addresses)."""
    context = chromium.new_context(locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    refused, asked = refusals_of(context), []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    log_in(page, site)
    yield SimpleNamespace(page=page, refused=refused, asked=asked)
    context.close()


@pytest.fixture
def walk(editor, site):
    """The editor's page; what was refused, and whom it asked, is looked at in the end."""
    editor.refused.clear()
    editor.asked.clear()
    yield editor.page
    editor.page.wait_for_load_state("networkidle")
    assert editor.refused == []
    hosts = {re.match(r"\w+://[^/]*", one)[0] for one in editor.asked if one.startswith("http")}
    assert hosts == {site.url}


def test_every_screen_of_the_menu(walk, site):
    walk.goto(f"{site.url}/admin/")
    walk.locator(MENU).first.wait_for(state="attached")
    addresses = walk.locator(MENU).evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    screens = sorted({address.partition("?")[0] for address in addresses if "logout" not in address})
    assert len(screens) > 8
    for address in [*screens, *MORE]:
        answer = walk.goto(site.url + address, wait_until="load")
        assert answer.ok, address
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_form_of_an_organisation_with_its_map_its_cities_and_its_preview(walk, site):
    walk.goto(f"{site.url}{SNIPPETS}organisation/?q=Red Ejemplo")
    walk.get_by_role("link", name="Red Ejemplo").first.click()
    walk.locator("input[name=name]").wait_for()
    walk.locator("[data-side-panel-toggle=preview]").first.evaluate("button => button.click()")
    shown = walk.frame_locator("#w-preview-iframe")
    shown.locator("h1").first.wait_for()
    walk.locator("[data-side-panel-toggle=preview]").first.evaluate("button => button.click()")
    walk.goto(f"{site.url}{SNIPPETS}organisation/add/")
    walk.locator(".w-tabs__list [role=tab]").nth(2).click()
    places = walk.locator("#inline_child_places-0")
    places.locator("input[value=exact]").check()
    places.locator("input[name=places-0-city_id-name]").press_sequentially("bilb", delay=30)
    places.locator("[role=option]").first.wait_for()
    walk.keyboard.press("ArrowDown")
    walk.keyboard.press("Enter")
    places.locator(".leaflet-container path").first.wait_for(state="attached")
    places.locator(".leaflet-field").click(position={"x": 200, "y": 150})
    places.locator(".defenders-office__marker").wait_for()


def test_the_editor_of_a_page_with_its_preview(walk, site):
    walk.goto(f"{site.url}/admin/pages/")
    walk.goto(f"{site.url}/admin/pages/{first_page(walk, site)}/edit/")
    walk.locator("#id_title").wait_for()
    walk.locator("[data-contentpath=body] button[title]").first.evaluate("button => button.click()")
    walk.locator("[data-side-panel-toggle=preview]").first.evaluate("button => button.click()")
    walk.frame_locator("#w-preview-iframe").locator("main h1").wait_for()


def first_page(page, site):
    """Return the number of the Spanish home page."""
    found = page.request.get(f"{site.url}/api/v2/pages/?lang=es&limit=1").json()
    return found["items"][0]["id"]


def test_a_sentence_of_a_translation(walk, site):
    walk.goto(f"{site.url}{SNIPPETS}organisationtext/?locale=eu")
    walk.locator("td.title a, .title-wrapper a").first.click()
    sentence = walk.locator(".js-translation-editor li").first
    sentence.wait_for()
    sentence.get_by_role("button", name="Edit").click()
    sentence.locator("textarea").wait_for()


def test_a_picture_is_brought_in_and_shown_before(walk, site):
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(picture, "PNG")
    walk.goto(f"{site.url}/admin/images/multiple/add/")
    walk.locator("input[type=file]").set_input_files(
        {"name": "picture.png", "mimeType": "image/png", "buffer": picture.getvalue()}
    )
    walk.locator("#upload-list img, #upload-list .upload-complete").first.wait_for(state="attached")
    walk.locator("#upload-list form").first.wait_for(state="attached")


def test_an_inserted_script_of_another_host_is_refused(editor, site):
    editor.page.goto(f"{site.url}/admin/")
    editor.refused.clear()
    editor.page.evaluate(
        """() => {
        document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.org/a.png' }));
        document.body.append(Object.assign(document.createElement('script'), { src: 'https://example.org/a.js' }));
    }"""
    )
    editor.page.wait_for_load_state("networkidle")
    assert sorted(one.split(": ")[1] for one in editor.refused) == ["img-src", "script-src-elem"]
