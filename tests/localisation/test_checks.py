"""A changed wagtail-localize and wrong settings of translation are named by the system checks."""

import pytest
from django.core.checks import run_checks
from wagtail_localize.models import TranslationSource
from wagtail_localize.views import edit_translation

from cms.conf import defenders_settings
from cms.editing.translations import stock

DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


def problems():
    return {problem.id for problem in run_checks(tags=["defenders"])}


def test_the_installed_version_is_the_one_we_know():
    assert stock.what_changed_in_localize() == []
    assert "defenders.E015" not in problems()


def test_a_changed_editor_is_named(monkeypatch):
    monkeypatch.setattr(edit_translation, "edit_translation", lambda request, translation: None)
    monkeypatch.delattr(edit_translation, "SegmentOverrideSerializer")
    assert stock.what_changed_in_localize() == [
        "edit_translation.edit_translation",
        "edit_translation.SegmentOverrideSerializer",
    ]
    assert "defenders.E015" in problems()


def test_a_changed_model_is_named(monkeypatch):
    monkeypatch.delattr(TranslationSource, "sync_view_restrictions")
    assert "defenders.E015" in problems()


@pytest.mark.parametrize(
    "pairs", [["es"], [("es",)], [("es", "es")], [("es", "xx")], 7, [("es", "eu", "fr")], [7], "eseu"]
)
def test_malformed_pairs_of_languages_are_named(settings, pairs):
    settings.DEFENDERS_MACHINE_TRANSLATION_PAIRS = pairs
    assert "defenders.E016" in problems()


def test_a_translator_without_pairs_is_named(settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY
    assert "defenders.W002" in problems()
    settings.DEFENDERS_MACHINE_TRANSLATION_PAIRS = [["es", "eu"]]
    assert {("es", "eu")} == defenders_settings.MACHINE_TRANSLATION_PAIRS
    assert not {"defenders.W002", "defenders.E016"} & problems()
