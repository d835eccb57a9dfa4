"""Whatever is asked for, the index finds, orders and counts what one finds by looking at every record."""

import contextlib
import json
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.common.bounding_box import BoundingBox
from cms.common.territories import COUNTRIES
from cms.common.vocabularies import CATEGORY_CODES
from cms.directory.filters import FILTERS, Filters, scope_rank
from cms.directory.index import ORDERS, Found, Selection, facets, verified, words
from cms.directory.search import names_served, search_rank
from tests.directory.index.releases import AREAS, directory, opened, record, shown

WORDS = [
    "Ágora",
    "agorafobia",
    "red",
    "Reda",
    "المدافعين",
    "منظمة",
    "マンガ人権",
    "Perú",
    "defensa",
    "a",
    "ab",
    "Œuvre",
]
SEARCHES = [
    "agora",
    "a",
    "A r",
    "red",
    "مدافع",
    "منظمه",
    "人",
    "peru",
    "colom",
    "ameri",
    "def agora",
    "zz",
    "!",
    "oe",
]
SERVED = ["CO", "FR", "SY", "AQ", "americas", "mena", "asia", "worldwide"]
LANGUAGES_SPOKEN = ["es", "es-MX", "zh-Hant-TW", "eu", "est"]
DEGREES = [-180.0, -179.99, -75.5, 0.0, 12.34567, 75.5, 180.0]


def some(values, size=3):
    return st.lists(st.sampled_from(values), max_size=size, unique=True)


texts = some(WORDS).map(" ".join)
places = st.fixed_dictionaries(
    {"country": st.sampled_from(["CO", "FR"])},
    optional={"lat": st.sampled_from([-90.0, -10.0, 0.0, 45.5]), "lng": st.sampled_from(DEGREES)},
).map(lambda place: place if {"lat", "lng"} <= set(place) else {"country": place["country"]})
facts = st.fixed_dictionaries(
    {
        "name": texts,
        "alternate_name": texts,
        "acronym": st.sampled_from(["", "ARA"]),
        "roles": some(CATEGORY_CODES["role"]),
        "services": some(CATEGORY_CODES["service"][:4]),
        "audiences": some(CATEGORY_CODES["audience"][:3]),
        "areas_served": some(SERVED),
        "languages": some(LANGUAGES_SPOKEN),
        "urgent_help": st.booleans(),
        "is_government": st.booleans(),
        "summary": st.none() | texts.map(lambda text: {"text": text}),
        "places": st.lists(places, max_size=3),
        "verified_on": st.sampled_from([None, "2026-05-04", "2025-01-01"]),
    }
)
WANTED = {
    "role": some(CATEGORY_CODES["role"]),
    "service": some(CATEGORY_CODES["service"][:5]),
    "audience": some(CATEGORY_CODES["audience"][:3]),
    "country": some(["CO", "FR", "SY", "AQ", "FJ"], 2),
    "seat": some(["CO", "FR", "ES"], 2),
    "language": some(["es", "es-MX", "zh", "zh-Hant", "fr"], 2),
    "urgent": st.sampled_from([[], [True]]),
    "government": st.sampled_from([[], [True], [False]]),
}
boxes = st.none() | st.builds(
    BoundingBox,
    st.sampled_from(DEGREES),
    st.just(-45.0),
    st.sampled_from(DEGREES),
    st.sampled_from([0.0, 45.5]),
)


@st.composite
def selections(draw):
    names = draw(some(list(WANTED)))
    values = {name: tuple(wanted) for name in names if (wanted := draw(WANTED[name]))}
    search = draw(st.just("") | st.sampled_from(SEARCHES))
    order = draw(st.sampled_from([None, *ORDERS]))
    return Selection(Filters(values, search), draw(st.sampled_from(["es", "fr"])), draw(boxes), order)


def rank(one, selection):
    """Return the rank of a record, None for one that is not found."""
    names = one["name"], one["alternate_name"], one["acronym"]
    served = names_served(one["areas_served"], selection.lang, AREAS)
    summary = one["summary"]["text"] if one["summary"] else ""
    box = selection.box
    if box and not any(
        "lat" in place and box.contains(place["lat"], place["lng"]) for place in one["places"]
    ):
        return None
    if not selection.filters.matches(one):
        return None
    return search_rank(selection.filters.search, names, summary, served)


def found_one_by_one(records, selection):
    """Return the records that are found, in order; `records` are by name."""
    countries = selection.filters.countries

    def key(one):
        nearest = scope_rank(one["areas_served"], countries) if countries else 0
        return {
            "name": (),
            "-verified_on": (-date.fromisoformat(one["verified_on"] or "0001-01-01").toordinal(),),
            "relevance": (rank(one, selection), nearest),
            None: (nearest,),
        }[selection.order]

    return sorted((one for one in records if rank(one, selection) is not None), key=key)


def with_value(selection, name, value):
    values = {other: them for other, them in selection.filters.values.items() if other != name}
    return Selection(
        Filters({**values, name: (value,)}, selection.filters.search), selection.lang, selection.box
    )


CANDIDATES = {
    **CATEGORY_CODES,
    "country": sorted(COUNTRIES),
    "seat": sorted(COUNTRIES),
    "language": ["es", "es-MX", "est", "eu", "zh", "zh-Hant", "zh-Hant-TW"],
    "urgent": [True],
    "government": [True, False],
}


@pytest.fixture(params=["as if there were many", "few"], scope="module")
def how_many(request):
    """Records are few here: with smaller limits they are treated as many are."""
    with contextlib.ExitStack() as patches:
        if request.param != "few":
            for module, name, value in (
                (words, "MOST_WALKED", 1),
                (verified, "BLOCK", 2),
                (verified, "_FEW", 0),
            ):
                patches.enter_context(patch.object(module, name, value))
        yield


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    drawn=st.lists(facts, max_size=12),
    selection=selections(),
    start=st.integers(0, 8),
    size=st.integers(0, 8),
)
def test_the_index_agrees_with_the_records(how_many, drawn, selection, start, size):
    records = directory([record(f"o{number}", **one) for number, one in enumerate(drawn)])["organisations"]
    index = opened(records)
    found = Found(index, selection)
    expected = found_one_by_one(records, selection)
    assert found.total == len(expected)
    assert shown(index, found.page(0, 100), selection.lang) == expected
    assert shown(index, found.page(start, start + size)) == expected[start : start + size]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(drawn=st.lists(facts, max_size=8), selection=selections())
def test_a_facet_counts_what_its_value_would_find(drawn, selection):
    records = directory([record(f"o{number}", **one) for number, one in enumerate(drawn)])["organisations"]
    index = opened(records)
    counted = facets(index.neutral, Found(index, selection))
    assert list(counted) == list(FILTERS)
    for name, candidates in CANDIDATES.items():
        totals = {
            json.dumps(value) if isinstance(value, bool) else value: len(
                found_one_by_one(records, with_value(selection, name, value))
            )
            for value in candidates
        }
        assert counted[name] == {value: total for value, total in totals.items() if total}
        assert (
            list(counted[name]) == [value for value in totals if value in counted[name]]
            or name == "government"
        )
