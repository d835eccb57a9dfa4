import pytest

from cms.common.vocabularies import CATEGORY_CODES
from tests.shared_cases import shared_cases
from widgets.options import EmbedOptions, parse_language, parse_options, read_query

LANGUAGE_CASES = shared_cases("language")


def parse(query):
    return parse_options(read_query(query), CATEGORY_CODES)


def noted(query):
    return [note.parameter for note in parse(query).notes]


def test_nothing_asked_for_is_the_source_language_and_no_filter():
    asked = parse("")
    assert asked.options == EmbedOptions()
    assert asked.notes == ()


def test_every_name_of_the_contract_is_understood():
    options = parse(
        "lang=eu&role=training,accompaniment&service=legal&audience=journalists&country=co&seat=IE&language=es"
        "&urgent=true&government=false&search=lur&page=3&theme=dark&accent=7a2e1d"
    ).options
    assert options.filters.values == {
        "role": ("training", "accompaniment"),
        "service": ("legal",),
        "audience": ("journalists",),
        "country": ("CO",),
        "seat": ("IE",),
        "language": ("es",),
        "urgent": (True,),
        "government": (False,),
    }
    assert options.filters.search == "lur"
    assert (options.lang, options.page, options.theme, options.accent) == ("eu", 3, "dark", "#7a2e1d")


def test_the_query_says_the_same_in_one_order_and_drops_unknown_names():
    query = "theme=light&utm_source=x&country=CO&country=PE&lang=ar&page=2&search=a%26b&role=training&x[]=1"
    assert (
        parse(query).options.query() == "lang=ar&role=training&country=CO,PE&search=a%26b&page=2&theme=light"
    )
    assert noted(query) == []


def test_a_query_written_and_read_again_is_the_same():
    query = "lang=fr&government=false&urgent=true&language=es,pt-BR&search=%D8%B9&page=4&accent=00ff00"
    options = parse(query).options
    assert parse(options.query()).options == options


def test_an_order_goes_along_with_other_filters_as_long_as_it_means_something():
    options = parse("order=relevance&search=lur&open=casa&page=3").options
    assert options.query() == "lang=es&search=lur&order=relevance&open=casa&page=3"
    assert options.having("country", "CO").query() == "lang=es&country=CO&search=lur&order=relevance"
    assert options.having("search").query() == "lang=es"
    assert options.at(2).query() == "lang=es&search=lur&order=relevance&page=2"
    assert ("order", "relevance") in options.attributes()


def test_an_element_gets_roles_and_no_page():
    options = parse("lang=eu&role=training&page=2&urgent=true&accent=abc").options
    assert options.attributes() == [
        ("lang", "eu"),
        ("roles", "training"),
        ("urgent", "true"),
        ("accent", "#aabbcc"),
    ]


def test_another_filter_begins_on_the_first_page():
    options = parse("page=7&country=CO&role=training").options
    assert options.having("country", "PE").query() == "lang=es&role=training&country=PE"
    assert options.having("country").query() == "lang=es&role=training"
    assert options.having("search", "lur").query() == "lang=es&role=training&country=CO&search=lur"


@pytest.mark.parametrize(
    ("query", "names", "left"),
    [
        ("role=training,pilot", ["role"], "role=training"),
        ("role=pilot", ["role"], ""),
        ("service=legal&service=%00", ["service"], "service=legal"),
        ("country=CO,Colombia,XX", ["country"], "country=CO"),
        ("country=" + ",".join(["CO"] * 51), ["country"], "country=CO"),
        ("seat=*", ["seat"], ""),
        ("language=es,***", ["language"], "language=es"),
        ("urgent=1", ["urgent"], ""),
        ("urgent=true&urgent=true", ["urgent"], "urgent=true"),
        ("government=maybe", ["government"], ""),
        ("government=true&government=false", ["government"], "government=true"),
        ("search=" + "a" * 201, ["search"], "search=" + "a" * 200),
        ("search=a&search=b", ["search"], "search=a"),
        ("search=%00", ["search"], ""),
        ("page=0", ["page"], ""),
        ("page=-1", ["page"], ""),
        ("page=1.5", ["page"], ""),
        ("page=two", ["page"], ""),
        ("page=%D9%A0", ["page"], ""),
        ("order=name&order=name", ["order"], "order=name"),
        ("order=verified_on", ["order"], ""),
        ("order=%00", ["order"], ""),
        ("order=relevance", ["order"], ""),
        ("open=../etc", ["open"], ""),
        ("open=a,b", ["open"], ""),
        ("open=a&open=b", ["open"], "open=a"),
        ("open=%00", ["open"], ""),
        ("open=" + "a" * 300, ["open"], ""),
        ("theme=blue", ["theme"], ""),
        ("accent=url(x)", ["accent"], ""),
        ("lang=es&lang=eu", ["lang"], ""),
        ("role=pilot&theme=blue&page=x", ["role", "page", "theme"], ""),
    ],
)
def test_a_wrong_value_gives_way_and_leaves_a_note(query, names, left):
    asked = parse(query)
    assert [note.parameter for note in asked.notes] == names
    assert all(note.detail for note in asked.notes)
    assert asked.options.query() == "lang=es" + (f"&{left}" if left else "")


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("page=007", 7),
        ("page=%D9%A3", 3),
        ("page=9999999999999", 1_000_000),
        ("page=" + "9" * 7000, 1_000_000),
    ],
)
def test_page_numbers_of_any_script_and_size_are_numbers(query, page):
    assert parse(query).options.page == page


@pytest.mark.parametrize("case", LANGUAGE_CASES, ids=lambda case: case["asked"])
def test_a_tag_finds_its_language_or_the_nearest_and_then_the_page_says_so(case):
    lang, notes = parse_language({"lang": [case["asked"]]})
    assert lang == case["lang"]
    assert [case["asked"] in note.detail for note in notes] == ([] if case["exact"] else [True])


def test_a_long_unknown_tag_is_named_shortly():
    _lang, notes = parse_language({"lang": ["e" * 500]})
    assert len(notes[0].detail) < 120


@pytest.mark.parametrize("query", ["%", "%zz", "%ff%fe", "=", "&&&", "a" * 20_000, "&a=1" * 5000, "%00=%00"])
def test_no_query_string_is_too_strange_to_read(query):
    assert parse(query).options == EmbedOptions()
