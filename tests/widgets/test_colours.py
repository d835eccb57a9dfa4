import pytest
from PIL import ImageColor

from widgets.colours import SURFACES, accent_for, contrast, parse_colour

SUNKEN = {"light": ImageColor.getrgb("#f6f1e9"), "dark": ImageColor.getrgb("#2a2522")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7a2e1d", "#7a2e1d"),
        ("#7A2E1D", "#7a2e1d"),
        ("#abc", "#aabbcc"),
        ("teal", "#008080"),
        ("rgb(1, 2, 3)", "#010203"),
        ("hsl(120,100%,20%)", "#006600"),
    ],
)
def test_a_colour_is_read_in_the_forms_people_write(text, expected):
    assert parse_colour(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "zz", "#12345", "#12345678", "rgb(999,1,1)", "rgba(1,2,3,.5)", "url(x)", "red;}", "٣٣٣", "#" * 500],
)
def test_anything_else_is_no_colour(text):
    assert parse_colour(text) is None


@pytest.mark.parametrize("accent", ["#ffff00", "#000000", "#ffffff", "#7a2e1d", "#777777", "#0000ff"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_accent_can_be_read_on_its_surface_and_text_on_it(theme, accent):
    colour, text = (ImageColor.getrgb(value) for value in accent_for(theme, accent))
    assert contrast(colour, SURFACES[theme]) >= 4.5
    assert contrast(colour, SUNKEN[theme]) >= 4.5
    assert contrast(colour, text) >= 4.5


def test_a_readable_accent_stays_as_it_is():
    assert accent_for("light", "#0f5d57")[0] == "#0f5d57"
