"""The colours of the guidance site: the same as the widgets', and readable."""

import re
from itertools import product
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SITE = (PROJECT / "cms/static/defenders/site/site.css").read_text()
WIDGETS = (PROJECT / "widgets/src/shared/styles/tokens.css").read_text()

TEXT = ("ink", "ink-soft", "accent")
BACKGROUNDS = ("surface", "raised", "sunken", "accent-wash")


def colours(rules):
    """Return {name: "#rrggbb"} of the custom properties that are plain colours."""
    found = re.findall(r"--([a-z-]+): (?:var\([^,]+, )?#([0-9a-f]{6}|[0-9a-f]{3})\b", rules)
    return {name: "".join(digit * (2 if len(code) == 3 else 1) for digit in code) for name, code in found}


def rule(sheet, selector):
    """Return what stands between the braces after a selector."""
    start = sheet.index(selector)
    return sheet[start : sheet.index("}", start)]


SITE_COLOURS = {
    "light": colours(rule(SITE, ":root {")),
    "dark": colours(rule(SITE, "@media (prefers-color-scheme: dark) {\n  :root {")),
}
WIDGET_COLOURS = {
    "light": colours(rule(WIDGETS, ".defenders {")),
    "dark": colours(rule(WIDGETS, '.defenders[data-theme="dark"] {')),
}


def luminance(colour):
    """Return the relative luminance, 0 to 1. Source: WCAG 2.2."""
    channels = [int(colour[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Return the contrast ratio, 1 to 21."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("text", "background"),
    [*product(TEXT, BACKGROUNDS), ("caution", "caution-wash"), ("on-accent", "accent")],
)
def test_text_can_be_read_on_every_background(theme, text, background):
    palette = SITE_COLOURS[theme]
    assert contrast(palette[text], palette[background]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["surface", "raised", "line", "line-strong", "ink", "ink-soft", "caution"])
def test_a_widget_has_the_colours_of_the_page_around_it(theme, name):
    assert SITE_COLOURS[theme][name] == WIDGET_COLOURS[theme][name]
