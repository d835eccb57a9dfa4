"""Which language stands in, as a table."""

import pytest

from cms.common.languages import FALLBACKS, LANGUAGES
from cms.localisation.fallback import first_available


@pytest.mark.parametrize(
    ("lang", "texts", "found"),
    [
        ("es", {"es": "a"}, ("es", "a")),
        ("eu", {"en": "b", "es": "a"}, ("es", "a")),
        ("eu", {"eu": "", "es": "a"}, ("es", "a")),
        ("en", {"ar": "d"}, None),
        ("xx", {"es": "a"}, None),
        ("es", {}, None),
    ],
)
def test_the_first_language_with_a_text_is_taken(lang, texts, found):
    assert first_available(lang, texts, FALLBACKS) == found


def test_every_language_falls_back_to_others_only():
    assert set(FALLBACKS) == set(LANGUAGES)
    for lang, chain in FALLBACKS.items():
        assert lang not in chain
        assert len(set(chain)) == len(chain)
