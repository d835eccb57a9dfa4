"""Translated texts of the sample, written at once: what `TranslationSource` and a publication would leave behind.

`cms.localisation.gate` compares, reads again and asks for rights, which is right for an editor and most of the loading
time for hundreds of texts whose sentences are complete and whose rows did not exist before.
"""

from copy import copy

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import TranslationLog
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cms.localisation.drafts import check_lengths

ACTIONS = ("wagtail.edit", "wagtail.publish")
STATE_FIELDS = (
    "live",
    "live_revision",
    "latest_revision",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
)


def publish_translated_texts(source, strings_by_language):
    """Write and publish the translations of a text that has none; each says what it was made from.

    `source` is its TranslationSource, `strings_by_language` maps each Locale to {source string: translation}.
    """
    original = source.as_instance()
    # There are no translations into its own language: these are the segments as the source has them.
    segments = source._get_segments_for_translation(source.locale, fallback=True)
    made_from = original.digest()
    versions = []
    for locale, strings in strings_by_language.items():
        row = _row(original, locale, made_from)
        copy_synchronised_fields(original, row)
        ingest_segments(original, row, source.locale, locale, _translated(segments, strings))
        row.clean_fields(exclude={"locale", row.subject_field})
        check_lengths(row)
        row.save()
        versions.append((row, _publish(row)))
    _log(source, versions)


def _row(original, locale, made_from):
    return type(original)(
        translation_key=original.translation_key,
        locale=locale,
        live=False,
        has_unpublished_changes=True,
        translated_from=made_from,
        **{original.subject_field: original.subject},
    )


def _translated(segments, strings):
    translated = [copy(segment) for segment in segments]
    for segment in translated:
        if isinstance(segment, StringSegmentValue):
            segment.string = StringValue(strings[segment.string.data])
    return translated


def _publish(row):
    """Save the row's first version and make it the public one; return it."""
    version = Revision.objects.create(
        content_object=row,
        base_content_type=row.get_base_content_type(),
        content=row.serializable_data(),
        object_str=str(row),
    )
    row.live = True
    row.has_unpublished_changes = False
    row.latest_revision = row.live_revision = version
    row.first_published_at = row.last_published_at = timezone.now()
    row.save(update_fields=STATE_FIELDS)
    return version


def _log(source, versions):
    # Not one by one: a saved TranslationLog makes `cms.localisation.origin` write what the versions say already.
    TranslationLog.objects.bulk_create(
        TranslationLog(source=source, locale=row.locale, revision=version) for row, version in versions
    )
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=ContentType.objects.get_for_model(row, for_concrete_model=False),
            object_id=str(row.pk),
            label=str(row),
            action=action,
            timestamp=timezone.now(),
            data={},
            revision=version,
            content_changed=True,
        )
        for row, version in versions
        for action in ACTIONS
    )
