"""From the sentences that translators wrote to a version of the translated text or page: a draft, never the row.

wagtail-localize's own way writes drafts into the row: a public text goes offline, or shows its source's language.
"""

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.fields import copy_synchronised_fields
from wagtail_localize.models import StringSegment, TranslationLog
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.ingest import ingest_segments

from cms.localisation.progress import incomplete_fields, machine_segments, progress_of

UNFINISHED = _("Some sentences have no translation yet. Translate them first: nothing was published.")
MACHINE_ONLY = _(
    "Some sentences were translated by a machine and nobody has confirmed them yet. Confirm or change them first: "
    "nothing was published."
)
TOO_LONG = _("This translation is too long: at most %(limit)s characters fit here.")


class UnfinishedTranslation(ValidationError):
    """Something would have become public while sentences are missing, or are a machine's only."""


def save_translation(source, locale, *, user=None, copy_parents=True, final=False):
    """Save what translators wrote as a new version, and return (row, version, whether the row is new).

    `final` says that the version is meant for review or publication: it must be complete and valid
    (UnfinishedTranslation, ValidationError). The row is not changed, apart from knowing its newest version. While
    sentences of a field are missing, a public translation keeps what is public in that field. What only a machine
    translated counts as missing: no version holds it.
    """
    if final:
        progress = progress_of(source, locale)
        if not progress.is_finished:
            raise UnfinishedTranslation(UNFINISHED if progress.missing else MACHINE_ONLY)
    try:
        with transaction.atomic():
            return _save(source, locale, user, copy_parents, final)
    except ValidationError as problem:
        _mark(source, locale, problem)
        raise


def translated_instance(source, locale, row, with_machine=False):
    """Return `row` with what translators wrote, in memory; `row` itself is left alone.

    `with_machine` takes what only a machine translated as well, to show it.
    """
    incomplete = incomplete_fields(source, locale) if row.live else set()
    segments = _segments(source, locale, with_machine)
    return _filled(source, source.as_instance(), type(row).objects.get(pk=row.pk), segments, incomplete)


def restrict_like_source(source, locale):
    """Give a page's translation the viewing restriction of its source; never change or take away one it has."""
    if not issubclass(source.specific_content_type.model_class(), Page):
        return
    try:
        row = source.get_translated_instance(locale)
    except ObjectDoesNotExist:
        return
    original = source.get_source_instance()
    if original.view_restrictions.exists() and not row.view_restrictions.exists():
        source.sync_view_restrictions(original, row)


def _save(source, locale, user, copy_parents, final):
    original = source.as_instance()
    row, is_new = _row(source, original, locale, copy_parents)
    if isinstance(row, Page) and row.alias_of_id:
        # From now on it has words of its own, and the page it repeated no longer fills it.
        Page.objects.filter(pk=row.pk).update(alias_of=None)
        row.alias_of = None
        log(instance=row, action="wagtail.convert_alias", user=user)
    incomplete = incomplete_fields(source, locale) if row.live and not final else set()
    segments = _segments(source, locale, with_machine=final)
    translated = _filled(source, original, row, segments, incomplete)
    if final:
        check_lengths(translated)
    version = translated.save_revision(user=user, clean=final, log_action=True)
    restrict_like_source(source, locale)
    if not incomplete:
        # A version that kept public words does not say all that the source says: it is not logged as made from it.
        TranslationLog.objects.create(source=source, locale=locale, revision=version)
    return source.get_translated_instance(locale), version, is_new


def _row(source, original, locale, copy_parents):
    try:
        return source.get_translated_instance(locale), False
    except ObjectDoesNotExist:
        if isinstance(original, Page):
            original.copy_for_translation(locale, copy_parents=copy_parents)
        else:
            original.copy_for_translation(locale).save()
        return source.get_translated_instance(locale), True


def _filled(source, original, row, segments, incomplete):
    """Put the segments into a row that was just read, but into none of the `incomplete` fields; return it."""
    kept = {name: getattr(row, name) for name in incomplete}
    own_slug = getattr(row, "slug", None)
    copy_synchronised_fields(original, row)
    wanted = [segment for segment in segments if segment.path.split(".")[0] not in incomplete]
    ingest_segments(original, row, source.locale, row.locale, wanted)
    for name, value in kept.items():
        setattr(row, name, value)
    if isinstance(row, Page):
        row.slug = _slug(source, row, own_slug)
    return row


def _segments(source, locale, with_machine):
    """Return the segments to put in, those without a translation in the source's language."""
    segments = source._get_segments_for_translation(locale, fallback=True)
    if with_machine:
        return segments
    by_machine = {
        (segment.context.path, segment.order): segment.string.as_value()
        for segment in machine_segments(source, locale).select_related("context", "string")
    }
    for segment in segments:
        if isinstance(segment, StringSegmentValue):
            segment.string = by_machine.get((segment.path, segment.order), segment.string)
    return segments


def _slug(source, page, own_slug):
    """Return the address that was written, or the one it has in public, or one made from the title."""
    segments = StringSegment.objects.filter(source=source, context__path="slug")
    written = segments.get_translations(page.locale).filter(has_error=False)
    wish = written.values_list("data", flat=True).first()
    wish = wish or (own_slug if page.first_published_at else page.title)
    allow_unicode = getattr(settings, "WAGTAIL_ALLOW_UNICODE_SLUGS", True)
    slug = slugify(wish, allow_unicode=allow_unicode) or own_slug
    return find_available_slug(page.get_parent(), slug, ignore_page_id=page.pk)


def check_lengths(translated):
    """Raise ValidationError for texts that are too long: Django checks `max_length` of a TextField in forms only."""
    fields = (translated._meta.get_field(name) for name in sorted(translated.translated_fields()))
    too_long = {
        field.name: TOO_LONG % {"limit": field.max_length}
        for field in fields
        if isinstance(field, models.TextField)
        and field.max_length
        and len(field.value_from_object(translated)) > field.max_length
    }
    if too_long:
        raise ValidationError(too_long)


def _mark(source, locale, problem):
    """Show the problem at the first sentence of the field it is about, as wagtail-localize does."""
    for name, errors in getattr(problem, "error_dict", {}).items():
        segments = StringSegment.objects.filter(source=source, context__path=name)
        translation = segments.get_translations(locale).first()
        if translation:
            translation.set_field_error(errors)
