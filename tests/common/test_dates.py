"""Days in words, in every language of the interface."""

from datetime import date

import pytest

from cms.common.dates import long_date


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("es", "22 de noviembre de 2026"),
        ("eu", "2026/11/22"),
        ("en", "November 22, 2026"),
        ("fr", "22 novembre 2026"),
        ("ar", "22 نوفمبر 2026"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(lang, words):
    assert long_date(date(2026, 11, 22), lang) == words
