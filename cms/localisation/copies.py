"""What must be put right when wagtail-localize copies a text or page into another language, or publishes one.

A copy inherits the publication of its source: its live revision and its dates. Left alone it would be shown as
published although nobody has translated it.
"""

from wagtail.models import DraftStateMixin
from wagtail.signals import copy_for_translation_done, published

from cms.localisation.status import record_what_was_translated
from cms.snippets.texts import TranslatableText

PUBLICATION_FIELDS = {
    "live": False,
    "live_revision": None,
    "first_published_at": None,
    "last_published_at": None,
    "has_unpublished_changes": True,
}


def forget_publication_of_source(sender, source_obj, target_obj, **kwargs):
    """A fresh copy was never published, whatever its source was."""
    if isinstance(target_obj, DraftStateMixin):
        type(target_obj).objects.filter(pk=target_obj.pk).update(**PUBLICATION_FIELDS)
        for name, value in PUBLICATION_FIELDS.items():
            setattr(target_obj, name, value)


def record_source_of_published_text(sender, instance, **kwargs):
    """A text that becomes public says which source text it was made from."""
    if isinstance(instance, TranslatableText):
        record_what_was_translated(instance)


def connect():
    """Listen to Wagtail's signals; called once when the app is ready."""
    copy_for_translation_done.connect(
        forget_publication_of_source, dispatch_uid="defenders_forget_publication"
    )
    published.connect(record_source_of_published_text, dispatch_uid="defenders_record_source")
