"""The built widgets stay within their budgets: sizes are what brotli at quality 11 leaves on the wire."""

import base64
import hashlib
import json
import re
import tomllib
from pathlib import Path

import brotli
import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "widgets" / "static" / "widgets" / "v1"
RELEASED = ROOT / "widgets" / "data" / "released.json"
WORLD = ROOT / "widgets" / "src" / "basemap" / "world.js"
TILE = re.compile(r"tile-(\d+)-(\d+)\.([0-9a-f]{10})\.json")

KB = 1000
LOADER = 1 * KB  # beside what it carries
CODE_BEFORE_FIRST_MARKER = 15 * KB
SECOND_MODULE = 20 * KB
FINDER = 8 * KB  # beside the directory, for who asks for it
BASE_MAP = 18 * KB
OVERVIEW = 2 * KB
ALL_TO_FIRST_MARKER = 35 * KB
ZOOM_TO_A_COUNTRY = 21 * KB

# The frame in a page 2,400 pixels wide; cells of the grid; the scale of looking at a country.
FRAME = (1341, 638)
CELLS = 16
SCALE = 256 * 2**5

# Never in the page of a partner.
ON_OUR_OWN_PAGE = {"builder"}

LANGUAGES = ("ar", "en", "es", "eu", "fr")


def compressed(content: bytes) -> int:
    """Bytes on the wire."""
    return len(brotli.compress(content, quality=11))


def tile_files() -> list[Path]:
    """Return the tiles of the detailed base map."""
    return [path for path in BUILT.iterdir() if TILE.fullmatch(path.name)]


@pytest.fixture(scope="module")
def manifest() -> dict:
    return json.loads((BUILT / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def built(manifest):
    """Content of a built module by its name in the manifest."""
    return lambda name: (BUILT / manifest[name]["file"]).read_bytes()


def kept() -> dict[str, str]:
    """Files of releases and their integrity: they lie beside what is built."""
    releases = json.loads(RELEASED.read_bytes())
    return {file: integrity for one in releases for file, integrity in one["files"].items()}


def test_the_folder_holds_what_is_built_and_what_was_released(manifest):
    names = {entry["file"] for entry in manifest.values()} | {"manifest.json"}
    tiles = {path.name for path in tile_files()}
    assert names | tiles | kept().keys() == {path.name for path in BUILT.iterdir()}


def test_the_widgets_are_released_under_the_version_of_the_package():
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert package["version"] == project["project"]["version"]


def test_what_was_released_is_never_altered():
    for name, integrity in kept().items():
        digest = base64.b64encode(hashlib.sha384((BUILT / name).read_bytes()).digest()).decode()
        assert integrity == f"sha384-{digest}", name


def test_the_manifest_names_every_built_file_with_its_true_hash_and_size(manifest):
    for entry in manifest.values():
        content = (BUILT / entry["file"]).read_bytes()
        digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
        assert entry["integrity"] == f"sha384-{digest}"
        assert entry["bytes"] == len(content)
        assert abs(entry["brotli"] - compressed(content)) <= 64


def test_only_the_lasting_scripts_have_no_hash_in_their_names(manifest):
    for name, entry in manifest.items():
        lasting = name.startswith("defenders") or name in ("embed-page", "builder")
        expected = rf"{name}\.js" if lasting else rf"{name}\.[0-9a-f]{{10}}\.js"
        assert re.fullmatch(expected, entry["file"])


def test_the_lasting_scripts_add_little(built):
    assert compressed(built("defenders")) - compressed(built("map")) <= LOADER
    assert compressed(built("defenders-directory")) <= LOADER
    assert compressed(built("defenders-guidance")) <= LOADER
    assert compressed(built("embed-page")) <= LOADER


def test_the_base_map_fits():
    assert compressed(WORLD.read_bytes()) <= BASE_MAP


def test_the_code_before_the_first_marker_fits(built):
    """The base map travels inside the map's first module and has its own budget."""
    assert compressed(built("map")) - compressed(WORLD.read_bytes()) <= CODE_BEFORE_FIRST_MARKER


def test_all_to_the_first_marker_fits_with_the_largest_overview(built):
    assert compressed(built("defenders")) + OVERVIEW <= ALL_TO_FIRST_MARKER


@pytest.fixture(scope="module")
def tiles(built) -> dict[tuple[int, int], Path]:
    """{(column, row): file} of the tiles that the present module asks for; those of releases lie beside them."""
    version = re.search(rb'version:"([0-9a-f]{10})"', built("map-detail"))[1].decode()
    known = ((TILE.fullmatch(path.name), path) for path in tile_files())
    return {(int(name[1]), int(name[2])): path for name, path in known if name[3] == version}


def test_looking_closely_at_any_place_fits(built, tiles):
    """Whatever part of the world a frame shows when a country is chosen: the module, and the tiles it needs."""
    sizes = {cell: compressed(path.read_bytes()) for cell, path in tiles.items()}
    across, down = (-(-length * CELLS // SCALE) + 1 for length in FRAME)
    assert (across, down) == (4, 3)
    heaviest = max(
        sum(sizes.get((column + i, row + k), 0) for i in range(across) for k in range(down))
        for column in range(CELLS)
        for row in range(CELLS)
    )
    assert compressed(built("map-detail")) + heaviest <= ZOOM_TO_A_COUNTRY
    assert sorted(sizes.values())[len(sizes) // 2] <= 4.3 * KB


def test_the_module_for_details_knows_exactly_the_tiles_that_there_are(built, tiles):
    cells = re.search(r'tiles:\[("[^]]+")\]', built("map-detail").decode())[1].replace('"', "").split(",")
    assert {f"{column}-{row}" for column, row in tiles} == set(cells)


def test_who_never_looks_closely_loads_no_tile(built):
    for name in ("defenders", "map", "map-more"):
        assert b"tile-" not in built(name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_directory_fits_with_its_words(built, lang):
    assert compressed(built("directory")) + compressed(built(f"directory-{lang}")) <= SECOND_MODULE


def test_the_finder_fits_with_its_words_in_all_languages(built):
    assert compressed(built("finder")) <= FINDER


def test_the_guidance_fits_with_its_words_in_all_languages(built):
    assert compressed(built("guidance")) <= SECOND_MODULE


@pytest.mark.parametrize("name", ["map", "defenders"])
def test_the_map_needs_no_other_module_before_its_first_marker(built, name):
    """A static import would be one more request."""
    assert not re.search(rb"""(?:^|[;}\n])import\s*(?:[\w*{]|["'])""", built(name))


def test_built_modules_are_clean_under_trusted_types_and_a_strict_policy(built, manifest):
    forbidden = re.compile(
        rb"\.innerHTML|\.outerHTML|insertAdjacentHTML|DOMParser|document\.write|\beval\(|new Function\b"
        rb"|createElement\([\"'`](?:style|script)|localStorage|sessionStorage|indexedDB|document\.cookie|sendBeacon"
    )
    for name in set(manifest) - ON_OUR_OWN_PAGE:
        assert not forbidden.search(built(name)), name


def test_built_modules_name_no_host_but_those_that_a_visitor_may_choose_to_open(built, manifest):
    allowed = {b"signal.me", b"wa.me", b"t.me", b"www.openstreetmap.org", b"*.wikipedia.org"}
    for name in manifest:
        for host in re.findall(rb"https?://([^/\"'`\s?#)]+)", built(name)):
            host = re.sub(rb"\$\{\w+\}", b"*", host)  # the language
            assert host in allowed, f"{name} names {host!r}"
