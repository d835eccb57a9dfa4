"""docs/security.md puts every promise beside its tests: what it names exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| (?P<promise>[^|]+) \| (?P<held>[^|]+) \|$", re.M)
NAMED = re.compile(r"`(tests/[^`]+)`")


def promises():
    """Return (promise, what holds it) of every row but the heads of the tables."""
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    return [
        (row["promise"], row["held"])
        for row in ROW.finditer(text)
        if row["promise"] != "promise" and not row["promise"].startswith("---")
    ]


def is_there(named):
    """Tell whether a file, folder or test (`path::test_name`) exists."""
    path, _, test = named.partition("::")
    place = ROOT / path
    if not test:
        return place.is_file() or any(place.rglob("test_*.py"))
    return place.is_file() and f"def {test}(" in place.read_text(encoding="utf-8")


@pytest.mark.parametrize(("promise", "held"), promises())
def test_every_promise_stands_beside_tests_that_exist(promise, held):
    named = NAMED.findall(held)
    assert named, f"No test stands beside: {promise}"
    assert [name for name in named if not is_there(name)] == []


@pytest.mark.parametrize("named", ["tests/nothing.py", "tests/test_docs.py::test_nothing", "tests/nowhere/"])
def test_what_does_not_exist_is_noticed(named):
    assert not is_there(named)
