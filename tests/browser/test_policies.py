"""Every public page runs under its strict policy: nothing on it is refused, and nobody outside is asked."""

import http.server
import re
import threading

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


class _Isolating(http.server.BaseHTTPRequestHandler):
    """A partner's page that isolates itself, with the frame that its address names."""

    def do_GET(self):
        frame = f'<!doctype html><title>Partner</title><iframe src="{self.path[1:]}" title="Map"></iframe>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Cross-Origin-Embedder-Policy", "require-corp")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.end_headers()
        self.wfile.write(frame.encode())

    def log_message(self, *args):
        """Say nothing."""


def test_an_embed_page_stands_in_the_frame_of_a_page_that_isolates_itself(site, open_page):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Isolating)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"{site.url}/embed/v1/map/?lang=es"
    visit = open_page(f"http://127.0.0.1:{server.server_port}/{address}")
    assert visit.page.evaluate("crossOriginIsolated")
    assert [frame.url for frame in visit.page.frames[1:]] == [address]
    visit.page.frame_locator("iframe").locator("main").wait_for(state="attached")
    server.shutdown()


def test_no_other_page_stands_in_a_frame(site, partner, open_page):
    frames = [f"{site.url}{path}" for path in ("/embed/v1/map/?lang=es", "/es/", "/accounts/login/")]
    html = "".join(f'<iframe src="{address}" title="Page"></iframe>' for address in frames)
    visit = open_page(partner("thief.html", f"<!doctype html><title>Thief</title>{html}"))
    refused = "chrome-error://chromewebdata/"
    for frame in visit.page.frames[1:]:
        frame.wait_for_url(re.compile(r"^(?:http|chrome-error)"))
    assert [frame.url for frame in visit.page.frames[1:]] == [frames[0], refused, refused]
