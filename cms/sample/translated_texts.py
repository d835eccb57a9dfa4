"""Translated texts of the sample, written at once: what `TranslationSource` and a publication would leave behind.

`cms.localisation.gate` compares and reads again at every step, which is right for an editor and was most of the loading
time for hundreds of texts whose sentences are complete and whose rows did not exist before.
"""

from copy import copy

from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import TranslationLog
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments
from wagtail_localize.strings import StringValue

from cms.localisation.drafts import check_lengths
from cms.sample.publication import log_publication, publish_new


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
        versions.append((row, publish_new(row)))
    # Not one by one: a saved TranslationLog makes `cms.localisation.origin` write what the versions say already.
    TranslationLog.objects.bulk_create(
        TranslationLog(source=source, locale=row.locale, revision=version) for row, version in versions
    )
    log_publication(versions, ("wagtail.edit", "wagtail.publish"))


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
