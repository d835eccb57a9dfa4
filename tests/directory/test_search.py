"""Search by words: accents, case and word endings do not matter, in any script; names come before texts."""

import pytest

from cms.directory.search import IN_COUNTRY, IN_NAME, IN_TEXT, names_served, search_rank
from tests.shared_cases import shared_cases

NAMES = ("Ágora de Defensa", "Agora Defence Network", "ÁDD")
SUMMARY = "Acompaña a mujeres que defienden la tierra en Perú."


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("ágora", IN_NAME),
        ("AGORA", IN_NAME),
        ("ago", IN_NAME),
        ("defensa agora", IN_NAME),
        ("add", IN_NAME),
        ("network", IN_NAME),
        ("acompana", IN_TEXT),
        ("PERÚ", IN_TEXT),
        ("agora mujeres", IN_TEXT),
        ("gora", None),
        ("agora hombres", None),
        ("mujeresque", None),
        ("", IN_NAME),
        ("  …!? ", IN_NAME),
        ("%_'\"\\", IN_NAME),
    ],
)
def test_words_are_found_by_their_beginning(words, rank):
    assert search_rank(words, NAMES, SUMMARY) == rank


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("مدافعين", "منارة للناس مُدَافِعين"),
        ("منظمه", "منظمة"),
        ("احمد", "أحمد"),
        ("ελληνικα", "Ελληνικά"),
        ("киiв", "Киiв"),
        ("straße", "STRASSE"),
        ("2024", "٢٠٢٤"),
        ("euskara", "ＥＵＳＫＡＲＡ"),
        ("lodz", "Łódź"),
    ],
)
def test_spelling_variants_of_every_script_are_the_same(words, text):
    assert search_rank(words, (text,), "") == IN_NAME


def test_an_organisation_without_texts_is_found_by_its_name():
    assert search_rank("agora", ("Ágora", "", ""), "") == IN_NAME
    assert search_rank("tierra", ("Ágora", "", ""), "") is None


SERVED = ("Colombia", "Oriente Medio y norte de África")


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("agora", IN_NAME),
        ("colombia", IN_COUNTRY),
        ("COLOM agora", IN_COUNTRY),
        ("africa", IN_COUNTRY),
        ("colombia tierra", IN_TEXT),
        ("agora tierra", IN_TEXT),
        ("colombia mexico", None),
    ],
)
def test_names_of_countries_come_between_names_and_texts(words, rank):
    assert search_rank(words, NAMES, SUMMARY, SERVED) == rank


def test_countries_and_regions_have_names_and_the_world_has_none():
    labels = {"americas": "Amerikak", "worldwide": "Mundu osoa"}
    assert names_served(["CO", "americas", "worldwide", "DE"], "eu", labels) == [
        "Kolonbia",
        "Amerikak",
        "Alemania",
    ]
    assert names_served(["CO", "EG"], "ar", {}) == ["كولومبيا", "مصر"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("مدافعين", "منظمة المدافعين"),
        ("المدافعين", "منظمة المدافعين"),
        ("امم", "الأمم المتحدة"),
        ("人権", "東京人権センター"),
        ("センター", "東京人権センター"),
        ("สิทธิ", "ศูนย์สิทธิมนุษยชน"),
    ],
)
def test_articles_do_not_hide_a_word_and_scripts_without_spaces_are_found_anywhere(words, text):
    assert search_rank(words, (text,), "") == IN_NAME


def test_a_short_arabic_word_is_not_taken_apart():
    assert search_rank("ف", ("ألف",), "") is None


SHARED = shared_cases("search")
RANKS = {"name": IN_NAME, "country": IN_COUNTRY, "text": IN_TEXT, None: None}


@pytest.mark.parametrize(("record", "words", "rank"), SHARED["cases"])
def test_the_server_finds_what_the_widgets_find(record, words, rank):
    one = SHARED["records"][record]
    served = names_served([area for area in one["areas"] if len(area) > 2], "es", SHARED["areas"])
    served += [SHARED["areas"][area] for area in one["areas"] if len(area) == 2]
    assert search_rank(words, one["names"], one["summary"] or "", served) == RANKS[rank]
