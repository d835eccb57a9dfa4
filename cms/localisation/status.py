"""Whether a translation still says what its source says, computed from the content and not from dates."""

from cms.common.languages import SOURCE_LANGUAGE


def record_what_was_translated(text):
    """Remember on a text row which source text it was translated from.

    That is the text in the editor's source language as wagtail-localize holds it, or as it is public now.
    """
    if text.is_source:
        return
    source = (
        type(text)
        .objects.filter(
            translation_key=text.translation_key, locale__language_code=SOURCE_LANGUAGE, live=True
        )
        .first()
    )
    text.translated_from = source.digest() if source else ""
    type(text).objects.filter(pk=text.pk).update(translated_from=text.translated_from)


def is_outdated(text, source):
    """Say whether the public source text changed since the translation was made.

    A text that was written afresh, and one without a public source, is never outdated.
    """
    return bool(text.translated_from and source and text.translated_from != source.digest())
