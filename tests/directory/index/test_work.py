"""A list looks at the records it shows and at no other, however many there are."""

import pytest

from cms.common.bounding_box import BoundingBox
from cms.common.vocabularies import ROLES
from cms.directory.filters import Filters
from cms.directory.index import Found, Selection
from cms.directory.index.records import Records
from cms.directory.index.sets import Sets
from tests.directory.index.releases import opened, record

FEW, MANY = 300, 3000
ASKED = {
    "all": Selection(Filters({}), "es"),
    "role": Selection(Filters({"role": ("training",)}), "es"),
    "country": Selection(Filters({"country": ("CO",)}), "es"),
    "one letter": Selection(Filters({}, "n"), "es", None, "relevance"),
    "box": Selection(Filters({}), "es", BoundingBox(-180, -90, 180, 90)),
    "verified": Selection(Filters({"role": ("training",)}), "es", None, "-verified_on"),
}


@pytest.fixture(scope="module")
def indexes():
    """{number of records: index}."""
    return {size: opened(made(size)) for size in (FEW, MANY)}


def made(size):
    """Return records of which every word is another."""
    return [
        record(
            f"o{number}",
            name=f"n{number:05}",
            roles=[ROLES[number % 4]],
            areas_served=[("CO", "americas", "worldwide")[number % 3]],
            summary={"text": f"n{number:x} palabra"},
            places=[{"country": "CO", "lat": number % 170 - 85.0, "lng": number * 7 % 360 - 180.0}],
            verified_on=f"2026-01-{number % 28 + 1:02}",
        )
        for number in range(size)
    ]


@pytest.fixture
def work(monkeypatch):
    """Count what is touched: {"records": ..., "sets": ...}."""
    counted = {"records": 0, "sets": 0}
    bytes_of, union = Records.bytes_of, Sets.union

    def counted_bytes(self, number):
        counted["records"] += 1
        return bytes_of(self, number)

    def counted_union(self, ids):
        ids = list(ids)
        counted["sets"] += len(ids)
        return union(self, ids)

    monkeypatch.setattr(Records, "bytes_of", counted_bytes)
    monkeypatch.setattr(Sets, "union", counted_union)
    return counted


@pytest.mark.parametrize("name", ASKED)
def test_ten_times_as_many_are_no_more_work(indexes, work, name):
    touched = []
    for size in (FEW, MANY):
        work.update(records=0, sets=0)
        index = indexes[size]
        found = Found(index, ASKED[name])
        records = [index.languages["es"].records.bytes_of(number) for number in found.page(0, 20)]
        assert found.total > 20 and len(records) == 20
        assert work["records"] == 20
        touched.append(work["sets"])
    few, many = touched
    assert many <= max(few, 4)
