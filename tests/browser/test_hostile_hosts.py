"""Hosts that fail, lie, or mean harm: the page stays whole, and the fallback comes back with a sentence."""

import json
import random
import re
import urllib.request
from pathlib import Path

import pytest

from tests.browser.bad_host import ANSWERS, ENDLESS, FIFTY_MEGABYTES, UNREACHABLE, bad_host
from tests.browser.conftest import free_port

HOSTILE = Path(__file__).parent / "hostile"

KINDS = ("map", "directory", "guidance")
CASES = (*ANSWERS, *UNREACHABLE, ENDLESS)

PAGE = """<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Partner</title>
<style>body {{ margin: 0; display: grid; grid-template-columns: {columns}; }}
body > * {{ block-size: {block}; overflow: auto; }}</style>
<script>{watch}</script></head><body>{widgets}
<script type="module" src="{site}/widgets/v1/defenders.js"></script></body></html>"""

WIDGET = """<defenders-{kind} lang="{lang}" src="{src}" page="temporary-protection" data-case="{case}">
<a href="#">Fallback</a></defenders-{kind}>"""

# In each language, words of the sentence for a host that is not there and for one whose files cannot be used.
SENTENCES = {
    "es": ("Comprueba la conexión", "vuelve más tarde"),
    "eu": ("Egiaztatu konexioa", "itzuli geroago"),
    "en": ("Check your connection", "come back later"),
    "fr": ("Vérifiez la connexion", "revenez plus tard"),
    "ar": ("تحقّق من الاتصال", "عُد لاحقًا"),
}

STATES = (HOSTILE / "states.js").read_text()

OPEN_RECORDS = """() => { for (const { shadowRoot } of document.querySelectorAll('[data-case]')) {
  for (const one of shadowRoot.querySelectorAll('[part=card] button[aria-expanded=false]')) one.click(); } }"""
INSIDE = (HOSTILE / "inside.js").read_text()


@pytest.fixture(scope="module")
def host():
    """A host that fails in every way."""
    with bad_host(free_port()) as running:
        yield running


@pytest.fixture(scope="module")
def published(site):
    """Return a function that reads a file which the site published."""

    def read(name):
        with urllib.request.urlopen(f"{site.url}/published/v1/{name}") as answer:  # noqa: S310
            return json.load(answer)

    return read


@pytest.fixture
def show(site, partner, open_page):
    """Return a function that opens a page full of widgets: (kind, lang, address of the files, case)."""

    def opened(widgets, *, columns="repeat(12, 1fr)", block="150px", **options):
        html = "".join(
            WIDGET.format(kind=kind, lang=lang, src=src, case=case) for kind, lang, src, case in widgets
        )
        visit = open_page(**options)
        page = PAGE.format(
            site=site.url,
            watch=(HOSTILE / "watch.js").read_text(),
            widgets=html,
            columns=columns,
            block=block,
        )
        visit.page.goto(partner("hostile-hosts.html", page))
        return visit

    return opened


def nothing_happened(visit):
    """Assert that the page heard of no error."""
    assert visit.errors == []
    assert visit.page.evaluate("window.problems") == []


def test_every_way_to_fail_leaves_the_fallback_and_a_sentence_in_its_language(show, host):
    languages = [*SENTENCES] * len(CASES)
    widgets = [(kind, languages.pop(), host.folder(case), case) for case in CASES for kind in KINDS]
    visit = show(widgets, width=2400, height=1400)
    visit.page.wait_for_function(
        "[...document.querySelectorAll('[data-case]')].every((one) => one.shadowRoot?.querySelector('.notice'))"
    )
    states = visit.page.evaluate(STATES)
    assert len(states) == len(CASES) * len(KINDS) >= 50
    for state in states:
        unreachable, unusable = SENTENCES[state["lang"]]
        wanted = unreachable if state["case"] in UNREACHABLE else unusable
        assert wanted in state["sentence"], state
        assert state["said"] == [state["lang"], "rtl" if state["lang"] == "ar" else "ltr"], state
        assert state["spoken"], state
        assert state["fallback"], state
        assert not state["stage"], state
        assert not state["busy"], state
    nothing_happened(visit)
    assert len(host.sent) == len(KINDS)
    assert max(host.sent.values()) < FIFTY_MEGABYTES / 2, "It is given up long before its end."


def test_while_a_host_is_slow_the_fallback_stands_and_the_wait_is_said(show, host, published):
    for name in ("overview.json", "directory.es.json"):
        host.put("slow", name, published(name))
    visit = show(
        [(kind, "es", host.folder("slow"), "slow") for kind in ("map", "directory")],
        columns="1fr 1fr",
        block="800px",
    )
    visit.page.wait_for_function(
        "[...document.querySelectorAll('[data-case]')].every((one) => one.shadowRoot?.firstChild.ariaBusy === 'true')"
    )
    for kind in ("map", "directory"):
        widget = visit.page.locator(f"defenders-{kind}")
        assert widget.get_by_role("status").filter(has_text="Cargando").count() == 1
        assert widget.get_by_text("Fallback").is_visible()
    host.gate.set()
    for kind in ("map", "directory"):
        widget = visit.page.locator(f"defenders-{kind}")
        widget.locator("[part=card]").first.wait_for()
        assert not widget.get_by_text("Fallback").is_visible()
        assert widget.locator("[aria-busy=true]").count() == 0
    nothing_happened(visit)


HOSTILE_TEXT = (
    '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>\u202egnp.evil\u2066\x00\x1b'
)
HOSTILE_HTML = (
    '<p onclick="window.hacked=1">One <a href="javascript:window.hacked=1">two</a>'
    '<a href="data:text/html,<script>opener.hacked=1</script>">three</a><img src=x onerror="window.hacked=1">'
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe><svg onload='window.hacked=1'></svg>"
    '<a href="https://example.org/fine" onclick="window.hacked=1">four</a></p>'
)
ADDRESSES = (
    "javascript:window.hacked=1",
    "data:text/html,<script>window.hacked=1</script>",
    "vbscript:x",
    "//evil",
    "blob:x",
)
ADDRESS_FIELDS = {"url", "website", "onion_url", "application_url", "href", "link", "src"}


def poisoned(value, key="", place=0):
    """Return published content with every text hostile; codes, days and identifiers stay, or nothing would be shown."""
    if isinstance(value, dict):
        return {name: poisoned(one, name, place + at) for at, (name, one) in enumerate(value.items())}
    if isinstance(value, list):
        return [poisoned(one, key, place + at) for at, one in enumerate(value)]
    if not isinstance(value, str):
        return value
    if key in ADDRESS_FIELDS or value.startswith(("http:", "https:")):
        return ADDRESSES[place % len(ADDRESSES)]
    if key == "html":
        return HOSTILE_HTML
    if key == "value":
        return [*ADDRESSES, HOSTILE_TEXT][place % 6]
    if key in {"name", "text", "title", "heading", "question", "alt", "caption", "city", "acronym", "quote"}:
        return f"{value} {HOSTILE_TEXT}"
    return value


def test_nothing_that_a_file_says_becomes_a_script_or_an_address_that_runs_one(show, host, published):
    directory = published("directory.es.json")
    wild = [one for one in directory["organisations"] if len(one["contacts"]) > 1][:18]
    host.put(
        "poison",
        "directory.es.json",
        directory | {"organisations": poisoned(wild), "labels": poisoned(directory["labels"], "text")},
    )
    host.put("poison", "overview.json", published("overview.json"))
    host.put("poison", "guidance.es.json", poisoned(published("guidance.es.json")))
    visit = show(
        [(kind, "es", host.folder("poison"), "poison") for kind in KINDS],
        columns="repeat(3, 1fr)",
        block="900px",
    )
    page = visit.page
    for kind in KINDS:
        page.locator(f"defenders-{kind} [part=card]").first.wait_for(state="attached")
    page.locator("defenders-directory [part=card]").nth(len(wild) - 1).wait_for(state="attached")
    page.evaluate(OPEN_RECORDS)
    page.locator("defenders-directory [part=record] a[href='https://example.org/fine']").first.wait_for()
    page.locator("defenders-map [part=view]").nth(1).click()
    page.locator("defenders-map .marker").first.wait_for(state="attached")
    found = page.evaluate(INSIDE)
    assert len(found["links"]) >= len(wild)
    assert {
        link for link in found["links"] if not re.match(r"https?://[^/]|mailto:|tel:|sms:|geo:", link)
    } == set()
    assert found["listeners"] == []
    assert not {"script", "iframe", "object", "embed", "svg", "form-data", "base", "meta", "style"} & set(
        found["elements"]
    )
    assert "<img src=x onerror" in found["text"], "It is there, as text."
    assert re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", found["text"]) == []
    assert found["wide"] == []
    assert page.evaluate("window.hacked") is None
    nothing_happened(visit)


WRONG = (
    None,
    7,
    -1,
    1e308,
    True,
    "",
    "x" * 5000,
    [],
    {},
    [None],
    [[]],
    {"text": 3},
    "<b>",
    "__proto__",
    ["constructor"],
    "2026-99-99",
)


def mutated(value, chance, dice):
    """Return content with some of its values replaced by others of any type."""
    if dice.random() < chance:
        return dice.choice(WRONG)
    if isinstance(value, dict):
        return {name: mutated(one, chance, dice) for name, one in value.items() if dice.random() > chance / 4}
    if isinstance(value, list):
        return [mutated(one, chance, dice) for one in value]
    return value


def test_files_with_anything_in_any_place_are_shown_as_far_as_they_go_or_not_at_all(show, host, published):
    dice = random.Random(6)  # noqa: S311
    directory, guidance, overview = (
        published(name) for name in ("directory.es.json", "guidance.es.json", "overview.json")
    )
    directory["organisations"] = directory["organisations"][:24]
    widgets = []
    for number in range(8):
        case = f"odd-{number}"
        share = 0.004 * 2**number  # from a few wrong values to a file that is hardly one
        for name, file in (
            ("directory.es.json", directory),
            ("guidance.es.json", guidance),
            ("overview.json", overview),
        ):
            head = {key: file[key] for key in ("schema_version", "as_of", "lang") if key in file}
            host.put(case, name, {key: mutated(one, share, dice) for key, one in file.items()} | head)
        widgets += [(kind, "es", host.folder(case), case) for kind in KINDS]
    visit = show(widgets, columns="repeat(8, 1fr)", block="400px", width=3200, height=1300)
    visit.page.wait_for_function(
        """() => [...document.querySelectorAll('[data-case]')].every(({ shadowRoot }) =>
          shadowRoot?.querySelector('.notice, [part=results]:not([hidden] *), [part=guidance]'))"""
    )
    states = visit.page.evaluate(STATES)
    assert len(states) == 24
    assert all(state["stage"] or (state["fallback"] and state["sentence"]) for state in states)
    assert sum(state["stage"] for state in states) >= 8, "A few wrong values do not spoil a file."
    visit.page.evaluate(OPEN_RECORDS)
    visit.page.locator("defenders-directory [part=record]").first.wait_for()
    nothing_happened(visit)
