"""Every public page runs under its strict policy: nothing on it is refused, and nobody outside is asked."""

import re

import pytest

from tests.browser.error_pages import show_error_page
from tests.browser.policies import refusals_of

# What a visitor uses there: she types into the first field of words, and presses what can be pressed.
USED = [
    "/es/quien-acompana/",
    "/es/proteccion-temporal/",
    "/ar/",
    "/embed/v1/map/?lang=es&exit=on",
    "/embed/v1/directory/?lang=ar&exit=on",
    "/embed/v1/directory/?lang=es&sheet=1",
    "/embed/v1/finder/?lang=eu",
    "/embed/?ui=es",
    "/api/v2/docs/",
]
READ = [
    "/",
    "/es/formacion/",
    "/eu/aldi-baterako-babesa/",
    "/es/proteccion-permanente/",
    "/es/necesidades-de-proteccion/",
    "/privacy/fr/",
    "/embed/v1/map/?lang=ar&theme=dark&accent=7a2e1d",
    "/embed/v1/directory/?lang=fr",
    "/embed/v1/guidance/protection-needs/?lang=en",
    "/embed/v1/organisations/nothing/?lang=es",
    "/embed/v1/preview/?token=x",
    "/embed/nothing/",
    "/embed/?ui=ar&lang=ar&kind=guidance",
    "/preview/?token=x",
    "/demo/",
    "/accounts/login/",
    "/accounts/password/reset/",
]
BUTTONS = "button:visible, summary:visible"
MOST_CLICKS = 8


@pytest.fixture(scope="module")
def visitor(chromium):
    """One visitor of many pages: (page, what it was refused, addresses it asked for)."""
    context = chromium.new_context(locale="es-ES", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    refused, asked = refusals_of(context), []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.on("pageerror", lambda error: refused.append(str(error)))
    yield page, refused, asked
    context.close()


def use(page):
    """Type and press."""
    page.wait_for_load_state("networkidle")
    words = page.locator("input[type=search]:visible").first
    if words.count():
        words.fill("de")
    for button in page.locator(BUTTONS).all()[:MOST_CLICKS]:
        if button.is_visible():
            button.dispatch_event("click")
    # What was pressed may load a module first.
    page.wait_for_load_state("networkidle")
    for opened in page.context.pages[1:]:
        opened.close()


@pytest.mark.parametrize("address", [*USED, *READ])
def test_nothing_on_a_public_page_is_refused_and_nobody_outside_is_asked(site, visitor, address):
    page, refused, asked = visitor
    refused.clear()
    asked.clear()
    answer = page.goto(site.url + address)
    assert "unsafe" not in answer.headers["content-security-policy"]
    if address in USED:
        use(page)
    assert refused == []
    assert {re.match(r"\w+://[^/]*", one)[0] for one in asked if not one.startswith("about:")} == {site.url}


@pytest.mark.parametrize("status", [404, 500, 503])
def test_nothing_on_an_error_page_is_refused(open_page, status):
    visit = open_page()
    refused = refusals_of(visit.context)
    show_error_page(visit, status, "ar")
    assert visit.page.locator("h1").is_visible()
    assert refused == []


def test_the_listener_hears_what_is_refused(site, visitor):
    page, refused, _asked = visitor
    page.goto(f"{site.url}/es/")
    refused.clear()
    page.evaluate("""() => {
        document.body.setAttribute('style', 'color: red');
        try { document.body.innerHTML = '<b></b>'; } catch { /* refused */ }
    }""")
    page.wait_for_load_state("networkidle")
    assert [one.split(": ")[1] for one in refused] == ["style-src-attr", "require-trusted-types-for"]


def test_an_embed_page_stands_in_the_frame_of_a_page_that_isolates_itself(site, open_page):
    visit = open_page()
    frame = f'<!doctype html><title>Partner</title><iframe src="{site.url}/embed/v1/map/?lang=es" title="Map"></iframe>'
    isolating = {"Cross-Origin-Embedder-Policy": "require-corp", "Cross-Origin-Opener-Policy": "same-origin"}
    visit.context.route(
        "https://partner.example/",
        lambda route: route.fulfill(body=frame, content_type="text/html", headers=isolating),
    )
    visit.page.goto("https://partner.example/")
    assert visit.page.evaluate("crossOriginIsolated")
    visit.page.frame_locator("iframe").locator("main").wait_for(state="attached")


def test_no_other_page_stands_in_a_frame(site, open_page):
    visit = open_page()
    frame = f'<!doctype html><title>Thief</title><iframe src="{site.url}/es/" title="Page"></iframe>'
    visit.context.route(
        "https://thief.example/", lambda route: route.fulfill(body=frame, content_type="text/html")
    )
    visit.page.goto("https://thief.example/")
    assert [frame.url for frame in visit.page.frames[1:]] == ["chrome-error://chromewebdata/"]
