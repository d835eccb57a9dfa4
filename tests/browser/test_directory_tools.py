"""What visitors do with the list: order, the address, a list of their own; on our pages and in a partner's."""

import re

import pytest

from tests.browser.axe import violations

EMBED = "/embed/v1/directory/?lang=es"
FOUND = re.compile(r"^[\d.]+ organizaci")
EXAMPLE = "red-ejemplo-de-acompanamiento"


def shown(directory):
    """Return how many organisations the list says it has."""
    return directory.locator("[part=count]").inner_text()


def address_becomes(page, pattern):
    page.wait_for_function("pattern => new RegExp(pattern).test(location.href)", arg=pattern)


def test_the_address_of_our_page_follows_what_is_chosen_and_gives_it_back(open_page, site):
    visit = open_page(f"{site.url}{EMBED}&theme=dark")
    page = visit.page
    directory = page.locator("[part=directory]")
    directory.locator("[part=card]").first.wait_for()
    before = page.evaluate("history.length")
    directory.get_by_label("País donde se necesita ayuda").select_option("CO")
    directory.get_by_label("Orden").select_option("-verified_on")
    directory.get_by_role("searchbox").fill("red")
    address_becomes(page, r"\?lang=es&theme=dark&country=CO&search=red&order=-verified_on$")
    record = directory.locator("[part=card] h3 button").first
    name = record.inner_text()
    record.click()
    address_becomes(page, r"&open=[a-z0-9-]+$")
    count = shown(directory)
    assert page.evaluate("history.length") == before

    page.goto(f"{site.url}/embed/v1/map/?lang=es")
    page.go_back()
    directory.locator("[part=card] [part=record]:not([hidden])").first.wait_for()
    assert shown(directory) == count
    assert directory.get_by_label("Orden").input_value() == "-verified_on"
    assert directory.locator(".card-opened h3").inner_text() == name

    with page.expect_navigation():
        page.locator(".languages a[lang=eu]").click()
    assert re.search(r"\?lang=eu&theme=dark&country=CO&search=red&order=-verified_on&open=", page.url)
    assert visit.errors == []


def test_a_partners_address_is_written_only_where_the_partner_asks_for_it(open_page, partner, site):
    element = '<defenders-directory lang="es"{0}><a href="#">F</a></defenders-directory>'
    script = f'<script type="module" src="{site.url}/widgets/v1/defenders-directory.js"></script>'
    page_html = '<!doctype html><html lang="es"><title>x</title><body>{0}</body></html>'
    silent = partner("silent.html", page_html.format(element.format("") + script))
    telling = partner(
        "telling.html", page_html.format(element.format(' state="fragment" country="CO"') + script)
    )
    visit = open_page(f"{silent}?tab=1#tab=2")
    page = visit.page
    directory = page.locator("[part=directory]")
    directory.get_by_text(FOUND).first.wait_for()
    directory.get_by_role("searchbox").fill("red")
    page.wait_for_timeout(700)
    assert page.url == f"{silent}?tab=1#tab=2"

    page.goto(f"{telling}?tab=1#tab=2")
    directory.get_by_text(FOUND).first.wait_for()
    page.wait_for_timeout(500)
    assert page.url == f"{telling}?tab=1#tab=2"
    directory.get_by_role("searchbox").fill("red")
    address_becomes(page, "#tab=2&defenders=country:CO;search:red$")
    directory.get_by_role("button", name="Quitar: Colombia").click()
    address_becomes(page, "#tab=2&defenders=search:red$")
    count = shown(directory)
    shared = page.url

    visit = open_page(shared)
    directory = visit.page.locator("[part=directory]")
    directory.get_by_text(FOUND).first.wait_for()
    assert shown(directory) == count
    assert directory.get_by_role("searchbox").input_value() == "red"
    visit.page.evaluate("location.hash = 'defenders=urgent:true;open:" + EXAMPLE + "'")
    directory.get_by_role("button", name="Quitar: Responden a cualquier hora").wait_for()
    visit.page.evaluate("location.hash = 'section'")
    directory.get_by_role("button", name="Quitar: Colombia").wait_for()
    visit.page.wait_for_timeout(500)
    assert visit.page.url.endswith("#section")
    assert visit.leaves_no_trace()
    assert visit.errors == []


@pytest.mark.parametrize(
    "fragment", ["defenders=%", "defenders=role:pilot;country:%zz;order:x", "defenders=::;;::", "defenders"]
)
def test_a_fragment_that_makes_no_sense_shows_everything(open_page, partner, site, fragment):
    script = f'<script type="module" src="{site.url}/widgets/v1/defenders-directory.js"></script>'
    html = '<!doctype html><html lang="es"><title>x</title><defenders-directory state="fragment"></defenders-directory>'
    visit = open_page(f"{partner('odd.html', html + script)}#{fragment}")
    visit.page.locator("[part=directory]").get_by_text("175 organizaciones", exact=True).first.wait_for()
    assert visit.errors == []


def test_urgent_help_stands_first_and_leads_to_its_record(open_page, site):
    visit = open_page(f"{site.url}{EMBED}", width=360, height=740)
    directory = visit.page.locator("[part=directory]")
    urgent = directory.locator("[part=urgent]")
    urgent.get_by_text("+12025550142").wait_for()
    assert visit.page.get_by_role("heading", name="Ayuda urgente").count() == 1
    top = urgent.bounding_box()["y"]
    assert top < directory.locator("[part=filters]").bounding_box()["y"]
    urgent.get_by_role("button", name="Red Ejemplo").click()
    directory.locator("[part=card].card-opened").get_by_text("+12025550143").first.wait_for()
    directory.get_by_role("searchbox").fill("acoguate")
    urgent.get_by_text("cumple los filtros").wait_for()
    urgent.get_by_role("button").last.click()
    directory.get_by_text("1 organización", exact=True).wait_for()
    assert urgent.is_hidden()
    assert visit.errors == []


def test_a_list_of_ones_own_is_seen_and_printed_under_a_neutral_title(open_page, site):
    visit = open_page()
    page = visit.page
    # Printing would wait for somebody to answer the dialog.
    visit.context.add_init_script(
        "window.print = () => { document.documentElement.dataset.printed = 'yes'; }"
    )
    page.goto(f"{site.url}{EMBED}")
    directory = page.locator("[part=directory]")
    directory.get_by_role("searchbox").fill("ejemplo")
    directory.get_by_text(re.compile(r"^\d organizaci")).first.wait_for()
    card = directory.locator("[part=card]", has_text="Red Ejemplo")
    card.get_by_role("button", name="Añadir a mi lista").focus()
    page.keyboard.press("Enter")
    assert card.get_by_role("button", name="En mi lista").get_attribute("aria-pressed") == "true"
    directory.get_by_role("searchbox").fill("acoguate")
    other = directory.locator(
        "[part=card]", has=directory.page.get_by_role("button", name=re.compile("^ACOGUATE"))
    )
    other.get_by_role("button", name="Añadir a mi lista").click()
    directory.locator("[part=shortlist]").get_by_role("button", name="Ver e imprimir").click()
    dialog = directory.get_by_role("dialog")
    assert dialog.locator("article").count() == 2
    assert dialog.get_by_text("+12025550143").is_visible()
    assert page.evaluate("document.activeElement.shadowRoot.activeElement.localName") == "h2"
    assert violations(page) == []

    with visit.context.expect_page() as opened:
        dialog.get_by_role("button", name="Imprimir").click()
    paper = opened.value
    paper.wait_for_selector("[data-printed]")
    text = paper.inner_text("body")
    assert paper.title() == "Lista de contactos"
    assert paper.url == "about:blank"
    assert "+12025550143" in text
    assert "ACOGUATE" in text
    assert not re.search("defensor|derechos humanos|organizaciones", text.split("ACOGUATE")[0])
    assert paper.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["es", "ltr"]
    assert paper.locator("button:visible").count() == 0
    paper.close()

    dialog.get_by_role("button", name=re.compile("Quitar: Red Ejemplo")).click()
    assert dialog.locator("article").count() == 1
    dialog.get_by_role("button", name="Vaciar la lista").click()
    assert dialog.is_hidden()
    assert directory.locator("[part=shortlist]").is_hidden()
    assert visit.leaves_no_trace()
    assert visit.hosts() == {site.url}
    assert visit.errors == []


def test_names_of_countries_are_found_in_the_language_of_the_page(open_page, site):
    visit = open_page(f"{site.url}/embed/v1/directory/?lang=ar")
    directory = visit.page.locator("[part=directory]")
    directory.locator("[part=card]").first.wait_for()
    directory.get_by_role("searchbox").fill("غواتيمالا")
    plain = open_page(f"{site.url}/embed/v1/directory/?lang=ar&search=غواتيمالا", java_script_enabled=False)
    found = plain.page.locator("#results").inner_text()
    assert 0 < int(re.search(r"\d+", found)[0]) < 175
    directory.get_by_text(found, exact=True).wait_for()
