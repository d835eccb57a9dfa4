import math
from decimal import Decimal

import pytest

from cms.common import coordinates
from cms.common.problems import CoordinateError

BILBAO = (Decimal("43.2630"), Decimal("-2.9350"))


def refusal(function, *values):
    with pytest.raises(CoordinateError) as caught:
        function(*values)
    return caught.value.code


@pytest.mark.parametrize(
    "text",
    [
        "43.2630, -2.9350",
        "43.2630,-2.9350",
        " 43.2630   -2.9350 ",
        "43.2630;-2.9350",
        "43.2630 / -2.9350",
        "(43.2630, -2.9350)",
        "[43.2630, -2.9350]",
        "43,2630; -2,9350",
        "43,2630 -2,9350",
        "43,2630, -2,9350",
        "43,2630,-2,9350",
        "+43.2630, \u22122.9350",
        "43.2630,\u00a0-2.9350",
        "\u200e43.2630, -2.9350\u200f",
        "٤٣٫٢٦٣٠، -٢٫٩٣٥٠",
        "43.2630° N, 2.9350° W",
        "43.2630N 2.9350W",
        "N 43.2630, W 2.9350",
        "2.9350° W, 43.2630° N",
        "43,2630° N 2,9350° O",
        "43°15'46.8\"N 2°56'06\"W",
        "43º 15′ 46,8″ N, 2º 56′ 6″ O",
        "43°15’46.8”n 2°56’06”w",
        "43°15'46.8''N 2°56'6''W",
        "N43°15.78' W2°56.1'",
        "geo:43.2630,-2.9350",
        "GEO:43.2630,-2.9350,12;crs=wgs84;u=35",
        "geo:43.2630,-2.9350?z=17",
        "geo:0,0?q=43.2630,-2.9350(Office)",
        "geo:0,0?q=43.2630%2C-2.9350",
        "https://www.google.com/maps/@43.2630,-2.9350,17z",
        "https://www.google.com/maps/place/X/@40.1,-3.2,17z/data=!3m1!4b1!4m5!8m2!3d43.2630!4d-2.9350",
        "https://www.google.com/maps/search/?api=1&query=43.2630%2C-2.9350",
        "https://maps.google.com/?q=43.2630,-2.9350",
        "https://www.google.es/maps/place/43.2630,-2.9350",
        "https://maps.apple.com/?ll=43.2630,-2.9350",
        "https://www.openstreetmap.org/#map=17/43.2630/-2.9350",
        "https://www.openstreetmap.org/?mlat=43.2630&mlon=-2.9350#map=5/40.1/-3.2",
        "https://www.openstreetmap.org/?mlon=-2.9350&mlat=43.2630#map=5/40.1/-3.2",
    ],
)
def test_a_pasted_position_is_understood(text):
    position = coordinates.parse_point(text)
    assert coordinates.rounded(position, "exact") == BILBAO


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "coordinates_missing"),
        ("   ", "coordinates_missing"),
        ("\u200e", "coordinates_missing"),
        (None, "coordinates_unclear"),
        (43.2, "coordinates_unclear"),
        ("43.2630", "coordinates_unclear"),
        ("43,2630", "coordinates_unclear"),
        ("43,2", "coordinates_unclear"),
        ("43,2630,2,9350", "coordinates_unclear"),
        ("43.2630, -2.9350, 7", "coordinates_unclear"),
        ("somewhere in Bilbao", "coordinates_unclear"),
        ("nan, nan", "coordinates_unclear"),
        ("inf, 2", "coordinates_unclear"),
        ("1e1, 2e1", "coordinates_unclear"),
        ("0x10, 2", "coordinates_unclear"),
        ("43.2630° N", "coordinates_unclear"),
        ("43.2630° N, 44° N", "coordinates_unclear"),
        ("N 43.2630° N, 2° W", "coordinates_unclear"),
        ("43°75'00\"N 2°56'06\"W", "coordinates_unclear"),
        ("43°15'99\"N 2°56'06\"W", "coordinates_unclear"),
        ("N", "coordinates_unclear"),
        ("SSSSSSSS", "coordinates_unclear"),
        ("4" * 5000, "coordinates_unclear"),
        ("1234, 5", "coordinates_unclear"),
        ("geo:", "coordinates_unclear"),
        ("geo:43", "coordinates_unclear"),
        ("geo:43,2;crs=moon-2011", "coordinates_unclear"),
        ("https://[::1", "coordinates_unclear"),
        ("https://www.openstreetmap.org/", "link_without_coordinates"),
        ("https://www.google.com/maps/@43.2,34567,17z", "link_without_coordinates"),
        ("https://maps.app.goo.gl/AbCdEf", "short_map_link"),
        ("https://osm.org/go/AbCdEf", "short_map_link"),
        ("91, 2", "latitude_range"),
        ("-90.00001, 2", "latitude_range"),
        ("120.5, 43.2", "latitude_range"),
        ("43, 180.1", "longitude_range"),
        ("43, -181", "longitude_range"),
        ("https://maps.google.com/?q=95,2", "latitude_range"),
        ("https://www.openstreetmap.org/?mlat=x&mlon=2", "number_unclear"),
        ("0, 0", "null_island"),
        ("0.0000001, -0.0000001", "null_island"),
        ("geo:0,0", "null_island"),
        ("0°N 0°E", "null_island"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text, code):
    assert refusal(coordinates.parse_point, text) == code


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("43.263", "43.263"),
        ("43,263", "43.263"),
        (" -43 ", "-43"),
        ("43.263 N", "43.263"),
        ("S 43° 30'", "-43.5"),
        (43, "43"),
        (43.263, "43.263"),
        (Decimal("43.263"), "43.263"),
        ("90", "90"),
        ("-90", "-90"),
    ],
)
def test_a_latitude_may_be_a_number_or_a_text(value, expected):
    assert coordinates.parse_latitude(value) == Decimal(expected)


@pytest.mark.parametrize("value", ["180", "-180", "179.99999", "2.9 W", "2,9° O"])
def test_a_longitude_goes_up_to_180(value):
    assert -180 <= coordinates.parse_longitude(value) <= 180


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "coordinates_missing"),
        ("x", "number_unclear"),
        ("1.2.3", "number_unclear"),
        ("43,26,3", "number_unclear"),
        ("--1", "number_unclear"),
        ("1e1", "number_unclear"),
        ("NaN", "number_unclear"),
        ("Infinity", "number_unclear"),
        ("2.9 W", "number_unclear"),
        (math.nan, "number_unclear"),
        (math.inf, "number_unclear"),
        (-math.inf, "number_unclear"),
        (Decimal("NaN"), "number_unclear"),
        (Decimal("sNaN"), "number_unclear"),
        (True, "number_unclear"),
        (None, "number_unclear"),
        ([43], "number_unclear"),
        (90.000001, "latitude_range"),
        (10**400, "latitude_range"),
        (-1e300, "latitude_range"),
    ],
)
def test_a_bad_latitude_is_refused(value, code):
    assert refusal(coordinates.parse_latitude, value) == code


def test_the_refusal_of_a_number_shows_the_number_but_never_a_flood():
    with pytest.raises(CoordinateError) as caught:
        coordinates.parse_latitude("x" * 1000)
    assert caught.value.params == {"value": "x" * 40}
    assert "x" * 40 in str(caught.value)


def test_an_exact_point_keeps_five_decimals_and_a_city_two():
    position = coordinates.point("43.2629876", "-2.9350449")
    assert coordinates.rounded(position, "exact") == (Decimal("43.26299"), Decimal("-2.93504"))
    assert coordinates.rounded(position, "city") == (Decimal("43.26"), Decimal("-2.94"))


def test_rounding_never_leaves_a_minus_before_zero():
    assert str(coordinates.rounded(coordinates.point("12", "-0.001"), "city").lng) == "0.00"


@pytest.mark.parametrize("precision", ["country", "hidden", "", None])
def test_a_coarser_precision_has_no_point(precision):
    with pytest.raises(KeyError):
        coordinates.rounded(coordinates.point(1, 2), precision)


def test_the_equator_and_the_first_meridian_are_fine_apart():
    assert coordinates.point(0, 9.45) == (0, Decimal("9.45"))
    assert coordinates.point(51.48, 0) == (Decimal("51.48"), 0)
