"""Which organisations a list shows and in which order; the words are those a reader sees in the language."""

import pytest
from django.utils.translation import override

from cms.common.labels import AREA_LABELS
from cms.common.languages import LANGUAGES
from cms.directory.records import load, organisation_record
from cms.directory.search import names_served, search_rank
from tests.conftest import TODAY
from tests.factories import OrganisationFactory

WORDS = [
    "lagun",
    "LAGUNTZA",
    "defensor",
    "acompana",
    "faro",
    "منارة",
    "abaco rights",
    "red de",
    "asylum",
    "colombia",
    "kolonb",
    "كولومبيا",
    "siri abaco",
    "america",
    "zz",
    "a",
    "!",
]


def names(response):
    return [item["name"] for item in response.json()["items"]]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("order=name&limit=4", ["Ábaco, red de acogida", "Amerika Elkarlana", "Faro Mundial", "Office for Asylum"]),
        ("country=CO", ["Ábaco, red de acogida", "Refugio oculto", "Zubia", "Amerika Elkarlana", "Faro Mundial"]),
        ("country=CO&order=name&limit=3", ["Ábaco, red de acogida", "Amerika Elkarlana", "Faro Mundial"]),
        ("country=FJ,CO&limit=2&offset=3", ["Zubia", "Amerika Elkarlana"]),
        ("order=-verified_on&limit=3", ["Faro Mundial", "Ábaco, red de acogida", "Amerika Elkarlana"]),
        ("order=-verified_on&limit=2&offset=3", ["Office for Asylum", "pacific circle"]),
        ("limit=2&offset=6", ["Refugio oculto", "Zubia"]),
        ("offset=8", []),
        ("limit=0", []),
        ("bbox=170,-30,-160,0", ["Office for Asylum", "pacific circle"]),
        ("bbox=178.43,-18.14,178.43,-18.14", ["Office for Asylum"]),
        ("bbox=-180,-90,180,90&role=training", ["Ábaco, red de acogida", "pacific circle"]),
        ("search=refugio", ["Refugio oculto"]),
        ("search=acog", ["Ábaco, red de acogida"]),
        ("search=sin&country=SY", ["Países sin punto"]),
    ],
)  # fmt: skip
def test_the_order_is_that_of_the_contract(directory, get, query, expected):
    assert names(get(f"organisations/?{query}")) == expected


def test_relevance_puts_names_before_texts_then_the_nearest(get, republish):
    OrganisationFactory(name="Zz Defensoras", areas_served=["worldwide"])
    OrganisationFactory(name="Aa Defensoras", areas_served=["worldwide"])
    OrganisationFactory(name="Mm Defensoras", areas_served=["CO"])
    republish()
    found = names(get("organisations/?search=defensoras&country=CO&order=relevance"))
    assert found[:3] == ["Mm Defensoras", "Aa Defensoras", "Zz Defensoras"]
    assert len(found) > 3


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", WORDS)
def test_the_search_finds_what_the_records_say(directory, get, lang, words):
    records = [organisation_record(loaded, lang, TODAY) for loaded in load()]
    with override(lang):
        regions = {code: str(label) for code, label in AREA_LABELS.items()}
    expected = {
        record["id"]
        for record in records
        if search_rank(
            words,
            (record["name"], record["alternate_name"], record["acronym"]),
            record["summary"]["text"] if record["summary"] else "",
            names_served(record["areas_served"], lang, regions),
        )
        is not None
    }
    response = get(f"organisations/?lang={lang}&limit=100&search={words}")
    assert {item["id"] for item in response.json()["items"]} == expected


def test_the_total_does_not_depend_on_the_page(directory, get):
    totals = {
        get(f"organisations/?{query}").json()["meta"]["total_count"] for query in ("", "limit=1", "offset=7")
    }
    assert totals == {8}


def test_pages_of_a_list_show_everything_once(directory, get):
    seen = [
        name for offset in range(0, 9, 3) for name in names(get(f"organisations/?limit=3&offset={offset}"))
    ]
    assert len(seen) == len(set(seen)) == 8


def test_a_list_asks_the_database_nothing_however_many_there_are(get, republish, django_assert_num_queries):
    for _number in range(25):
        OrganisationFactory(in_bilbao=True)
    republish()
    with django_assert_num_queries(0):
        response = get("organisations/?limit=100&search=a&country=CO&role=accompaniment&bbox=-10,40,0,50")
    assert len(response.json()["items"]) > 25


def test_a_category_the_editors_made_is_a_value_like_the_others(get, republish):
    OrganisationFactory(name="Con seguro", services=["insurance"])
    republish()
    assert names(get("organisations/?service=insurance")) == ["Con seguro"]
    assert "insurance" in get("organisations/?service=singing").json()["detail"]
    labels = {item["code"] for item in get("categories/?kind=service").json()["items"]}
    assert "insurance" in labels
