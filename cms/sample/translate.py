"""Translations made as the translators make them: with wagtail-localize, so that they can be edited there later.

A text row that was merely created would be missing in localize's forms, and translating it later would put Spanish
over it.
"""

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource


def translate(instance, strings_by_language):
    """Translate a published instance that has no translations yet, and publish them.

    `strings_by_language` maps each language to {source string as localize stores it: translation}. Raises KeyError
    for a source string without a translation: a half-translated sample would hide a mistake.
    """
    source, _ = TranslationSource.update_or_create_from_instance(instance)
    segments = list(StringSegment.objects.filter(source=source).select_related("string", "context"))
    for language, strings in strings_by_language.items():
        locale = Locale.objects.get(language_code=language)
        translation = Translation.objects.create(source=source, target_locale=locale)
        StringTranslation.objects.bulk_create(
            StringTranslation(
                translation_of_id=segment.string_id,
                locale=locale,
                context=segment.context,
                data=strings[segment.string.data],
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
            for segment in segments
        )
        translation.save_target(publish=True)
