import pytest

from cms.directory.filters import Filters
from tests.widgets import directories
from tests.widgets.directories import record
from widgets.directory_file import parse_directory
from widgets.listing import PAGE_SIZE, find, index_by_country, one_page

IN_COLOMBIA = record("a-colombia", areas_served=["CO"])
IN_AMERICAS = record("b-americas", areas_served=["americas"])
IN_THE_WORLD = record("c-world", areas_served=["worldwide"])
IN_KENYA = record("d-kenya", areas_served=["KE"])
ALL = [IN_COLOMBIA, IN_AMERICAS, IN_THE_WORLD, IN_KENYA]


def of(records, lang="es"):
    """Return the directory of these records."""
    return parse_directory(directories.directory(records, lang), lang)


def slugs(records):
    return [one["slug"] for one in records]


def test_the_nearest_scope_comes_first():
    found = find(of(list(reversed(ALL))), Filters({"country": ("CO",)}))
    assert slugs(found) == ["a-colombia", "b-americas", "c-world"]
    groups = one_page(found, Filters({"country": ("CO",)}), 1).groups
    assert [(scope, slugs(records)) for scope, records in groups] == [
        ("country", ["a-colombia"]),
        ("region", ["b-americas"]),
        ("world", ["c-world"]),
    ]


def test_words_in_the_name_come_before_words_in_the_summary():
    in_text = record("a", name="Lur", summary={"text": "Árbol", "lang": "es"})
    in_name = record("b", name="Arbola", summary=None)
    assert slugs(find(of([in_text, in_name]), Filters({}, "ARBOL"))) == ["b", "a"]


def test_a_page_beyond_the_end_is_the_last_one():
    many = [record(f"o-{number}") for number in range(PAGE_SIZE + 1)]
    last = one_page(many, Filters({}), 99)
    assert (last.page, last.pages, last.total) == (2, 2, PAGE_SIZE + 1)
    assert slugs(last.groups[0][1]) == [f"o-{PAGE_SIZE}"]


def test_nothing_found_is_one_empty_page():
    nothing = one_page([], Filters({}), 5)
    assert (nothing.page, nothing.pages, nothing.total, nothing.groups) == (1, 1, 0, ())


def test_the_index_counts_by_country_and_leaves_its_own_filter_aside():
    continents, worldwide = index_by_country(of(ALL), Filters({"country": ("KE",)}))
    assert worldwide == 1
    assert [(one.code, one.organisations) for one in continents] == [("africa", 1), ("americas", 2)]
    americas = {code: count for code, _name, count in continents[1].countries}
    assert (americas["CO"], americas["PE"]) == (2, 1)


def test_the_index_follows_the_other_filters():
    training = record("t", roles=["training"], areas_served=["PE"])
    continents, _worldwide = index_by_country(of([*ALL, training]), Filters({"role": ("training",)}))
    assert [(code, count) for code, _name, count in continents[0].countries] == [("PE", 1)]


def test_countries_are_in_the_order_of_their_names_in_the_language():
    served = [record(areas_served=["DE", "ES", "AT"])]
    names = [name for _code, name, _count in index_by_country(of(served), Filters({}))[0][0].countries]
    assert names == ["Alemania", "Austria", "España"]


def test_names_of_countries_served_are_found_in_the_language_of_the_page():
    german = record("b", areas_served=["DE"], summary=None)
    told = record("a", areas_served=["worldwide"], summary={"text": "Nació en Alemania", "lang": "es"})
    assert slugs(find(of([told, german]), Filters({}, "alemania"))) == ["b", "a"]
    assert slugs(find(of([told, german], "en"), Filters({}, "germany"))) == ["b"]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("", ["near", "named", "far"]),
        ("name", ["far", "named", "near"]),
        ("-verified_on", ["near", "far", "named"]),
        ("relevance", ["named", "near", "far"]),
    ],
)
def test_the_order_is_the_one_that_is_asked_for(order, found):
    lur = {"text": "lur", "lang": "es"}
    records = [
        record("far", areas_served=["worldwide"], summary=lur, verified_on="2025-01-02"),
        record("named", name="Lur", areas_served=["americas"], verified_on="no day"),
        record("near", areas_served=["CO"], summary=lur, verified_on="2026-01-02"),
    ]
    filters = Filters({"country": ("CO",)}, "lur")
    assert slugs(find(of(records), filters, order)) == found
    groups = one_page(find(of(records), filters, order), filters, 1, order).groups
    assert all(scope == "" for scope, _records in groups) is (order != "")
