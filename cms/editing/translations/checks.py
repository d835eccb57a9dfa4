"""System checks of translation: a changed wagtail-localize or a wrong setting is named before an editor finds it."""

from django.conf import settings
from django.core.checks import Error, Warning, register

from cms.common.languages import LANGUAGES
from cms.conf import defenders_settings
from cms.editing.translations import stock
from cms.localisation import gate


@register("defenders")
def check_localize_is_the_one_we_know(app_configs, **kwargs):
    """E015: the publish gate and the editor rest on a few names of wagtail-localize."""
    return [
        Error(
            f"wagtail-localize has changed: {name} is not what the publish gate of translations relies on.",
            hint="Install the version that this release names, or drafts may overwrite what is public.",
            id="defenders.E015",
        )
        for name in (*gate.what_changed_in_localize(), *stock.what_changed_in_localize())
    ]


@register("defenders")
def check_machine_translation_pairs(app_configs, **kwargs):
    """E016, W002: which languages a machine may translate between."""
    try:
        pairs = defenders_settings.MACHINE_TRANSLATION_PAIRS
        well_formed = all(set(pair) <= set(LANGUAGES) and len(set(pair)) == 2 for pair in pairs)
    except (TypeError, ValueError):
        well_formed = False
    if not well_formed:
        return [
            Error(
                "DEFENDERS_MACHINE_TRANSLATION_PAIRS must be a list of pairs of two different languages among "
                f"{', '.join(LANGUAGES)}.",
                hint='For example [("es", "en"), ("es", "fr")].',
                id="defenders.E016",
            )
        ]
    if getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None) and not pairs:
        return [
            Warning(
                "WAGTAILLOCALIZE_MACHINE_TRANSLATOR is set, but DEFENDERS_MACHINE_TRANSLATION_PAIRS names no pair of "
                "languages: nothing is translated by machine.",
                id="defenders.W002",
            )
        ]
    return []
