"""The filters of the contract: what they read, what they refuse, and that database and records agree."""

import pytest
from django.http import QueryDict
from django.utils.translation import override

from cms.common.vocabularies import CATEGORY_CODES
from cms.directory.filters import (
    FILTERS,
    MAX_VALUES,
    InvalidParameter,
    areas_that_serve,
    parse_filters,
    scope_rank,
)
from cms.directory.records import load, organisation_record
from cms.directory.visibility import public_organisations
from tests.conftest import TODAY
from tests.factories import OrganisationFactory

# Query and what it is read as.
READ = [
    ("", {}),
    ("role=training", {"role": ("training",)}),
    ("role=training,accompaniment", {"role": ("training", "accompaniment")}),
    ("role=training&role=accompaniment", {"role": ("training", "accompaniment")}),
    ("role=training,training, training", {"role": ("training",)}),
    ("role=&service=,&country=%20", {}),
    ("country=co,Fj", {"country": ("CO", "FJ")}),
    ("seat=xk", {"seat": ("XK",)}),
    ("language=ES-mx,zh-HANT-tw", {"language": ("es-MX", "zh-Hant-TW")}),
    ("urgent=true", {"urgent": (True,)}),
    ("government=false", {"government": (False,)}),
    ("unknown=1&limit=x", {}),
]
# Query, name of the refused parameter, words of the sentence.
REFUSED = [
    ("role=singing", "role", "accompaniment, temporary_protection"),
    ("service=training,singing", "service", "singing"),
    ("audience=legal", "audience", "legal"),
    ("country=COL", "country", "ISO 3166-1"),
    ("country=ß", "country", "ß"),
    ("country=ﬁ", "country", "two letters"),
    ("seat=worldwide", "seat", "two letters"),
    ("language=spanish-of-mexico", "language", "BCP 47"),
    ("urgent=false", "urgent", "true"),
    ("government=yes", "government", "true, false"),
    ("urgent=true&urgent=true", "urgent", "only once"),
    ("search=a&search=b", "search", "only once"),
    ("search=" + "a" * 201, "search", "200"),
    ("search=%00", "search", "not text"),
    ("role=training%1F,training", "role", "not text"),
    ("role=" + "training," * (MAX_VALUES + 1), "role", "50"),
]


def parse(query):
    return parse_filters(dict(QueryDict(query).lists()), CATEGORY_CODES)


@pytest.mark.parametrize(("query", "values"), READ)
def test_values_are_read_into_their_normal_form(query, values):
    assert dict(parse(query).values) == values


@pytest.mark.parametrize(("query", "name", "words"), REFUSED)
def test_what_cannot_be_used_is_named_in_a_sentence(query, name, words):
    with pytest.raises(InvalidParameter) as refused:
        parse(query)
    assert refused.value.parameter == name
    with override("en"):
        assert words in refused.value.detail
        assert refused.value.detail.endswith(".")


def test_a_lone_surrogate_is_not_text():
    with pytest.raises(InvalidParameter):
        parse_filters({"search": ["\ud800"]}, CATEGORY_CODES)


def test_the_names_are_those_of_the_contract():
    assert " ".join(FILTERS) == "role service audience country seat language urgent government"


@pytest.mark.parametrize(
    ("areas", "rank"),
    [(["CO"], 0), (["MX", "CO"], 0), (["americas"], 1), (["worldwide"], 2), (["worldwide", "CO"], 0)],
)
def test_who_serves_the_country_itself_is_nearest(areas, rank):
    assert scope_rank(areas, ["CO"]) == rank


def test_a_country_of_two_regions_is_served_by_both():
    assert areas_that_serve(["SY"]) == {"worldwide", "SY", "asia", "mena"}


@pytest.fixture(scope="module")
def organisations_of_module(rows_of_module):
    """One organisation for each way to pass or fail a filter."""
    urgent = {"kind": "hotline", "value": "+34944000000", "urgent": True}
    calm = {"kind": "phone", "value": "+34944000001"}
    OrganisationFactory(areas_served=["CO"], languages=["es"], in_bilbao=True, channels=[calm])
    OrganisationFactory(areas_served=["CO", "mena"], languages=["es-MX", "eu"], channels=[calm, urgent])
    OrganisationFactory(areas_served=["americas"], languages=["est"], roles=["training"], hidden_place=True)
    OrganisationFactory(
        areas_served=["worldwide"], languages=["en", "zh-Hant-TW"], services=["medical", "legal"]
    )
    OrganisationFactory(
        areas_served=["FJ"], is_government=True, places=[{"precision": "country", "country": "FJ"}]
    )
    OrganisationFactory(areas_served=[], languages=[], roles=[], services=[], audiences=[], texts={})
    OrganisationFactory(roles=["training", "accompaniment"], audiences=["journalists"], areas_served=["asia"])


@pytest.fixture
def organisations(organisations_of_module, db):
    """They are there."""


# The others are asked of records only.
ASKED_OF_ROWS = {"role", "service", "audience", "country", "seat"}

QUERIES = [
    "role=training",
    "role=accompaniment,training",
    "service=legal",
    "service=medical,shelter",
    "audience=journalists,all_defenders",
    "country=CO",
    "country=SY",
    "country=FJ,ES",
    "country=AQ",
    "seat=ES",
    "seat=FJ,ES",
    "seat=CO",
    "language=es",
    "language=es-MX",
    "language=ES",
    "language=zh",
    "language=zh-Hant",
    "language=en,eu",
    "urgent=true",
    "government=true",
    "government=false",
]


@pytest.fixture
def records(organisations):
    """Their public records."""
    return [organisation_record(loaded, "es", TODAY) for loaded in load()]


@pytest.mark.parametrize("query", [query for query in QUERIES if query.split("=")[0] in ASKED_OF_ROWS])
def test_the_database_and_the_records_agree(records, query):
    ((name, values),) = parse(query).values.items()
    by_database = public_organisations().filter(FILTERS[name].q(values)).values_list("uuid", flat=True)
    assert sorted(map(str, by_database)) == sorted(
        record["id"] for record in records if FILTERS[name].matches(record, values)
    )


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 7),
        ("role=training", 2),
        ("country=CO", 4),
        ("country=SY", 3),
        ("seat=ES", 1),
        ("seat=CO", 0),
        ("language=es", 4),
        ("language=es-MX", 1),
        ("language=zh", 1),
        ("urgent=true", 1),
        ("government=true", 1),
        ("role=training&country=CO", 1),
    ],
)
def test_each_filter_finds_what_it_promises(records, query, count):
    assert sum(map(parse(query).matches, records)) == count


def test_a_hidden_place_is_no_seat_anywhere(organisations):
    assert not public_organisations().filter(FILTERS["seat"].q(["CO"])).exists()
