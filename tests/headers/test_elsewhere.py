"""Which other hosts the policies allow: those that a setting names, and none without."""

import pytest

from cms.common.http.policies import Elsewhere
from cms.headers.elsewhere import elsewhere

OWN = ("https://defenders.example.org",)


def test_nothing_comes_from_elsewhere_unless_a_setting_says_so():
    assert elsewhere() == Elsewhere(widgets=OWN)


@pytest.mark.parametrize(
    ("setting", "value", "field", "origin"),
    [
        ("MEDIA_URL", "https://pictures.example/files/", "pictures", "https://pictures.example"),
        ("MEDIA_URL", "https://user:key@pictures.example:9000/", "pictures", "https://pictures.example:9000"),
        ("STATIC_URL", "https://cdn.example/static/", "static", "https://cdn.example"),
        ("STATIC_URL", "//cdn.example/static/", "static", "cdn.example"),
        (
            "DEFENDERS_MAP_TILES",
            {"url": "https://tile.example/{z}/{x}/{y}.png", "attribution": ""},
            "tiles",
            "https://tile.example",
        ),
        (
            "DEFENDERS_MAP_TILES",
            {"url": "https://{s}.tile.example/{z}/{x}/{y}.png", "attribution": ""},
            "tiles",
            "https://*.tile.example",
        ),
        (
            "DEFENDERS_HEADLESS_PREVIEW_URL",
            "https://www.partner.example/preview?token={token}",
            "previews",
            "https://www.partner.example",
        ),
    ],
)
def test_a_host_that_a_setting_names_is_allowed(settings, setting, value, field, origin):
    setattr(settings, setting, value)
    assert getattr(elsewhere(), field) == (origin,)


@pytest.mark.parametrize("value", ["", None, "/media/", "https://[broken/"])
def test_an_address_without_a_host_allows_none(settings, value):
    settings.DEFENDERS_HEADLESS_PREVIEW_URL = value
    assert elsewhere().previews == ()


@pytest.mark.parametrize("tiles", [None, {}, {"attribution": "x"}])
def test_no_tiles_allow_no_host(settings, tiles):
    settings.DEFENDERS_MAP_TILES = tiles
    assert elsewhere().tiles == ()
