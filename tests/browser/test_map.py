"""The map in a real browser: its two views, every way to move it, and old copies."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

PAGE = """<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8"><title>Partner</title></head>
<body style="margin: 0"><main><h1>Partner</h1><defenders-{element} lang="{lang}" theme="{theme}"></defenders-{element}>
<p style="margin-top: 200vh">End</p></main><script type="module" src="{site}/widgets/v1/defenders.js"></script>"""

TOTAL = """const root = document.querySelector('defenders-map').shadowRoot;
  const total = Number(root.querySelector('.results-title').textContent.replace(/\\D/g, ''));"""

VIEW = """() => { const root = document.querySelector('defenders-map').shadowRoot;
  return [...root.querySelectorAll('.marker')].map((marker) => marker.style.transform).join(); }"""


@pytest.fixture
def show(partner, open_page, site):
    """Return a function that opens a page with one element and waits until its list stands."""

    def opened(element="map", lang="es", theme="light", prepare=None, **options):
        page = PAGE.format(
            element=element, lang=lang, theme=theme, dir="rtl" if lang == "ar" else "ltr", site=site.url
        )
        visit = open_page(**options)
        if prepare:
            prepare(visit.page)
        visit.page.goto(partner(f"{element}.{lang}.{theme}.html", page))
        visit.page.locator(f"defenders-{element} .card").nth(19).wait_for(state="attached")
        return visit

    return opened


def settle(page):
    """Wait until the map has stopped moving."""
    before = None
    while before != (before := page.evaluate(VIEW)):
        page.wait_for_timeout(250)


def chosen_countries(page):
    return page.locator("defenders-map .marker[aria-pressed=true]")


def total(page):
    """Return the number of organisations that the list says it has."""
    return int(re.sub(r"\D", "", page.locator("defenders-map .results-title").inner_text()))


def test_the_first_picture_needs_only_the_overview(show, partner, open_page, site):
    visit = open_page()
    visit.page.route("**/directory.*.json", lambda route: None)  # never answered
    visit.page.goto(
        partner("first.html", PAGE.format(element="map", lang="es", theme="light", dir="ltr", site=site.url))
    )
    visit.page.locator("defenders-map .marker.number").first.wait_for()
    visit.page.locator("defenders-map .zoom-in").wait_for()
    assert visit.page.locator("defenders-map .card").count() == 0


def test_the_map_stays_when_the_list_cannot_be_had(partner, open_page, site):
    visit = open_page()
    visit.page.route("**/directory.*.json", lambda route: route.abort())
    html = PAGE.format(element="map", lang="es", theme="light", dir="ltr", site=site.url)
    visit.page.goto(
        partner("nolist.html", html.replace("></defenders-map>", "><a href='#'>Fallback</a></defenders-map>"))
    )
    visit.page.locator("defenders-map .notice").wait_for()
    assert visit.page.locator("defenders-map .marker.number").first.is_visible()
    assert visit.page.get_by_text("Fallback").is_visible()
    assert visit.errors == []


def test_a_country_chosen_by_click_narrows_the_list_and_clears_again(show):
    page = show().page
    everyone = total(page)
    page.locator("defenders-map .marker.number").first.click()
    chosen_countries(page).wait_for()
    page.locator("defenders-map .scope").first.wait_for()
    assert total(page) < everyone
    label = chosen_countries(page).get_attribute("aria-label")
    country = page.locator("defenders-map select.field-used option:checked").first.inner_text().split(" (")[0]
    assert label.startswith(country)
    settle(page)
    page.locator("defenders-map .callout footer button").nth(1).click()
    page.locator("defenders-map .scope").first.wait_for(state="detached")
    assert total(page) == everyone


def test_a_country_chosen_in_the_list_by_keyboard_is_chosen_on_the_map(show):
    page = show().page
    select = page.get_by_label("País").first
    select.focus()
    page.keyboard.type("Colombia")
    # Every letter chooses something on the way.
    page.locator('defenders-map .marker[aria-pressed="true"][aria-label^="Colombia"]').wait_for()
    page.locator("defenders-map .callout").get_by_text("Colombia").wait_for()


def test_markers_are_one_stop_for_tab_and_arrows_go_between_them(show):
    page = show().page
    first = page.locator("defenders-map .marker[tabindex='0']")
    assert first.count() == 1
    first.focus()
    name = first.get_attribute("aria-label")
    page.keyboard.press("ArrowRight")
    assert page.locator("defenders-map .marker[tabindex='0']").get_attribute("aria-label") != name
    page.keyboard.press("Enter")
    chosen_countries(page).wait_for()


def test_places_show_points_and_a_cluster_leads_to_its_organisations(show):
    page = show().page
    page.locator("defenders-map .switch button").nth(1).click()
    page.locator("defenders-map .cluster").first.wait_for()
    page.locator("defenders-map .legend p").filter(has_text=re.compile(r"\d")).wait_for()
    names = page.locator("defenders-map .callout .names button")
    for _ in range(8):  # nearer and nearer, until all of a cluster are at one place
        settle(page)
        page.locator("defenders-map .cluster").first.click()
        page.wait_for_timeout(300)
        if names.count():
            break
    assert names.count() >= 2
    name = names.first.inner_text()
    names.first.click()
    opened = page.locator("defenders-map .card-opened")
    opened.wait_for()
    assert name in opened.locator(".card-name").inner_text()


def test_map_and_list_stay_in_step(show, site):
    visit = show(reduced_motion="reduce")
    page = visit.page
    everyone = total(page)
    rings = page.locator("defenders-map .rings i")
    in_view = page.locator("defenders-map .in-view input")
    assert not in_view.is_visible()  # it is about places
    sides = [page.locator(f"defenders-map {name}").bounding_box() for name in (".frame", ".list")]
    assert sides[0]["x"] + sides[0]["width"] < sides[1]["x"]  # side by side, as the page is wide
    page.locator("defenders-map .switch button").nth(1).click()
    page.locator("defenders-map .cluster").first.wait_for()

    # The card that has the focus shows its place; a marker marks its cards.
    card = page.locator("defenders-map .card").filter(has_text="Guatemala City").first
    card.locator(".card-open").focus()
    rings.first.wait_for()
    page.locator("defenders-map .cluster").first.focus()
    rings.first.wait_for(state="detached")
    page.locator("defenders-map .card[data-pointed]").first.wait_for()

    card.locator(".card-open").focus()
    page.locator("defenders-map .card[data-pointed]").first.wait_for(state="detached")

    # The list is limited to what the map shows, follows it, and says how many that are.
    in_view.check()
    page.wait_for_function(f"() => {{ {TOTAL} return total > 0 && total < {everyone}; }}")
    with_points = total(page)
    page.locator("defenders-map .frame").focus()
    for _ in range(4):
        page.keyboard.press("+")
        settle(page)
    page.wait_for_function(f"() => {{ {TOTAL} return total < {with_points}; }}")
    spoken = "root.querySelector('.defenders > .sr-only[role=status]').textContent"
    page.wait_for_function(f"() => {{ {TOTAL} return {spoken}.includes(total); }}")
    in_view.uncheck()
    page.wait_for_function(f"() => {{ {TOTAL} return total === {everyone}; }}")

    # Finer shapes came from the one host when the map was looked at closely; an opened card brings its place back.
    page.keyboard.press("Home")
    page.locator("defenders-map .frame").focus()
    for _ in range(5):
        page.keyboard.press("+")
        settle(page)
    assert any("/widgets/v1/tile-" in url for url in visit.requests)
    assert visit.hosts() <= {site.url, page.evaluate("location.origin")}
    card.locator(".card-open").click()
    page.wait_for_function(
        """() => { const root = document.querySelector('defenders-map').shadowRoot;
          const [ring, frame] = ['.rings i', '.frame'].map((name) => root.querySelector(name)?.getBoundingClientRect());
          return ring && ring.left > frame.left && ring.right < frame.right && ring.bottom < frame.bottom; }"""
    )

    # Who takes all filters away takes this one away as well.
    in_view.check()
    page.wait_for_function(f"() => {{ {TOTAL} return total < {everyone}; }}")
    page.evaluate("document.querySelector('defenders-map').setAttribute('roles', 'accompaniment,training')")
    page.locator("defenders-map .chip-clear").click()
    page.wait_for_function(f"() => {{ {TOTAL} return total === {everyone}; }}")
    assert not in_view.is_checked()

    # Countries are another view: the limit is about places, and a double click only zooms.
    in_view.check()
    page.locator("defenders-map .switch button").first.click()
    page.wait_for_function(f"() => {{ {TOTAL} return total === {everyone}; }}")
    assert not in_view.is_visible()
    page.locator("defenders-map .frame").dblclick(position={"x": 300, "y": 200})
    settle(page)
    assert chosen_countries(page).count() == 0
    assert visit.errors == []


def test_organisations_of_a_city_fan_out_and_a_lost_tile_leaves_the_map(show):
    page = show(prepare=lambda page: page.route("**/tile-*.json", lambda route: route.abort())).page
    page.locator("defenders-map .switch button").nth(1).click()
    fan = page.locator("defenders-map .fan:not([hidden])")
    for _ in range(8):
        settle(page)
        page.locator("defenders-map .cluster").first.click()
        page.wait_for_timeout(300)
        if fan.count():
            break
    names = page.locator("defenders-map .callout .names button").all_inner_texts()
    fanned = fan.locator("button")
    assert [button.get_attribute("title") for button in fanned.all()] == names
    assert all(button.bounding_box()["width"] >= 24 for button in fanned.all())
    page.mouse.move(0, 0)
    fanned.last.click()
    assert names[-1] in page.locator("defenders-map .card-opened .card-name").inner_text()
    page.locator("defenders-map .callout .close").click()
    fan.wait_for(state="detached")


def test_the_wheel_scrolls_the_page_and_only_with_ctrl_zooms(show):
    page = show().page
    settle(page)
    before = page.evaluate(VIEW)
    box = page.locator("defenders-map .frame").bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, 240)
    page.wait_for_function("scrollY > 100")
    assert page.evaluate(VIEW) == before
    page.evaluate("scrollTo(0, 0)")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    settle(page)
    assert page.evaluate(VIEW) != before
    assert page.evaluate("scrollY") == 0


def test_the_keyboard_pans_and_zooms_and_comes_home(show):
    page = show().page
    settle(page)
    home = page.evaluate(VIEW)
    page.locator("defenders-map .frame").focus()
    page.keyboard.press("+")
    settle(page)
    nearer = page.evaluate(VIEW)
    page.keyboard.press("ArrowRight")
    settle(page)
    moved = page.evaluate(VIEW)
    page.keyboard.press("Home")
    settle(page)
    assert len({home, nearer, moved}) == 3
    assert page.evaluate(VIEW) == home


def test_who_wants_no_movement_sees_none(show):
    page = show(reduced_motion="reduce").page
    settle(page)
    frames = page.evaluate(
        """async () => { const root = document.querySelector('defenders-map').shadowRoot;
          const seen = new Set(); const first = root.querySelector('.marker');
          root.querySelector('.zoom-in').click();
          for (let i = 0; i < 40; i += 1) { await new Promise(requestAnimationFrame); seen.add(first.style.transform); }
          return seen.size; }"""
    )
    assert frames <= 2


def test_an_old_copy_says_its_day_and_draws_no_points(show):
    day = (datetime.now(UTC).date() - timedelta(days=9)).isoformat()

    def age(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=json.dumps(answer.json() | {"as_of": day}))

    page = show(prepare=lambda page: page.route("**/published/v1/*.json", age)).page
    page.locator("defenders-map .switch button").nth(1).click()
    page.locator("defenders-map .legend").get_by_text("no se muestran puntos").wait_for()
    page.wait_for_timeout(500)
    assert page.locator("defenders-map .marker").count() == 0
    assert page.locator("defenders-map .stale").is_visible()


def test_controls_stand_on_the_other_side_in_arabic(show):
    def side(lang):
        page = show(lang=lang).page
        frame, zoom = (page.locator(f"defenders-map {name}").bounding_box() for name in (".frame", ".zoom"))
        return zoom["x"] - frame["x"] < frame["width"] / 2

    assert side("ar")
    assert not side("es")
