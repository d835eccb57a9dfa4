"""When something is published, its translators see its new sentences at once; nothing of theirs changes."""

from wagtail.signals import published
from wagtail_localize.models import TranslationSource

from cms.localisation.gate import is_guarded


def refresh_source(sender, instance, **kwargs):
    """Take the sentences of what was just published over into what translators see, if it is being translated.

    Translations of sentences that stayed the same stay; those that changed wait for a translator. No translated text
    or page is touched.
    """
    if not is_guarded(sender):
        return
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is not None:
        source.update_from_db()


def connect():
    """Listen to Wagtail; called once when the app is ready."""
    published.connect(refresh_source, dispatch_uid="defenders_refresh_source")
