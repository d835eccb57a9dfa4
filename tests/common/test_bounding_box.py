import pytest

from cms.common.bounding_box import parse_bounding_box
from cms.common.problems import CoordinateError


def test_a_box_is_west_south_east_north():
    box = parse_bounding_box("-10, 35.5,5,44")
    assert box == (-10.0, 35.5, 5.0, 44.0)
    assert box.longitude_ranges == ((-10.0, 5.0),)
    assert box.contains(43.26, -2.93)
    assert not box.contains(43.26, 5.01)
    assert not box.contains(44.01, 0)


def test_the_borders_belong_to_the_box():
    box = parse_bounding_box("-10,35,5,44")
    assert box.contains(35, -10)
    assert box.contains(44, 5)


def test_a_box_may_cross_the_180th_meridian():
    box = parse_bounding_box("170,-25,-170,-10")
    assert box.longitude_ranges == ((170.0, 180.0), (-180.0, -170.0))
    assert box.contains(-18, 178)
    assert box.contains(-18, -178)
    assert not box.contains(-18, 0)


def test_the_whole_world_is_a_box():
    assert parse_bounding_box("-180,-90,180,90").contains(0, 180)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "bbox_count"),
        ("1,2,3", "bbox_count"),
        ("1,2,3,4,5", "bbox_count"),
        ("1;2;3;4", "bbox_count"),
        ("1,2,3,", "bbox_number"),
        ("a,2,3,4", "bbox_number"),
        ("1,2,3,nan", "bbox_number"),
        ("1,2,inf,4", "bbox_number"),
        ("1,2,3,1e1", "bbox_number"),
        ("1,2,3,4\x00", "bbox_number"),
        ("1,2,3,٤", "bbox_number"),
        ("1,2,3," + "9" * 5000, "bbox_number"),
        ("1,-91,3,4", "latitude_range"),
        ("1,2,3,90.1", "latitude_range"),
        ("-181,2,3,4", "longitude_range"),
        ("1,2,180.5,4", "longitude_range"),
        ("1,4,3,2", "bbox_order"),
    ],
)
def test_a_bad_box_is_refused_with_its_reason(text, code):
    with pytest.raises(CoordinateError) as caught:
        parse_bounding_box(text)
    assert caught.value.code == code
