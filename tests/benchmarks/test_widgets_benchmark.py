"""The benchmark of the widgets is whole and fair; no browser, no packages, no network. It runs in tests/browser."""

import json
import random
import re

import brotli
import pytest

from benchmarks import report, runs
from benchmarks.api.made_up import cities
from benchmarks.widgets import __main__ as benchmark
from benchmarks.widgets import arrival, peers, work
from benchmarks.widgets.budgets import BUDGETS, verdict
from benchmarks.widgets.files import organisations
from benchmarks.widgets.measure import longest, medians
from benchmarks.widgets.stage import ROOT
from cms.common.territories import COUNTRIES
from cms.directory.geojson import overview, public_points

PACKAGE = ROOT / "benchmarks" / "widgets" / "package.json"
LOCK = PACKAGE.with_name("package-lock.json")


@pytest.mark.parametrize(
    ("measured", "holds"), [(1500, "target"), (1501, "limit"), (1900, "limit"), (1901, "**no**")]
)
def test_a_verdict_says_whether_the_target_or_only_the_limit_holds(measured, holds):
    row = ["first marker, pinned", "1,500 ms", "1,900 ms", f"{measured:,} ms", holds]
    assert verdict("marker", measured, "pinned") == row


def test_no_target_is_beyond_its_limit():
    assert all(budget.target <= budget.limit for budget in BUDGETS.values())


def test_every_place_in_the_page_has_its_markers():
    content = runs.PAGE.read_text()
    for name in ("machine", "budgets", *benchmark.SECTIONS):
        assert all(marker.format(name=f"widgets, {name}") in content for marker in report.MARKERS)


@pytest.mark.parametrize("name", peers.PEERS)
def test_a_peer_serves_what_its_page_asks_for(name):
    page = (peers.HERE / f"{name}.html").read_text()
    asked = set(re.findall(r"HOST/peers/([\w.-]+)", page)) | set(re.findall(r"json\('([\w.-]+)'\)", page))
    served = {path for path in peers.PEERS[name].files if "/" not in path} | set(peers.PEERS[name].data)
    assert asked == served
    assert "peer = {" in page


def test_the_versions_of_the_peers_are_fixed_and_name_no_registry():
    wanted = json.loads(PACKAGE.read_text())["dependencies"]
    assert {package for peer in peers.PEERS.values() for package in peer.packages} <= wanted.keys()
    locked = json.loads(LOCK.read_text())["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert not any("resolved" in entry for entry in locked.values())


def test_all_sides_show_the_same_organisations():
    records = organisations(40)
    places = [[place["lng"], place["lat"]] for _, place in public_points(records)]
    assert json.loads(peers.DATA["points.json"](records)) == places
    features = json.loads(peers.DATA["markers.geojson"](records))["features"]
    assert [feature["geometry"]["coordinates"] for feature in features] == places
    assert [feature["properties"]["slug"] for feature in features] == [record["slug"] for record in records]


def test_the_overview_fits_with_ten_thousand_organisations_all_over_the_world():
    chance = random.Random(1)  # noqa: S311
    everywhere = sorted(COUNTRIES)
    records = [
        {
            "areas_served": chance.sample(everywhere, chance.randint(1, 4)),
            "places": [{"lat": city.lat, "lng": city.lng} for city in chance.choices(cities(), k=2)],
        }
        for _ in range(10_000)
    ]
    head = {"schema_version": 1, "as_of": "2026-11-23"}
    content = json.dumps(head | overview(records), separators=(",", ":")).encode()
    assert len(brotli.compress(content, quality=11)) <= BUDGETS["overview"].limit


def test_medians_are_taken_of_each_number():
    assert medians([{"a": 1, "b": None}, {"a": 9, "b": None}, {"a": 2, "b": None}]) == {"a": 2, "b": None}


def test_a_task_belongs_to_the_step_in_which_it_began():
    tasks = [(1, 5), (10, 7), (12, 3), (30, 9)]
    marks = {"bench nothing": 10, "bench loaded": 20}
    assert longest(("nothing", "loaded"), tasks, marks) == {"start": 5, "nothing": 7, "loaded": 9}


def test_an_embed_without_a_base_map_is_compared_by_its_markers_alone():
    ours = {"marker": 1000, "bytes": 10, "requests": 2, "map": 1000, "map bytes": 10}
    lean = {"marker": 2500, "bytes": 40, "requests": 3, "map": None, "map bytes": None}
    found = dict.fromkeys(arrival.OURS, ours) | {"lean": lean}
    result = {"counts": {"7": found}, "titles": {name: name for name in found}}
    assert "| lean | 2,500 | 2.50 | 40 | 4.00 | 3 | none |  | none |" in arrival.tables(result)[1]


def test_others_are_put_beside_what_ours_takes_until_its_content_is_there():
    ours = {"start": 20, "nothing": 5, "loaded": 30, "typing": 60, "heap": 2e6, "buffers": 0}
    other = {"start": 90, "nothing": 5, "drawn": 10, "heap": 9e6, "buffers": 0}
    found = dict.fromkeys(("empty", *work.OURS), ours) | {"usual": other}
    result = {
        "count": 7,
        "titles": {name: name for name in found},
        "runs": dict.fromkeys(work.FLAGS, found),
    }
    assert "| usual | 90 | 3.00 | 90 | 3.00 |  |  | 9 | 0 |" in work.tables(result)[1]
    assert [row[3] for row in work.verdicts(result)] == ["60 ms", "60 ms", "2,000,000 bytes"]


def test_what_another_machine_measured_is_not_kept_beside_this_one(tmp_path):
    kept = tmp_path / "kept" / "results.json"
    runs.run(["one"], lambda name: {"found": name}, {"processor": "old"}, kept)
    results = runs.run(["two"], lambda name: {"found": name}, {"processor": "old"}, kept)
    assert {name: one["result"]["found"] for name, one in results["sections"].items()} == {
        "one": "one",
        "two": "two",
    }
    assert list(runs.run(["two"], lambda name: {}, {"processor": "new"}, kept)["sections"]) == ["two"]
