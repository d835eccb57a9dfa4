import pytest

from cms.common import languages


def test_every_interface_language_has_an_endonym_and_falls_back_to_known_other_languages():
    assert set(languages.ENDONYMS) == set(languages.FALLBACKS) == set(languages.LANGUAGES)
    for code, others in languages.FALLBACKS.items():
        assert code not in others
        assert set(others) <= set(languages.LANGUAGES)
        assert languages.SOURCE_LANGUAGE in (code, *others)


@pytest.mark.parametrize("code", ["ar", "ar-EG", "AR", "he", "fa", "ur", "ckb", "az-Arab", "pa-Arab-PK"])
def test_written_from_right_to_left(code):
    assert languages.direction(code) == "rtl"


@pytest.mark.parametrize("code", ["es", "eu", "en", "fr", "zh-Hant", "ur-Latn", "sr-Cyrl", "", "arn"])
def test_written_from_left_to_right(code):
    assert languages.direction(code) == "ltr"


@pytest.mark.parametrize(
    ("value", "normal"),
    [
        ("es", "es"),
        ("ES-mx", "es-MX"),
        ("fil", "fil"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("ca-valencia", "ca-valencia"),
        ("de-CH-1996", "de-CH-1996"),
    ],
)
def test_a_well_formed_tag_is_accepted_and_brought_to_its_usual_case(value, normal):
    assert languages.is_language_tag(value)
    assert languages.normalise_language_tag(value) == normal


@pytest.mark.parametrize(
    "value",
    ["", "e", "english", "es_MX", "es-", "-es", "es--MX", "es-MEX", "es-1", "es mx", "es\n", "eſ",
     "es-MX-MX-MX", "de-1996-1996", "x-private", "ñu", "es-MX\x00", None, 5, ["es"]],
)  # fmt: skip
def test_anything_else_is_not_a_language_tag(value):
    assert not languages.is_language_tag(value)
    assert languages.normalise_language_tag(value) is None


@pytest.mark.parametrize(
    ("wanted", "tag", "found"),
    [
        ("es", "es", True),
        ("es", "es-MX", True),
        ("ES", "es-mx", True),
        ("es-MX", "es", False),
        ("es-MX", "es-AR", False),
        ("en", "enm", False),
        ("zh", "zh-Hant-TW", True),
    ],
)
def test_a_language_also_finds_its_regional_forms(wanted, tag, found):
    assert languages.matches_language(wanted, tag) is found
