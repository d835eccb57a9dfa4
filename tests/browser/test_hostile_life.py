"""What pages do to widgets while they live: many, the script twice, moved, removed, cut off, framed, blocked."""

import json
import re
from pathlib import Path

import pytest

HOSTILE = Path(__file__).parent / "hostile"
PAGE = """<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Partner</title>
<script>{watch}</script></head><body style="margin: 0"><main>{html}</main>{script}</body></html>"""
WIDGET = '<defenders-{0} lang="es"><a href="#">Fallback</a></defenders-{0}>'
SCRIPT = '<script type="module" src="HOST/widgets/v1/{}"></script>'
FLOATING = SCRIPT.format("defenders.js")


@pytest.fixture
def show(site, partner, open_page):
    """Return a function that opens a page with this HTML, `HOST` standing for the site."""

    def opened(html, script=FLOATING, *, prepare=None, **options):
        watch = (HOSTILE / "watch.js").read_text() + (HOSTILE / "observers.js").read_text()
        page = PAGE.format(watch=watch, html=html, script=script).replace("HOST", site.url)
        visit = open_page(**({"width": 1000, "height": 4000} | options))
        if prepare:
            prepare(visit.page)
        visit.page.goto(partner("hostile-life.html", page))
        return visit

    return opened


def nothing_happened(visit):
    assert visit.errors == []
    assert visit.page.evaluate("window.problems") == []


def wait_for_all(page, count):
    """Wait until so many widgets are shown."""
    page.wait_for_function(
        """count => [...document.querySelectorAll('defenders-map, defenders-directory')]
          .filter((one) => one.shadowRoot?.querySelector('.stage:not([hidden]) [part=card]')).length === count""",
        arg=count,
    )


def test_ten_widgets_share_their_downloads_and_each_keeps_its_own_state(show, site):
    html = '<div style="display: grid; grid-template-columns: repeat(5, 1fr)">' + "".join(
        f'<div style="block-size: 700px; overflow: auto">{WIDGET.format(kind)}</div>'
        for kind in ("map", "directory") * 5
    )
    visit = show(html, width=3000)
    page = visit.page
    wait_for_all(page, 10)
    asked = [url for url in visit.requests if url.endswith("/directory.es.json")]
    assert len(asked) == 1
    page.locator("defenders-directory").nth(1).get_by_role("searchbox").fill("ejemplo")
    page.locator("defenders-directory").nth(1).locator("[part=count]").filter(
        has_text=re.compile(r"^\d ")
    ).wait_for()
    counts = page.locator("defenders-directory [part=count]").all_inner_texts()
    assert [count == "175 organizaciones" for count in counts] == [True, False, True, True, True]
    labelled = page.evaluate(
        """() => [...document.querySelectorAll('defenders-map, defenders-directory')].map(({ shadowRoot }) => {
          const ids = [...shadowRoot.querySelectorAll('[id]')].map(({ id }) => id);
          const names = ['for', 'aria-controls', 'aria-describedby', 'aria-labelledby'];
          const idsIn = (name) => [...shadowRoot.querySelectorAll(`[${name}]`)]
            .flatMap((element) => element.getAttribute(name).split(' '));
          const used = names.flatMap(idsIn);
          const one = (id) => shadowRoot.getElementById(id);
          return ids.length > 0 && new Set(ids).size === ids.length && used.every(one);
        })"""
    )
    assert labelled == [True] * 10
    nothing_happened(visit)


@pytest.mark.parametrize("order", [1, -1])
def test_the_script_may_come_twice_floating_and_pinned_in_any_order(show, site, open_page, order):
    manifest = json.loads(open_page().context.request.get(f"{site.url}/widgets/v1/manifest.json").body())
    pinned = [
        SCRIPT.format(manifest[name]["file"]).replace(
            ">", f' crossorigin integrity="{manifest[name]["integrity"]}">', 1
        )
        for name in ("map", "directory")
    ]
    scripts = [FLOATING, FLOATING, SCRIPT.format("defenders-directory.js"), *pinned][::order]
    visit = show(WIDGET.format("map") + WIDGET.format("directory"), "".join(scripts))
    wait_for_all(visit.page, 2)
    assert visit.page.locator("defenders-directory .stage").count() == 1
    nothing_happened(visit)


def counted(visit, session):
    """Return how many nodes, listeners, observers and bytes there are once everything that can be forgotten is."""
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
    counters = session.send("Memory.getDOMCounters")
    size = session.send("Runtime.getHeapUsage")["usedSize"]
    return counters["nodes"], counters["jsEventListeners"], visit.page.evaluate("watching.count"), size


ALL = WIDGET.format("map") + WIDGET.format("directory") + WIDGET.format("guidance")
ROUND = """async (rounds) => {
  const widgets = [...document.querySelectorAll('main > *')];
  const parts = ':is([part=zoom], [part=card], [part=guidance])';
  const shown = (one) => one.shadowRoot?.querySelector(`.stage:not([hidden]) ${parts}`);
  const soon = () => new Promise((resolve) => { setTimeout(resolve, 5); });
  for (let round = 0; round < rounds; round += 1) {
    for (const one of widgets) one.remove();
    if (round % 3) await soon();
    document.querySelector('main').append(...widgets);
    if (round % 10 === 9) while (!widgets.every(shown)) await soon();
    else if (round % 2) await soon();
  }
  while (!widgets.every(shown)) await soon();
}"""


def test_removed_and_added_a_hundred_times_nothing_is_left_over(show):
    visit = show(ALL, height=1200)
    session = visit.context.new_cdp_session(visit.page)
    visit.page.evaluate(ROUND, 10)
    nodes, listeners, observers, size = counted(visit, session)
    visit.page.evaluate(ROUND, 100)
    later = counted(visit, session)
    assert (nodes > 1000, listeners > 20, observers >= 1) == (True, True, True)
    assert later[0] <= nodes * 1.05
    assert later[1] <= listeners + 5
    assert later[2] == observers
    assert later[3] <= size + 1_000_000
    visit.page.evaluate("for (const one of document.querySelectorAll('main > *')) one.remove()")
    assert counted(visit, session)[2] <= 1, "Only the script goes on watching for widgets to come."
    nothing_happened(visit)


def test_moved_and_changed_in_haste_the_last_word_counts(show):
    visit = show(WIDGET.format("map") + WIDGET.format("directory") + '<section id="new"></section>')
    page = visit.page
    page.evaluate(
        """async () => {
          const [map, directory, place] = document.querySelector('main').children;
          const turn = () => new Promise((resolve) => { setTimeout(resolve); });
          for (let i = 0; i < 60; i += 1) {
            for (const one of [map, directory]) {
              one.setAttribute('lang', ['en', 'ar', 'eu', 'fr'][i % 4]);
              one.setAttribute('theme', i % 2 ? 'dark' : 'light');
              one.setAttribute('country', ['CO', 'nonsense', 'GT,HN', ''][i % 4]);
              one.setAttribute('exit', i % 2 ? 'on' : 'off');
              one.setAttribute('accent', ['#7a2e1d', 'none', 'red', 'url(x)'][i % 4]);
            }
            if (i % 3 === 0) place.append(directory);
            if (i % 3 === 1) document.querySelector('main').prepend(directory);
            if (i % 2) await turn();
          }
          for (const one of [map, directory]) {
            for (const name of ['accent', 'theme']) one.removeAttribute(name);
            for (const last of [['lang', 'es'], ['country', 'CO'], ['exit', 'on']]) one.setAttribute(...last);
          }
          place.append(directory);
        }"""
    )
    directory = page.locator("#new > defenders-directory")
    for widget in (directory, page.locator("defenders-map")):
        widget.locator("[part=card]").first.wait_for(state="attached")
        widget.locator(".scope").first.wait_for(state="attached")
        assert "Colombia" in widget.locator(".scope").first.inner_text()
        assert widget.locator(".defenders").get_attribute("lang") == "es"
        assert widget.locator(".stage").count() == 1
        widget.locator("[part=exit]").wait_for()
        assert widget.locator("[part=exit]").count() == 1
    if page.evaluate("'moveBefore' in Element.prototype"):
        directory.get_by_role("searchbox").fill("ejemplo")
        directory.locator("[part=count]").filter(has_text=re.compile(r"^\d ")).wait_for()
        page.evaluate("document.querySelector('main').moveBefore(document.querySelector('#new > *'), null)")
        assert page.locator("main > defenders-directory").get_by_role("searchbox").input_value() == "ejemplo"
    nothing_happened(visit)


def test_offline_says_so_keeps_the_way_out_and_back_online_the_widgets_come_by_themselves(show):
    exits = ALL.replace(' lang="es"', ' lang="es" exit="on"')
    visit = show(
        exits,
        prepare=lambda page: page.route("**/published/v1/*", lambda route: route.abort("blockedbyclient")),
    )
    page = visit.page
    kinds = ("map", "directory", "guidance")
    for kind in kinds:
        widget = page.locator(f"defenders-{kind}")
        widget.get_by_role("status").filter(has_text="conexión").wait_for()
        assert widget.get_by_text("Fallback").is_visible()
        widget.locator("[part=exit]").wait_for()
        assert widget.locator("[part=exit]").is_visible()
    page.unroute("**/published/v1/*")
    visit.context.set_offline(True)
    visit.context.set_offline(False)
    for kind in kinds:
        widget = page.locator(f"defenders-{kind}").first  # the guidance brings a map of its own
        widget.scroll_into_view_if_needed()  # what is far from the screen waits
        widget.locator(".stage:not([hidden])").wait_for(state="attached")
        widget.get_by_text("Fallback").wait_for(state="hidden")
        assert widget.locator("[part=exit]").count() == 1
    nothing_happened(visit)


def test_what_a_browser_kept_of_the_script_works_as_far_as_it_goes_without_its_later_parts(show):
    gone = re.compile(r"/widgets/v1/(map-more|record|rich-text)[.-].*\.js$")

    def old(page):
        page.route(
            gone, lambda route: route.fulfill(status=404, headers={"access-control-allow-origin": "*"})
        )

    visit = show(WIDGET.format("map") + WIDGET.format("directory"), prepare=old)
    page = visit.page
    page.locator("defenders-map .notice").wait_for()
    assert page.locator("defenders-map .marker.number").first.is_visible()
    assert page.locator("defenders-map").get_by_text("Fallback").is_visible()
    page.locator("defenders-directory [part=card]").first.wait_for()
    toggle = page.locator("defenders-directory [part=card] button[aria-expanded]").first
    toggle.click()
    page.locator("defenders-directory [part=card]").first.get_by_text(re.compile(r"\w{4,}")).first.wait_for()
    assert page.locator("defenders-directory [part=card]").count() == 20
    nothing_happened(visit)


def test_in_a_frame_without_an_origin_everything_works_but_what_the_frame_forbids(show, partner, site):
    inner = PAGE.format(
        watch=(HOSTILE / "watch.js").read_text(),
        html=WIDGET.format("map") + WIDGET.format("directory"),
        script=FLOATING,
    )
    address = partner("framed.html", inner.replace("HOST", site.url))
    visit = show(
        f'<iframe sandbox="allow-scripts" src="{address}" width="900" height="3000" title="x"></iframe>', ""
    )
    frame = visit.page.frame_locator("iframe")
    frame.locator("defenders-map [part=zoom]").wait_for()
    frame.locator("defenders-directory [part=card] button[aria-expanded]").first.click()
    frame.locator("defenders-directory [part=record]").first.get_by_text(re.compile(r"\w")).first.wait_for()
    inside = visit.page.frames[1]
    assert inside.evaluate("self.origin") == "null"
    assert inside.evaluate("window.problems") == []
    nothing_happened(visit)


def test_where_the_script_is_blocked_the_fallback_is_all_there_is(show):
    visit = show(
        ALL, prepare=lambda page: page.route("**/widgets/v1/*", lambda route: route.abort("blockedbyclient"))
    )
    for link in visit.page.get_by_text("Fallback").all():
        assert link.is_visible()
    assert visit.page.get_by_text("Fallback").count() == 3
    nothing_happened(visit)
