import subprocess
import sys
from pathlib import Path

import pytest

from cms.common import gazetteer, territories
from cms.common.text import words

GENEVA, BILBAO, VITORIA = 2660646, 3128026, 3104499


def found(text, **options):
    return [city.id for city in gazetteer.search(text, **options)]


def test_a_city_is_found_by_its_identifier():
    city = gazetteer.by_id(GENEVA)
    assert (city.name, city.country, city.lat, city.lng) == ("Geneva", "CH", 46.20, 6.15)
    assert city.population > 150_000
    assert gazetteer.by_id(str(GENEVA)) == city


@pytest.mark.parametrize("identifier", [0, -1, "", "abc", None, "2660646\t", 99999999999])
def test_an_unknown_identifier_finds_nothing(identifier):
    assert gazetteer.by_id(identifier) is None


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Geneva", GENEVA),
        ("Genève", GENEVA),
        ("geneve", GENEVA),
        ("Ginebra", GENEVA),
        ("جنيف", GENEVA),
        ("Bilbo", BILBAO),
        ("BILBAO", BILBAO),
        ("bilb", BILBAO),
        ("Gasteiz", VITORIA),
        ("Vitoria-Gasteiz", VITORIA),
        ("vitoria gas", VITORIA),
    ],
)
def test_a_city_is_found_in_any_of_the_languages(text, city):
    assert city in found(text)


def test_the_city_that_bears_the_name_comes_before_bigger_ones_that_contain_it():
    names = [city.name for city in gazetteer.search("york")]
    assert names[0] == "York"
    assert "New York City" in names


def test_otherwise_bigger_cities_come_first():
    people = [city.population for city in gazetteer.search("san")[1:]]
    assert people == sorted(people, reverse=True)


def test_a_country_narrows_the_search():
    cities = gazetteer.search("santiago", country="CL")
    assert cities[0].name == "Santiago"
    assert {city.country for city in cities} == {"CL"}


def test_words_match_at_their_beginning_only():
    assert found("ilbao") == []


@pytest.mark.parametrize("text", ["", "   ", "?!", "\t", "|", "zzzzzzzz", "x" * 5000, "Bilbao\tES"])
def test_text_that_is_no_name_finds_nothing_and_breaks_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize("country", ["", "ZZ", "es", "\t", "2660646"])
def test_an_unknown_country_finds_nothing(country):
    assert found("Bilbao", country=country) == []
    assert gazetteer.nearest_named("Bilbao", country) is None


@pytest.mark.parametrize(("limit", "count"), [(-1, 0), (0, 0), (1, 1), (25, 25)])
def test_the_limit_holds(limit, count):
    assert len(found("san", limit=limit)) == count


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("New Delhi", "IN", "New Delhi"),
        ("New York", "US", "New York City"),
        ("Washington", "US", "Washington"),
        ("Vitoria-Gasteiz", "ES", "Gasteiz / Vitoria"),
        ("San Cristóbal de las Casas", "MX", "San Cristóbal de las Casas"),
        ("san jose", "CR", "San José"),
        ("Middelburg", "NL", "Middelburg"),
        ("Penzance", "GB", "Penzance"),
        ("Tatamagouche", "CA", "Tatamagouche"),
    ],
)
def test_a_name_and_a_country_give_one_city(name, country, expected):
    assert gazetteer.nearest_named(name, country).name == expected


@pytest.mark.parametrize("name", ["", " ", "Bilb", "Nowhere", "\x00"])
def test_a_name_nobody_bears_gives_no_city(name):
    assert gazetteer.nearest_named(name, "ES") is None


def test_every_line_of_the_file_is_a_sound_city_of_a_known_country():
    cities = [gazetteer._city(line) for line in gazetteer._lines()]
    assert len(cities) > 30_000
    assert len({city.id for city in cities}) == len(cities)
    assert {city.country for city in cities} <= territories.COUNTRIES
    assert all(-90 <= city.lat <= 90 and -180 <= city.lng <= 180 for city in cities)
    assert [city.population for city in cities] == sorted((c.population for c in cities), reverse=True)


def test_the_folded_names_in_the_file_are_those_of_today():
    stale = [
        line
        for line in gazetteer._lines()
        if gazetteer._names(line)[0] != " ".join(words(line.split("\t")[1]))
    ]
    assert stale == []


def test_importing_the_gazetteer_does_not_read_the_file():
    code = "from cms.common import gazetteer; assert gazetteer._lines.cache_info().currsize == 0"
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root)  # noqa: S603
