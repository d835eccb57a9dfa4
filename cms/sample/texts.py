"""Texts of the sample: the Spanish one published, the others as translations of it."""

from wagtail.models import Locale

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.localisation.aligned import html_strings, plain_strings
from cms.sample.publication import log_publication, publish_new
from cms.sample.translate import translate

# Text fields whose values are HTML; all others are plain.
RICH_TEXTS = ("description", "how_to_ask_for_help", "what_it_offers")


def add_texts(text_type, subject, texts):
    """Publish the text about a subject in every language; `texts` maps language to {field: text}."""
    source = text_type(
        locale=Locale.objects.get(language_code=SOURCE_LANGUAGE),
        live=False,
        **{text_type.subject_field: subject},
        **texts[SOURCE_LANGUAGE],
    )
    source.full_clean()
    source.save()
    log_publication([(source, publish_new(source))])
    translate(
        source,
        {
            language: _strings(texts[SOURCE_LANGUAGE], texts[language])
            for language in LANGUAGES
            if language != SOURCE_LANGUAGE and language in texts
        },
    )


def _strings(source, target):
    strings = {}
    for name, text in source.items():
        pair = html_strings if name in RICH_TEXTS else plain_strings
        strings |= pair(text, target[name])
    return strings
