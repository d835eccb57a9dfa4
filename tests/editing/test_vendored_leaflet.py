"""The editors' map is on this site: Leaflet in the version its script names, with its licence, and nothing outside."""

import itertools
import json
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from cms.editing.widgets import OfficeMap

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "cms/static/defenders/admin/vendor/leaflet"


def test_the_copy_is_the_version_that_the_script_fetches():
    wanted = re.search(r'LEAFLET_VERSION = "([0-9.]+)"', (ROOT / "scripts/vendor_leaflet.mjs").read_text())[1]
    assert f"Leaflet {wanted}," in (VENDOR / "leaflet.js").read_text()[:200]


def test_the_licence_is_kept():
    assert "BSD 2-Clause" in (VENDOR / "LICENSE").read_text()


def test_the_copy_names_no_file_that_is_not_there():
    assert "sourceMappingURL" not in (VENDOR / "leaflet.js").read_text()
    assert not re.search(r"url\((?!#)", (VENDOR / "leaflet.css").read_text())


def test_the_widget_asks_nobody_outside():
    media = OfficeMap().media
    for path in (*media._js, *media._css["all"]):
        assert not re.match(r"(?:https?:)?//", path)
        assert finders.find(path), path


@pytest.mark.parametrize(
    "tiles", [None, {"url": "https://tiles.example.org/{z}/{x}/{y}.png", "attribution": "©"}]
)
def test_street_tiles_come_only_from_the_configured_source(settings, tiles):
    settings.DEFENDERS_MAP_TILES = tiles
    html = OfficeMap().render("point", "43.26271, -2.92528", {"id": "id_point"})
    assert ("tiles.example.org" in html) is bool(tiles)
    assert "openstreetmap" not in html


def test_our_scripts_and_styles_name_no_other_site():
    for path in (ROOT / "cms/static/defenders/admin").glob("*.*s"):
        assert "://" not in path.read_text(), path.name


def test_the_background_of_the_map_has_no_line_across_the_whole_world():
    world = json.loads((ROOT / "cms/static/defenders/admin/world.json").read_text())
    borders = next(one for one in world["features"] if one["properties"]["kind"] == "border")
    land = next(one for one in world["features"] if one["properties"]["kind"] == "land")
    lines = borders["geometry"]["coordinates"] + [
        ring for rings in land["geometry"]["coordinates"] for ring in rings
    ]
    for line in lines:
        for (west, _), (east, south) in itertools.pairwise(line):
            # Only the lower edge of Antarctica may go round the world.
            assert abs(east - west) < 180 or south == -90
