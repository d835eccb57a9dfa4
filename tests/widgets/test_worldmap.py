import io

import pytest
from PIL import Image

from cms.common.territories import COUNTRIES
from widgets.worldmap import PALETTES, WIDTH, height, picture, scene

EVERYBODY = {code: number % 30 for number, code in enumerate(sorted(COUNTRIES))}
BRAZIL = (245, 305)  # a pixel far from borders and dots
DOTS = [[-74.1, 4.6, 12], [2.35, 48.86, 9], [179.9, -18.1, 1], [-179.9, -14.3, 1], [0, 85, 1], [0, -90, 1]]


def colours(content):
    """Return the pixels as a function of position."""
    return Image.open(io.BytesIO(content)).convert("RGB").getpixel


@pytest.mark.parametrize("theme", list(PALETTES))
def test_the_fullest_picture_keeps_to_its_budget(theme):
    dots = [[lng, lat, 3] for lng in range(-160, 180, 24) for lat in range(-40, 70, 16)]
    content = picture(scene(theme, EVERYBODY, dots))
    assert 5_000 < len(content) <= 18_000
    image = Image.open(io.BytesIO(content))
    assert (image.format, image.size) == ("WEBP", (WIDTH, height()))


def test_a_country_is_darker_the_more_it_is_served():
    none, few, many = (
        sum(colours(picture(scene("light", served, ())))(BRAZIL))
        for served in ({}, {"BR": 1, "CO": 90}, {"BR": 90, "CO": 1})
    )
    assert none > few > many


def test_dots_stand_where_organisations_are():
    without, with_dot = (colours(picture(scene("light", {}, dots))) for dots in ((), DOTS))
    near = [(x, y) for x in range(180, 200) for y in range(240, 260)]
    assert any(without(place) != with_dot(place) for place in near)


def test_equal_scenes_share_a_picture():
    assert picture(scene("dark", {"CO": 2}, DOTS)) is picture(scene("dark", {"CO": 2, "PE": 0}, DOTS))


def test_an_accent_shades_the_countries():
    red, green, blue = colours(picture(scene("light", {"BR": 9}, (), "#ff0000")))(BRAZIL)
    assert red > 200
    assert max(green, blue) < 150


@pytest.mark.parametrize("served", [{}, {"XX": 5}, {"": 5}, {"CO": -1}])
def test_codes_that_are_no_country_change_nothing(served):
    assert len(picture(scene("light", served, ()))) > 1000
