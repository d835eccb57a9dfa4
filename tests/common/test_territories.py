from itertools import combinations

import pytest

from cms.common import territories
from cms.common.languages import LANGUAGES
from cms.common.vocabularies import REGIONS

M49 = ("africa", "americas", "asia", "europe", "oceania")


def test_there_are_249_iso_countries_and_kosovo():
    assert len(territories.COUNTRIES - {"XK"}) == 249
    assert "XK" in territories.COUNTRIES


def test_regions_come_in_the_order_of_the_vocabulary():
    assert tuple(territories.REGIONS) == REGIONS


def test_no_country_is_in_two_continental_regions():
    for one, other in combinations(M49, 2):
        assert not territories.REGIONS[one] & territories.REGIONS[other]


def test_every_country_but_antarctica_is_in_a_continental_region():
    united = frozenset().union(*(territories.REGIONS[code] for code in M49))
    assert {"AQ"} == territories.COUNTRIES - united


def test_the_sizes_are_those_of_m49_with_taiwan_and_kosovo():
    sizes = {code: len(countries) for code, countries in territories.REGIONS.items()}
    assert sizes == {"africa": 60, "americas": 57, "asia": 51, "europe": 52, "oceania": 29, "mena": 20}


@pytest.mark.parametrize(
    ("country", "regions"),
    [
        ("CO", ("americas",)),
        ("GL", ("americas",)),
        ("EG", ("africa", "mena")),
        ("EH", ("africa", "mena")),
        ("PS", ("asia", "mena")),
        ("IR", ("asia", "mena")),
        ("CY", ("asia",)),
        ("TR", ("asia",)),
        ("TW", ("asia",)),
        ("GE", ("asia",)),
        ("RU", ("europe",)),
        ("XK", ("europe",)),
        ("SD", ("africa",)),
        ("RE", ("africa",)),
        ("FJ", ("oceania",)),
        ("AQ", ()),
        ("ZZ", ()),
    ],
)
def test_a_country_knows_its_regions(country, regions):
    assert territories.regions_of(country) == regions


@pytest.mark.parametrize("code", ["CO", "XK", "AQ", "worldwide", "mena", "americas"])
def test_countries_regions_and_the_world_are_areas(code):
    assert territories.is_area(code)


@pytest.mark.parametrize("code", ["", "co", "ZZ", "EU", "COL", "Worldwide", "earth", None, 4, ["CO"]])
def test_nothing_else_is_an_area(code):
    assert not territories.is_area(code)
    assert not territories.is_country(code)


def test_a_region_is_not_a_country():
    assert territories.is_country("CO")
    assert not territories.is_country("americas")


@pytest.mark.parametrize(
    ("lang", "name"),
    [("es", "España"), ("eu", "Espainia"), ("en", "Spain"), ("fr", "Espagne"), ("ar", "إسبانيا")],
)
def test_countries_have_their_name_in_each_language(lang, name):
    assert territories.country_name("ES", lang) == name


@pytest.mark.parametrize("code", ["ZZ", "EU", "es", "419", ""])
def test_an_unknown_country_has_no_name(code):
    with pytest.raises(KeyError):
        territories.country_name(code, "es")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_countries_is_complete_in_every_language(lang):
    listed = territories.countries_in_order(lang)
    assert {code for code, _ in listed} == territories.COUNTRIES
    assert all(name.strip() for _, name in listed)


def test_accents_do_not_send_a_country_to_the_end_of_the_list():
    names = [name for _, name in territories.countries_in_order("en")]
    assert names.index("Åland Islands") == names.index("Albania") - 1
    assert names.index("Côte d’Ivoire") < names.index("Croatia")
