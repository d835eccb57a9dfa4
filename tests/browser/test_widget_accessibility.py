"""The widgets are usable by everybody: axe in every state, the keyboard alone, what is read aloud, large text."""

import re
from pathlib import Path

import pytest

from tests.browser.axe import AXE
from tests.browser.bad_host import bad_host
from tests.browser.conftest import free_port
from tests.browser.reading import missing, nameless, reading_order

LOOKS = Path(__file__).parent / "looks"
FOCUSED, MISFITS, LAY_OUT = ((LOOKS / f"{name}.js").read_text() for name in ("focused", "misfits", "lay-out"))
PAGE = """<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8">
<title>Partner</title><style>body {{ margin: 0; {ground} }} body a {{ color: inherit }}</style></head><body>
<main><h1>Partner</h1>{html}<button id="after">After</button></main>
<script type="module" src="{site}/widgets/v1/defenders.js"></script></body></html>"""
WIDGET = '<defenders-{0} lang="{1}" theme="{2}" {3}><a href="#">Fallback</a></defenders-{0}>'

# Rules that axe leaves off unless they are asked for.
RULES = "{ 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } }"


@pytest.fixture
def show(site, partner, open_page):
    """Return a function that opens a page with widgets: (kind, more attributes), all in a language and a theme."""

    def opened(*widgets, lang="es", theme="light", **options):
        html = "".join(WIDGET.format(kind, lang, theme, more) for kind, more in widgets)
        ground = "background: #111; color: #eee" if theme == "dark" else ""
        page = PAGE.format(
            lang=lang, dir="rtl" if lang == "ar" else "ltr", html=html, site=site.url, ground=ground
        )
        visit = open_page(**({"reduced_motion": "reduce", "height": 1600} | options))
        visit.page.goto(partner("accessibility.html", page))
        return visit

    return opened


def found(page, *but, loading=False):
    """Return what axe finds on the page as it is now, as ["rule: element: why", …], but for some rules."""
    assert AXE.exists(), "axe-core is missing: run “npm ci”."
    if not loading:
        page.wait_for_load_state("networkidle")  # what comes later has come
    page.evaluate(LAY_OUT)
    page.evaluate("source => { window.axe ?? (0, eval)(source); }", AXE.read_text(encoding="utf-8"))
    outcome = page.evaluate(f"axe.run(document, {{ rules: {RULES}, resultTypes: ['violations'] }})")
    assert len(outcome["passes"]) > 10
    return [
        f"{one['id']}: {node['target']}: {node['failureSummary']}"
        for one in outcome["violations"]
        if one["id"] not in but
        for node in one["nodes"]
    ]


# Everything starts at once.
TALL = 20_000

STATES = [("es", "light", 1280), ("ar", "dark", 360)]


@pytest.mark.parametrize(("lang", "theme", "width"), STATES)
def test_axe_finds_nothing_in_any_state_of_the_directory(show, lang, theme, width):
    with bad_host(free_port()) as host:
        visit = show(
            ("directory", f'src="{host.folder("slow")}" height="80"'),
            ("directory", f'src="{host.folder("broken")}" id="broken"'),
            ("directory", 'exit="on" id="whole"'),
            lang=lang,
            theme=theme,
            width=width,
            height=TALL,
        )
        page, directory = visit.page, visit.page.locator("#whole")
        directory.locator("[part=card]").nth(19).wait_for(state="attached")
        page.locator("#broken .notice").wait_for()
        page.locator("defenders-directory [aria-busy=true]").wait_for()
        assert found(page, loading=True) == [], "loading, failed, loaded"
    page.evaluate(
        "for (const one of document.querySelectorAll('defenders-directory:not(#whole)')) one.remove()"
    )
    directory.locator(".exit-about summary").click()
    if width < 500:
        directory.locator(".more-filters").click()
    directory.locator("[part=filters] input[type=checkbox]").first.check(force=True)
    directory.locator(".chip-on").first.wait_for()
    directory.locator("[part=results] [part=card] button[aria-expanded]").first.click()
    directory.locator("[part=results] [part=record] :is(a, p)").first.wait_for()
    assert found(page) == [], "filters and a record open, the exit explained"
    directory.locator("button.finder").click()
    directory.locator(".finder-panel").wait_for()
    assert found(page) == [], "three questions"
    page.keyboard.press("Escape")
    directory.get_by_role("searchbox").fill("zzzzzz")
    directory.locator(".empty").wait_for()
    assert found(page) == [], "nothing found"
    assert visit.errors == []


@pytest.mark.parametrize(("lang", "theme", "width"), STATES)
def test_axe_finds_nothing_in_any_state_of_map_and_guidance(show, lang, theme, width):
    guidance = ("guidance", 'page="temporary-protection"')
    visit = show(("map", 'exit="on"'), guidance, lang=lang, theme=theme, width=width, height=TALL)
    page, the_map = visit.page, visit.page.locator("defenders-map")
    the_map.locator("[part=zoom]").wait_for()
    the_map.locator("[part=card]").nth(19).wait_for(state="attached")
    page.locator("defenders-guidance").scroll_into_view_if_needed()
    page.locator("defenders-guidance summary").first.wait_for()
    page.locator("defenders-guidance summary").first.click()
    # The section holds a directory, and so does the map: two regions of each name.
    assert found(page, "landmark-unique") == [], "countries, guidance"
    page.evaluate("document.querySelector('defenders-guidance').remove()")
    the_map.locator(".marker.number").first.click()
    the_map.locator("[part=callout] footer").wait_for()
    assert found(page) == [], "a country chosen"
    the_map.locator("[part=callout] .close").click()
    the_map.locator("[part=view]").nth(1).click()
    the_map.locator(".marker:not(.number)").first.wait_for()
    assert found(page) == [], "places"
    assert visit.errors == []


def focused(page):
    return page.evaluate(FOCUSED)


def tab_until(page, wanted, *, limit=150, back=False):
    """Press Tab until what has the focus is wanted; on the way everything focused can be seen and has a name."""
    for _ in range(limit):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        now = focused(page)
        if now["host"]:
            assert now["name"].strip(), now
            assert now["ringed"], now
            assert now["inView"], now
        if wanted(now):
            return now
    raise AssertionError(f"Tab does not lead there; the last was {focused(page)}")


def test_everything_is_reached_and_done_by_keyboard_alone_and_nothing_holds_it(show):
    visit = show(("map", 'exit="on"'))
    page, the_map = visit.page, visit.page.locator("defenders-map")
    the_map.locator("[part=zoom]").wait_for()
    the_map.locator("[part=card]").nth(19).wait_for(state="attached")
    everyone = the_map.locator("[part=count]").inner_text()

    assert tab_until(page, lambda now: now["host"])["part"] == "exit", "The way out comes first."
    tab_until(page, lambda now: now["part"] == "frame")
    marker = tab_until(page, lambda now: "marker" in now["part"])
    page.keyboard.press("ArrowRight")
    assert focused(page)["name"] != marker["name"]
    page.keyboard.press("Enter")
    the_map.locator(".marker[aria-pressed=true]:focus").wait_for()
    the_map.locator("[part=callout] footer").wait_for()
    the_map.locator("[part=count]").filter(has_not_text=everyone).wait_for()
    tab_until(page, lambda now: now["tag"] == "button" and now["name"] == "Cerrar")
    page.keyboard.press("Enter")
    assert focused(page)["pressed"] == "true", "Back on the marker."

    tab_until(page, lambda now: now["tag"] == "input" and now["part"] == "search")
    page.keyboard.type("ejemplo")
    the_map.locator("[part=count]").filter(has_text=re.compile(r"^[123] ")).wait_for()
    opener = tab_until(page, lambda now: now["expanded"] == "false" and "Ejemplo" in now["name"])
    page.keyboard.press("Enter")
    assert focused(page)["expanded"] == "true"
    assert focused(page)["name"] == opener["name"]
    the_map.locator("[part=results] [part=record] a").first.wait_for()
    tab_until(page, lambda now: now["id"] == "after")
    tab_until(page, lambda now: now["part"] == "exit", back=True, limit=250)
    assert visit.errors == []


# What is heard, in this order; names are their beginnings.
HEARD = {
    "map": [
        ("heading", "Partner"),
        ("button", "Salir rápido"),
        ("DisclosureTriangle", "Qué pasa al salir"),
        ("group", "Qué muestra el mapa"),
        ("button", "Dónde ayudan"),
        ("button", "Dónde están"),
        ("group", "Mapa del mundo"),
        ("button", "Colombia: "),
        ("button", "Acercar"),
        ("button", "Alejar"),
        ("button", "Ver el mundo entero"),
        ("StaticText", "Organizaciones que ayudan en cada país"),
        ("heading", "Ayuda urgente"),
        ("button", "Encontrar ayuda en tres preguntas"),
        ("search", "Filtros"),
        ("heading", "175 organizaciones"),
        ("button", "After"),
    ],
    "directory": [
        ("heading", "Partner"),
        ("button", "Salir rápido"),
        ("region", "Ayuda urgente"),
        ("heading", "Ayuda urgente"),
        ("list", "Cómo contactar"),
        ("button", "Encontrar ayuda en tres preguntas"),
        ("search", "Filtros"),
        ("searchbox", "Buscar"),
        ("combobox", "País donde se necesita ayuda"),
        ("group", "Qué hacen"),
        ("checkbox", "Acompañamiento"),
        ("region", ""),
        ("heading", "175 organizaciones"),
        ("heading", ""),
        ("button", ""),
        ("list", "Cómo contactar"),
        ("button", "Mostrar"),
        ("button", "After"),
    ],
}


@pytest.mark.parametrize("kind", HEARD)
def test_a_screen_reader_hears_everything_by_name_in_the_order_of_use(show, kind):
    page = show((kind, 'exit="on"')).page
    page.locator("[part=card]").nth(19).wait_for(state="attached")
    page.locator("[part=exit]").wait_for()
    # Cards get their channels after the first paint.
    page.locator("[part=card] .contacts").nth(19).wait_for(state="attached")
    if kind == "map":
        page.locator("[part=zoom]").wait_for()
    order = reading_order(page)
    assert missing(order, HEARD[kind]) is None
    assert nameless(order) == []
    page.locator("button.finder").click()
    page.locator(".finder-panel").wait_for()
    order = reading_order(page)
    heard = [
        ("group", "¿Qué ayuda se necesita?"),
        ("checkbox", "Apoyo psicosocial"),
        ("button", ""),
        ("status", ""),
        ("search", "Filtros"),
    ]
    assert missing(order, heard) is None
    assert nameless(order) == []


SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""

SIZE = "getComputedStyle(document.querySelector('defenders-directory').shadowRoot.querySelector('.stage')).fontSize"

SPACE_OUT = """css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
  for (const { shadowRoot } of document.querySelectorAll('defenders-map, defenders-directory')) {
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  }
}"""


def test_large_and_spaced_text_fits_and_forced_colours_keep_what_tells_things_apart(show):
    visit = show(("map", ""), ("directory", ""), height=TALL)
    page, the_map = visit.page, visit.page.locator("defenders-map")
    the_map.locator("[part=zoom]").wait_for()
    for kind in ("map", "directory"):
        page.locator(f"defenders-{kind} [part=card]").nth(19).wait_for()
    page.locator("defenders-directory [part=results] button[aria-expanded]").first.click()
    page.locator("defenders-directory [part=results] [part=record] :is(a, p)").first.wait_for()
    assert page.evaluate(SIZE) == "16px"
    page.evaluate(LAY_OUT)
    page.evaluate(SPACE_OUT, SPACED)
    for width in (1280, 320):  # 320 is 1280 at 400 %
        page.set_viewport_size({"width": width, "height": TALL})
        assert page.evaluate(MISFITS) == [], width

    page.emulate_media(forced_colors="active")
    page.locator("defenders-directory .more-filters").click()
    page.locator("defenders-directory [part=filters] input[type=checkbox]").first.check(force=True)
    on = page.locator("defenders-directory .chip-on").first
    assert on.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    marker = the_map.locator(".marker").first
    assert marker.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    pressed, other = (the_map.locator("[part=view]").nth(at) for at in (0, 1))
    background = "one => getComputedStyle(one).backgroundColor"
    assert pressed.evaluate(background) != other.evaluate(background)


def test_who_asks_the_browser_for_text_twice_as_large_gets_it(show):
    visit = show(("directory", ""), width=1280, height=3000)
    page = visit.page
    page.locator("[part=card]").nth(19).wait_for(state="attached")
    session = visit.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.wait_for_function(f"{SIZE} === '32px'")
    assert page.evaluate(MISFITS) == []
