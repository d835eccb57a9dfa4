"""Lists in words, as each language joins them."""

import pytest

from widgets import names


@pytest.mark.parametrize(
    ("items", "style", "text"),
    [
        (["español", "inglés"], "standard", "español e inglés"),
        (["Guatemala", "México", "Irak"], "standard", "Guatemala, México e Irak"),
        (["Guatemala", "Honduras"], "standard", "Guatemala y Honduras"),
        (["agua", "hielo"], "standard", "agua y hielo"),
        (["denuncia", "observación"], "or", "denuncia u observación"),
        (["Guatemala", "Honduras"], "or", "Guatemala u Honduras"),
        (["Irak", "Siria"], "or", "Irak o Siria"),
        (["Irak"], "standard", "Irak"),
        ([], "or", ""),
    ],
)
def test_spanish_joins_words_by_how_the_last_one_sounds(items, style, text):
    assert names.listed(items, "es", style) == text


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("eu", "ingelesa, izena edo irria"),
        ("en", "ingelesa, izena, or irria"),
        ("fr", "ingelesa, izena ou irria"),
    ],
)
def test_other_languages_join_words_as_cldr_says(lang, text):
    assert names.listed(["ingelesa", "izena", "irria"], lang, "or") == text
