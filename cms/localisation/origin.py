"""What each translation was made from: a digest of its source's sentences, carried by every version of it.

It is written

- when wagtail-localize makes a version out of its frozen source (`TranslationSource`): the digest of that frozen
  source, whatever the source says by then;
- when a translation is written in its form without wagtail-localize: the digest of the source that is public when the
  row is made or, had none been public then, when the translation is first published;
- when somebody confirms that the translation is still right: the digest of the source that is public then.

It is written at no other moment. Saving, sending to review and publishing carry it along, so a translation stays
outdated until it followed its source or somebody confirmed it; publishing an older version brings back the older
digest with the older words. A translation of something that is not the source language says nothing.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from cms.common.languages import SOURCE_LANGUAGE
from cms.snippets.translated import TranslatedContent


class NothingToConfirm(Exception):
    """There is no public source to compare the translation with."""


def is_public_row():
    """Return the condition that a row of a text or page is published and has not expired."""
    return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))


def public_source(target):
    """Return the row in the source language as it is public now, or None."""
    rows = type(target)._default_manager.filter(
        is_public_row(), translation_key=target.translation_key, locale__language_code=SOURCE_LANGUAGE
    )
    return rows.first()


def is_translation(instance):
    """Say whether the instance is a text or guidance page in another language than the source's."""
    return isinstance(instance, TranslatedContent) and not instance.is_source


def note_first_writing(sender, instance, raw=False, **kwargs):
    """Before a new row is saved: it is made from the source that is public now, unless it says otherwise."""
    if not raw and instance._state.adding and is_translation(instance):
        _take_public_source(instance)


def note_first_publication(sender, instance, **kwargs):
    """Once it is published: a translation that says nothing is made from the source that is public now."""
    if is_translation(instance) and _take_public_source(instance):
        _write_row(instance)


def note_made_by_localize(sender, instance, created, **kwargs):
    """When wagtail-localize logs that it made a version: that version is made from the frozen source.

    `instance` is the TranslationLog. The version may be public already, or be published from this very object later.
    """
    if not created or instance.revision is None or instance.source.locale.language_code != SOURCE_LANGUAGE:
        return
    frozen = instance.source.as_instance()
    if isinstance(frozen, TranslatedContent):
        note_origin(instance.revision, frozen.digest())


def note_origin(revision, digest):
    """Write on a version what it was made from; on the row too where that version is public or nothing is."""
    revision.content = revision.content | {"translated_from": digest}
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    # Read again: the object that the revision was made from may be older than its publication.
    row = type(revision.content_object)._default_manager.get(pk=revision.object_id)
    if not row.live or row.live_revision_id == revision.pk:
        row.translated_from = digest
        _write_row(row)


def confirm_still_right(target, user):
    """Record that somebody compared the translation with the public source and that it needs no change.

    It holds for the latest version: the public one at once, or the draft that is newer than it, whose confirmation
    becomes public with it. Raises NothingToConfirm where no source is public.
    """
    row = type(target)._default_manager.get(pk=target.pk)
    source = public_source(row)
    if not is_translation(row) or source is None:
        raise NothingToConfirm
    with transaction.atomic():
        if row.latest_revision:
            note_origin(row.latest_revision, source.content_digest)
        if row.latest_revision is None or not row.has_unpublished_changes:
            row.translated_from = source.content_digest
            _write_row(row)
        log(instance=row, action="defenders.confirm_translation", user=user, revision=row.latest_revision)


def _take_public_source(instance):
    if instance.translated_from:
        return False
    source = public_source(instance)
    instance.translated_from = source.content_digest if source else ""
    return bool(source)


def _write_row(row):
    # Saved, not updated: whoever publishes what is public listens to saves.
    options = {"clean": False} if isinstance(row, Page) else {}
    row.save(update_fields=["translated_from"], **options)
