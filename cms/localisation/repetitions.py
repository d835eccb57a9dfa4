"""A page that only repeats one of another language is not public in its own.

wagtail-localize makes such pages (aliases) when page trees are synchronised, and for the parents of a page that is sent
to translators. Wagtail publishes them with every publication of the page they repeat.
"""

from django.db.models.signals import pre_save
from wagtail.models import Page

from cms.localisation.gate import is_guarded


def keep_repetition_private(sender, instance, raw=False, **kwargs):
    """Before a page is saved: one that repeats a page of another language is no more than a draft."""
    if raw or not issubclass(sender, Page) or not is_guarded(sender) or not instance.alias_of_id:
        return
    if not Page.objects.filter(pk=instance.alias_of_id, locale_id=instance.locale_id).exists():
        instance.live = False


def connect():
    """Listen to Django; called once when the app is ready."""
    pre_save.connect(keep_repetition_private, dispatch_uid="defenders_keep_repetition_private")
