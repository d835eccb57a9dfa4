"""One translated sentence, as a translator, a file or a machine gives it: what is wrong with it."""

from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue, validate_translation_links

from cms.common.typed_text import has_unseen_characters

MOST_CHARACTERS = 10_000


def problem_with(source, translation):
    """Return what is wrong with the translation of a sentence (both as wagtail-localize stores them), or None."""
    if not translation.strip():
        return _("There is no translation here.")
    if len(translation) > MOST_CHARACTERS:
        return _("This is too long for one sentence: at most %(limit)s characters fit here.") % {
            "limit": MOST_CHARACTERS
        }
    if has_unseen_characters(translation):
        return _("There are characters in this text that nobody can see. Type it by hand.")
    try:
        StringValue.from_translated_html(translation)
        validate_translation_links(source, translation)
    except ValueError as problem:
        return str(problem)
    return None
