"""Machine translation: an aid that somebody sets up for pairs of languages they name, never more than a draft."""

import logging
from collections import defaultdict

from django.conf import settings
from django.db import transaction
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringTranslation

from cms.conf import defenders_settings
from cms.localisation.progress import machine_translations, required_segments
from cms.localisation.sentences import problem_with

log = logging.getLogger(__name__)


class MachineTranslationFailed(Exception):
    """The service refused, did not answer, or answered with something else than translations."""


def translator_for(source_locale, target_locale):
    """Return the translator that is set up, or None where there is none or the pair of languages is not allowed."""
    pair = (source_locale.language_code, target_locale.language_code)
    if pair not in defenders_settings.MACHINE_TRANSLATION_PAIRS:
        return None
    if getattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR", None) is None:
        return None
    try:
        translator = get_machine_translator()
        return translator if translator.can_translate(source_locale, target_locale) else None
    except Exception:
        log.warning("The machine translator cannot be used.", exc_info=True)
        return None


def translate_missing(translation, user=None):
    """Have every sentence without a translation translated, and return how many were; MachineTranslationFailed.

    Each is marked as a machine's until a person changes or confirms it. Nothing else is written.
    """
    source_locale, target_locale = translation.source.locale, translation.target_locale
    translator = translator_for(source_locale, target_locale)
    if translator is None:
        raise MachineTranslationFailed
    waiting = _waiting(translation)
    if not waiting:
        return 0
    try:
        answers = translator.translate(source_locale, target_locale, list(waiting))
        found = {value: answers[value].data for value in waiting if answers.get(value)}
        usable = {value: text for value, text in found.items() if not problem_with(value.data, text)}
    except Exception as problem:
        # The text of the exception may hold keys of the service.
        log.warning("Machine translation failed: %s", type(problem).__name__)
        raise MachineTranslationFailed from problem
    return _store(translation, user, translator, waiting, usable)


def confirm_machine_translations(translation, keys, user):
    """Mark these machine's sentences (primary keys of StringTranslation) as confirmed by a person; return how many."""
    return (
        machine_translations(translation)
        .filter(pk__in=keys)
        .update(
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, tool_name="", last_translated_by=user
        )
    )


def _waiting(translation):
    """Return {StringValue: [segment]} of what has no translation, not even one with an error."""
    segments = required_segments(translation.source)
    waiting = segments.annotate_translation(translation.target_locale, include_errors=True).filter(
        translation=None
    )
    found = defaultdict(list)
    for segment in waiting.select_related("string").order_by("order", "pk"):
        found[segment.string.as_value()].append(segment)
    return found


@transaction.atomic
def _store(translation, user, translator, waiting, texts):
    stored = 0
    for value, text in texts.items():
        for segment in waiting[value]:
            _, created = StringTranslation.objects.get_or_create(
                translation_of_id=segment.string_id,
                context_id=segment.context_id,
                locale=translation.target_locale,
                defaults={
                    "data": text,
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
                    "tool_name": str(translator.display_name),
                    "last_translated_by": user,
                },
            )
            stored += created
    return stored
