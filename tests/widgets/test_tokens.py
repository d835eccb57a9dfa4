"""The design's tokens: one scale and one palette for widgets and embed pages, readable in both themes."""

import re
from itertools import product
from pathlib import Path

import pytest
from PIL import ImageColor

from widgets.colours import SURFACES, contrast

PROJECT = Path(__file__).resolve().parents[2]
WIDGETS = (PROJECT / "widgets/src/shared/styles/tokens.css").read_text()
PAGES = (PROJECT / "widgets/static/defenders_widgets/embed.css").read_text()
BUILDER = (PROJECT / "widgets/static/defenders_widgets/builder.css").read_text()
ACCENT = (PROJECT / "widgets/src/shared/accent.js").read_text()
THEMES = ("light", "dark")

# (sheet, theme): what stands before the rule with its tokens
RULES = {
    (WIDGETS, "light"): ".defenders {",
    (WIDGETS, "dark"): '.defenders[data-theme="dark"] {',
    (PAGES, "light"): ":root {",
    (PAGES, "dark"): ':root[data-theme="dark"] {',
}
BY_THE_SYSTEM = {WIDGETS: '.defenders[data-theme="auto"] {', PAGES: ':root[data-theme="auto"] {'}
OF_ONE_SHEET = {"text-lead", "land", "dot"}


def rule(sheet, selector):
    """Return {name: value} of the custom properties in a rule; of what a partner may set, the default."""
    start = sheet.index(selector)
    found = re.findall(r"--([a-z-]+): ([^;]+);", sheet[start : sheet.index("}", start)])
    return {name: re.sub(r"^var\(--defenders-[a-z-]+, (.+)\)$", r"\1", value) for name, value in found}


def tokens(sheet, theme):
    """Return all tokens of a theme: the dark one replaces some of the light one."""
    return rule(sheet, RULES[sheet, "light"]) | rule(sheet, RULES[sheet, theme])


@pytest.mark.parametrize("theme", THEMES)
def test_embed_pages_have_the_tokens_of_the_widgets(theme):
    widgets, pages = tokens(WIDGETS, theme), tokens(PAGES, theme)
    shared = (widgets.keys() & pages.keys()) - {"on-accent", "radius-s"}  # said in another way, see below
    assert {name: pages[name] for name in shared} == {name: widgets[name] for name in shared}
    assert pages.keys() - widgets.keys() == OF_ONE_SHEET


def test_small_corners_are_the_same_share_of_the_large_ones():
    radius, small = (
        float(rule(PAGES, ":root {")[name].removesuffix("rem")) for name in ("radius", "radius-s")
    )
    share = float(re.search(r"\* ([\d.]+)", rule(WIDGETS, ".defenders {")["radius-s"])[1])
    assert small == pytest.approx(radius * share)


@pytest.mark.parametrize("sheet", [WIDGETS, PAGES], ids=["widgets", "pages"])
def test_dark_by_choice_is_dark_by_the_system(sheet):
    assert rule(sheet, BY_THE_SYSTEM[sheet]) == rule(sheet, RULES[sheet, "dark"])


@pytest.mark.parametrize("sheet", [PAGES, BUILDER], ids=["pages", "builder"])
def test_texts_of_the_pages_keep_to_the_scale(sheet):
    sizes = re.findall(r"font-size: ([^;]+);", sheet)
    assert {size for size in sizes if not size.startswith(("var(--text-", "clamp("))} <= {"10pt"}


@pytest.mark.parametrize("theme", THEMES)
def test_the_scripts_compute_with_the_surfaces_of_the_style_sheet(theme):
    surface = tokens(WIDGETS, theme)["surface"]
    assert f"{theme}: '{surface}'" in ACCENT
    assert ImageColor.getrgb(surface) == tuple(SURFACES[theme])


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_is_readable_on_every_ground_it_stands_on(theme):
    values = tokens(WIDGETS, theme)
    plain = product(("ink", "ink-soft", "urgent", "good", "caution"), ("surface", "raised"))
    pairs = [
        *plain,
        ("ink", "sunken"),
        ("ink-soft", "sunken"),
        *product(("ink", "ink-soft", "urgent", "good", "caution"), ("urgent-wash",)),
        ("ink", "caution-wash"),
        ("ink-soft", "caution-wash"),
    ]
    too_pale = {
        pair: ratio
        for pair in pairs
        if (ratio := contrast(*(ImageColor.getrgb(values[name]) for name in pair))) < 4.5
    }
    assert not too_pale


@pytest.mark.parametrize("theme", THEMES)
def test_the_edges_of_controls_can_be_seen(theme):
    values = tokens(WIDGETS, theme)
    for ground in ("surface", "raised", "sunken"):
        assert contrast(*(ImageColor.getrgb(values[name]) for name in ("line-strong", ground))) >= 3, ground
