"""Map and directory on a partner's page, which comes from another origin."""

import re

import pytest

from tests.browser.axe import violations
from widgets.views.demo import demo_content

SUMMARIES = {"es": "175 organizaciones", "eu": "175 erakunde", "ar": "175 منظمة"}


@pytest.fixture
def partner_page(partner, site):
    """Return a function that serves the demo page in a language and gives its address."""
    partner("partner.css", demo_content("partner.css", site.url))

    def serve(language):
        name = f"partner.{language}.html"
        return partner(name, demo_content(name, site.url))

    return serve


@pytest.fixture
def pasted(partner, site):
    """Return a function that serves a bare page with some pasted HTML, `HOST` standing for the site."""

    def serve(html, name="pasted.html", head=""):
        page = f'<!doctype html><html lang="es"><head><meta charset="utf-8"><title>x</title>{head}</head><body>{html}'
        return partner(name, page.replace("HOST", site.url) + "</body></html>")

    return serve


WIDGET = '<defenders-{0} lang="{1}"><a href="HOST/embed/v1/{0}/">Fallback</a></defenders-{0}>'
SCRIPT = '<script type="module" src="HOST/widgets/v1/defenders.js"></script>'


def scroll_to(visit, name):
    """Bring a widget near the screen, where it starts, and wait until it shows itself.

    What stands above it may grow meanwhile and push it away: scroll until it is there.
    """
    widget = visit.page.locator(f"defenders-{name}")
    visit.page.wait_for_function(
        """name => {
            const widget = document.querySelector(`defenders-${name}`);
            if (widget.shadowRoot?.querySelector('.stage:not([hidden])')) return true;
            widget.scrollIntoView({ block: 'nearest' });
            return false;
        }""",
        arg=name,
    )
    widget.scroll_into_view_if_needed()
    return widget


@pytest.mark.parametrize("language", ["es", "eu", "ar"])
def test_the_partner_page_shows_both_widgets_with_everything_public(partner_page, open_page, site, language):
    visit = open_page(partner_page(language))
    directory = scroll_to(visit, "directory")
    directory.get_by_text(SUMMARIES[language], exact=True).first.wait_for()
    the_map = scroll_to(visit, "map")
    the_map.get_by_text(SUMMARIES[language], exact=True).first.wait_for()
    assert the_map.locator("canvas").count() >= 1
    container = directory.locator(".defenders")
    assert container.get_attribute("lang") == language
    assert container.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert visit.errors == []


def test_only_one_host_is_asked_and_nothing_is_left_behind(pasted, open_page, site):
    visit = open_page(pasted(WIDGET.format("map", "es") + WIDGET.format("directory", "es") + SCRIPT))
    scroll_to(visit, "map")
    scroll_to(visit, "directory")
    partner_host = "/".join(visit.page.url.split("/")[:3])
    assert visit.hosts() == {partner_host, site.url}
    assert visit.leaves_no_trace()


def test_the_first_marker_needs_two_requests(pasted, open_page, site):
    visit = open_page()
    visit.page.route("**/published/v1/directory.*", lambda route: route.abort())
    visit.page.goto(pasted(WIDGET.format("map", "es") + SCRIPT))
    visit.page.locator("defenders-map canvas").first.wait_for()
    asked = [url.removeprefix(site.url) for url in visit.requests if url.startswith(site.url)]
    first = asked[: asked.index("/published/v1/overview.json") + 1]
    assert first == [
        "/widgets/v1/defenders.js",
        "/published/v1/overview.json",
    ]


def test_search_and_filters_narrow_the_list_and_send_nothing(pasted, open_page):
    visit = open_page(pasted(WIDGET.format("directory", "es") + SCRIPT))
    directory = scroll_to(visit, "directory")
    directory.get_by_text("175 organizaciones", exact=True).first.wait_for()
    before = len(visit.requests)
    directory.get_by_role("searchbox").fill("ejemplo")
    directory.get_by_text(re.compile(r"^\d organizaci")).first.wait_for()
    names = directory.locator("[part=card] h3").all_inner_texts()
    assert names
    assert all("jemplo" in name for name in names)
    assert len(visit.requests) == before


def test_a_country_finds_who_serves_it_and_the_world(pasted, open_page):
    visit = open_page(
        pasted('<defenders-directory lang="es" country="CO"><a href="#">F</a></defenders-directory>' + SCRIPT)
    )
    directory = scroll_to(visit, "directory")
    shown = directory.get_by_text(re.compile(r"^\d+ organizaciones$")).first
    shown.wait_for()
    assert 46 <= int(shown.inner_text().split()[0]) < 175


def test_the_directory_works_by_keyboard_alone(pasted, open_page):
    visit = open_page(pasted(WIDGET.format("directory", "es") + SCRIPT))
    directory = scroll_to(visit, "directory")
    page = visit.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.localName") == "defenders-directory"
    # Urgent help comes first, then the three questions.
    search = directory.get_by_role("searchbox")
    for _ in range(12):
        if search.evaluate("element => element.getRootNode().activeElement === element"):
            break
        page.keyboard.press("Tab")
    page.keyboard.type("ejemplo")
    directory.get_by_text(re.compile(r"^\d organizaci")).first.wait_for()
    disclosure = directory.locator("[part=card] button[aria-expanded]").first
    for _ in range(80):
        page.keyboard.press("Tab")
        if disclosure.evaluate("element => element.getRootNode().activeElement === element"):
            break
    else:
        pytest.fail("Tab never reaches the first record")
    page.keyboard.press("Enter")
    directory.get_by_text("+12025550142").or_(directory.get_by_text(re.compile(r"\+1 ?202"))).first.wait_for()


WAYS = [
    {"kind": "phone", "value": "+12025550143"},
    {"kind": "email", "value": "open@example.org"},
    {"kind": "email", "value": "closed@example.org", "pgp_fingerprint": "0123456789" * 4},
    {"kind": "signal", "value": "+12025550144", "urgent": True},
]


def one_record(visit, address):
    """Open a page whose directory has one organisation with all kinds of ways to reach it; return the widget."""

    def alone(route):
        answer = route.fetch()
        data = answer.json()
        plain = {"name": "Uno & otro", "website": "", "onion_url": None, "contacts": WAYS}
        only = data["organisations"][0] | plain
        route.fulfill(response=answer, json=data | {"organisations": [only], "corrections": "us@example.org"})

    visit.page.route("**/directory.es.json", alone)
    visit.page.goto(address)
    return scroll_to(visit, "directory")


def test_a_record_has_the_safest_ways_first_says_what_others_see_and_copies(pasted, open_page, site):
    visit = open_page()
    directory = one_record(
        visit, pasted(f"<main><h1>x</h1>{WIDGET.format('directory', 'es')}</main>{SCRIPT}")
    )
    shown = directory.locator("[part=card] .contact .value")
    shown.first.wait_for()
    assert shown.all_inner_texts() == ["+12025550144", "closed@example.org"]
    directory.locator(".card-open").click()
    ways = directory.locator(".contact-whole")
    ways.first.wait_for()
    assert directory.locator(".contact-whole .value").all_inner_texts() == [
        "+12025550144",
        "closed@example.org",
        "open@example.org",
        "+12025550143",
    ]
    assert ways.nth(1).locator("code").inner_text().split() == ["0123", "4567", "8901", "2345", "6789"] * 2
    assert "No escribas detalles" in ways.nth(2).inner_text()
    assert "La compañía telefónica" in ways.nth(3).inner_text()
    told = directory.get_by_role("link", name="Hay algo mal en esta ficha")
    subject = "Hay%20algo%20mal%20en%20esta%20ficha%3A%20Uno%20%26%20otro"
    assert told.get_attribute("href") == f"mailto:us@example.org?subject={subject}"
    links = directory.locator("[part=record] a")
    assert {link.get_attribute("rel") for link in links.all()} == {"noreferrer noopener"}
    ways.nth(3).get_by_role("button", name="Copiar: Teléfono").click()
    directory.get_by_role("status").filter(has_text="Teléfono: Copiado").wait_for(state="attached")
    # Without the right to the clipboard, and without copying by hand, the text stays selected.
    visit.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false; }"
    )
    ways.nth(1).get_by_role("button", name="Copiar: Huella PGP").click()
    directory.get_by_role("status").filter(has_text="Está seleccionado").wait_for(state="attached")
    selected = directory.evaluate("widget => String(widget.shadowRoot.getSelection())")
    assert selected.split()[:2] == ["0123", "4567"]
    assert violations(visit.page) == []
    assert visit.errors == []


def test_when_the_record_does_not_come_the_card_stays_and_leads_to_its_page(pasted, open_page, site):
    visit = open_page()
    visit.page.route("**/widgets/v1/record.*.js", lambda route: route.abort())
    directory = one_record(visit, pasted(WIDGET.format("directory", "es") + SCRIPT))
    toggle = directory.locator(".card-open")
    toggle.click()
    record = directory.locator("[part=record]")
    record.get_by_text("No se ha podido cargar").wait_for()
    page = record.get_by_role("link", name="Abrir su propia página").get_attribute("href")
    assert page.startswith(f"{site.url}/embed/v1/organisations/")
    assert directory.locator("[part=card]").get_by_text("Dónde trabajan").is_visible()
    visit.page.unroute("**/widgets/v1/record.*.js")
    toggle.click()
    assert not record.is_visible()
    assert visit.errors == []


def test_an_unknown_language_is_shown_in_another_and_said(pasted, open_page):
    visit = open_page(pasted(WIDGET.format("directory", "xx") + SCRIPT))
    directory = scroll_to(visit, "directory")
    directory.get_by_text(
        re.compile("Not available in this language|No disponible en este idioma")
    ).first.wait_for()


def test_without_scripts_the_link_is_there(pasted, open_page):
    visit = open_page(pasted(WIDGET.format("map", "es") + SCRIPT), java_script_enabled=False)
    assert visit.page.get_by_text("Fallback", exact=True).is_visible()


def test_removing_and_adding_a_widget_again_works(pasted, open_page):
    visit = open_page(pasted(WIDGET.format("directory", "es") + SCRIPT + SCRIPT))
    scroll_to(visit, "directory")
    visit.page.evaluate(
        """() => { const widget = document.querySelector('defenders-directory');
                   for (let i = 0; i < 20; i += 1) { widget.remove(); document.body.append(widget); } }"""
    )
    scroll_to(visit, "directory").get_by_text("175 organizaciones", exact=True).first.wait_for()
    assert visit.errors == []


def test_a_section_of_the_guidance_shows_programmes_of_today_with_open_calls_first(pasted, open_page, site):
    element = '<defenders-guidance page="temporary-protection" lang="{0}"><a href="#">Fallback</a></defenders-guidance>'
    script = SCRIPT.replace("defenders.js", "defenders-guidance.js")
    html = f"<main><h1>x</h1>{element.format('eu')}{element.format('ar')}</main>{script}"
    visit = open_page(pasted(html))
    guidance = visit.page.locator("defenders-guidance[lang=eu]")
    guidance.locator("[part=card]").first.wait_for()
    assert guidance.locator("[part=card]").first.get_attribute("class") == "card call-open"
    assert not visit.page.get_by_text("Fallback", exact=True).first.is_visible()
    nested = guidance.locator("defenders-directory")
    nested.scroll_into_view_if_needed()
    nested.locator("[part=card]").first.wait_for()
    arabic = visit.page.locator("defenders-guidance[lang=ar]")
    arabic.locator(".opening[lang=en][dir=ltr]").wait_for()
    arabic.get_by_role("note").filter(has_text="English").first.wait_for()
    assert violations(visit.page) == []
    partner_host = "/".join(visit.page.url.split("/")[:3])
    assert visit.hosts() == {partner_host, site.url}
    assert visit.errors == []


def test_a_section_that_does_not_exist_leaves_the_fallback_and_a_sentence(pasted, open_page):
    html = (
        '<defenders-guidance page="nothing" lang="en"><a href="#">Fallback</a></defenders-guidance>' + SCRIPT
    )
    visit = open_page(pasted(html))
    visit.page.locator("defenders-guidance").get_by_role("status").filter(
        has_text="guidance"
    ).first.wait_for()
    assert visit.page.get_by_text("Fallback", exact=True).is_visible()
    assert visit.errors == []
