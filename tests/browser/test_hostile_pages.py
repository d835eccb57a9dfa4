"""On pages with strict rules, loud styles, old libraries or missing parts the widgets work and the page stays whole."""

import json
import re
from pathlib import Path

import pytest

HOSTILE = Path(__file__).parent / "hostile"
LAY_OUT = (Path(__file__).parent / "looks" / "lay-out.js").read_text()

PAGE = """<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Partner</title>{policy}
<script nonce="n0nce">{watch}{script}</script><style nonce="n0nce">{style}</style></head><body>
<p id="host-text">Texto</p><button id="host-button">Botón</button>
<defenders-map lang="es"><a href="#">Fallback</a></defenders-map>
<defenders-directory lang="es"><a href="#">Fallback</a></defenders-directory>
<script type="module" src="{site}/widgets/v1/defenders.js"></script>
<script nonce="n0nce">window.before = lookAround();</script></body></html>"""


def read(name):
    return (HOSTILE / name).read_text()


@pytest.fixture
def show(site, partner, open_page):
    """Return a function that opens a page with these rules, and both widgets in it."""

    def opened(*, style="", script="", policy="", complete=True):
        html = PAGE.format(site=site.url, watch=read("watch.js"), script=script, style=style, policy=policy)
        visit = open_page(partner("hostile-page.html", html), width=800, height=6000)
        if complete:
            visit.page.locator("defenders-map [part=card]").nth(19).wait_for(state="attached")
            visit.page.locator("defenders-directory [part=card]").nth(19).wait_for(state="attached")
            visit.page.locator("defenders-map [part=zoom]").wait_for(state="attached")
            visit.page.wait_for_load_state("networkidle")  # what comes later has come
        return visit

    return opened


def ask(visit, expression):
    """Return the value of an expression of the page, also where the page broke what Playwright needs."""
    session = visit.context.new_cdp_session(visit.page)
    answer = session.send("Runtime.evaluate", {"expression": expression, "returnByValue": True})
    session.detach()
    assert "exceptionDetails" not in answer, answer
    return answer["result"].get("value")


def assert_the_page_is_as_it_was(visit):
    assert visit.errors == []
    assert ask(visit, "problems.map(String).join('; ')") == ""
    before, after = (json.loads(ask(visit, text)) for text in ("before", "lookAround()"))
    assert set(after.pop("globals")) - set(before.pop("globals")) <= {"before"}
    assert after == before


def use(page):
    """Open a record, look at places, choose a country, search."""
    directory, the_map = page.locator("defenders-directory"), page.locator("defenders-map")
    directory.locator("[part=card] button[aria-expanded]").first.click()
    directory.locator("[part=record] :is(a, p)").first.wait_for()
    directory.get_by_role("searchbox").fill("ejemplo")
    directory.locator("[part=count]").filter(has_text=re.compile(r"^\d ")).wait_for()
    the_map.locator(".marker.number").first.click()
    the_map.locator(".marker[aria-pressed=true]").wait_for()
    the_map.locator("[part=view]").nth(1).click()
    the_map.locator(".marker.cluster").first.wait_for()


@pytest.fixture(scope="module")
def at_home():
    """How the widgets look on a page that asks for nothing, once known."""
    return {}


@pytest.mark.parametrize("style", ["", "resets.css", "loud.css", "large.css"])
def test_styles_of_the_page_change_nothing_inside_and_ours_nothing_outside(show, at_home, style):
    visit = show(style=f"{style and read(style)} html, body {{ margin: 0 !important }}")
    settle(visit.page)
    visit.page.evaluate(LAY_OUT)
    looks = visit.page.evaluate(read("looks.js"))
    assert len(looks) > 800
    if not at_home:
        at_home.update(looks)
    differences = {
        name: [(mine, home) for mine, home in zip(look, at_home.get(name, ()), strict=False) if mine != home]
        for name, look in looks.items()
        if look != at_home.get(name)
    }
    assert dict(list(differences.items())[:5]) == {}
    assert len(looks) == len(at_home)
    assert_the_page_is_as_it_was(visit)


def settle(page):
    """Wait until the map has its markers and nothing moves."""
    page.wait_for_function(
        """() => {
          const { shadowRoot } = document.querySelector('defenders-map');
          const markers = [...shadowRoot.querySelectorAll('.marker')].map((one) => one.style.transform).join();
          const now = markers && `${markers} ${document.body.scrollHeight}`;
          const still = now && now === window.seen;
          window.seen = now;
          return still;
        }""",
        polling=150,
    )
    page.evaluate("delete window.seen")


@pytest.mark.parametrize("script", ["old-libraries.js", "wrapped.js", "lacking.js"])
def test_the_widgets_work_beside_what_pages_do_to_their_browser(show, script):
    visit = show(script=read(script))
    assert ask(
        visit,
        "document.querySelector('defenders-directory').shadowRoot.textContent.includes('175 organizaciones')",
    )
    use(visit.page)
    assert_the_page_is_as_it_was(visit)


def test_where_the_browser_itself_is_broken_the_fallback_stays_with_a_sentence(show):
    visit = show(script=read("broken.js"), complete=False)
    for kind in ("map", "directory"):
        widget = visit.page.locator(f"defenders-{kind}")
        widget.get_by_role("status").filter(has_text="directorio").wait_for()
        assert widget.get_by_text("Fallback").is_visible()
    assert_the_page_is_as_it_was(visit)


def test_the_strictest_rules_for_content_and_types_are_never_broken(show, site):
    rules = (
        f"default-src 'none'; script-src {site.url} 'nonce-n0nce'; style-src 'nonce-n0nce'; connect-src {site.url}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    visit = show(policy=f'<meta http-equiv="Content-Security-Policy" content="{rules}">')
    use(visit.page)
    assert_the_page_is_as_it_was(visit)
