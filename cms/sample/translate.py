"""Translations made as the translators make them: with wagtail-localize, so that they can be edited there later.

A text row that was merely created would be missing in localize's forms, and translating it later would put Spanish
over it.
"""

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.sample.translated_texts import publish_translated_texts


def translate(instance, strings_by_language):
    """Translate a published instance that has no translations yet, and publish them.

    `strings_by_language` maps each language to {source string as localize stores it: translation}. Raises KeyError
    for a source string without a translation: a half-translated sample would hide a mistake.
    """
    source, _ = TranslationSource.update_or_create_from_instance(instance)
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    strings_by_locale = {locales[language]: strings for language, strings in strings_by_language.items()}
    translations = Translation.objects.bulk_create(
        Translation(source=source, target_locale=locale) for locale in strings_by_locale
    )
    _remember(source, strings_by_locale)
    if isinstance(instance, Page):
        for translation in translations:
            translation.save_target(publish=True)
    else:
        publish_translated_texts(source, strings_by_locale)


def _remember(source, strings_by_locale):
    """Put the sentences into wagtail-localize's memory."""
    segments = list(StringSegment.objects.filter(source=source).select_related("string", "context"))
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of_id=segment.string_id,
            locale=locale,
            context=segment.context,
            data=strings[segment.string.data],
            translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        )
        for locale, strings in strings_by_locale.items()
        for segment in segments
    )
