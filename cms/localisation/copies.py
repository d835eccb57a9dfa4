"""What must be put right when wagtail-localize copies a text or page into another language, or makes a version of one.

A copy inherits the publication of its source: its live revision and its dates. Left alone it would be shown as
published although nobody has translated it.
"""

from django.apps import apps
from django.db.models.signals import post_migrate, post_save, pre_save
from wagtail.models import DraftStateMixin
from wagtail.signals import copy_for_translation_done, published
from wagtail_localize.models import TranslationLog

from cms.localisation.backfill import fill_in
from cms.localisation.origin import note_first_publication, note_first_writing, note_made_by_localize
from cms.localisation.status import translated_models

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


def connect():
    """Listen to the signals of Wagtail, wagtail-localize and our models; called once when the app is ready."""
    copy_for_translation_done.connect(
        forget_publication_of_source, dispatch_uid="defenders_forget_publication"
    )
    post_save.connect(note_made_by_localize, sender=TranslationLog, dispatch_uid="defenders_note_origin")
    post_migrate.connect(
        fill_in, sender=apps.get_app_config("defenders"), dispatch_uid="defenders_fill_in_digests"
    )
    for model in translated_models():
        name = model.__name__
        pre_save.connect(note_first_writing, sender=model, dispatch_uid=f"defenders_first_writing_{name}")
        published.connect(
            note_first_publication, sender=model, dispatch_uid=f"defenders_first_publication_{name}"
        )
