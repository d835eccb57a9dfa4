"""Search by words: accents, case and word endings do not matter, in any script; names come before texts."""

import pytest

from cms.directory.search import IN_NAME, IN_TEXT, search_rank

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
