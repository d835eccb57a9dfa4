"""What outlives its source in the database: translations, entries of the search index, small pictures."""

from collections.abc import Iterator
from datetime import date

from django.contrib.contenttypes.models import ContentType
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.search.models import IndexEntry
from wagtail_localize.models import Translation

from cms.common.languages import SOURCE_LANGUAGE
from cms.directory.unseen_pictures import unseen_pictures
from cms.editing.public_check.truth import Truth, is_public, is_published
from cms.localisation.status import translated_models


def translations_without_source(truth: Truth, today: date) -> Iterator[str]:
    """Yield the public translations whose source is not public, not published or gone."""
    made = set(Translation.objects.values_list("source__object_id", "target_locale"))
    for model in translated_models():
        rows = list(model.objects.select_related("locale"))
        sources = {
            row.translation_key
            for row in rows
            if row.language == SOURCE_LANGUAGE and _is_seen(row, truth, today)
        }
        for row in rows:
            is_translation = bool(row.translated_from) or (row.translation_key, row.locale_id) in made
            if row.language == SOURCE_LANGUAGE or not is_translation or row.translation_key in sources:
                continue
            if _is_seen(row, truth, today):
                yield (
                    f"“{row}” ({row.language}, {model._meta.verbose_name}) is public, but the text it was translated "
                    "from is not published or gone."
                )


def _is_seen(row, truth, today):
    if isinstance(row, Page):
        return row.pk in truth.pages and row.alias_of_id is None
    return is_published(row) and is_public(row.subject, today)


def index_entries_without_row() -> Iterator[str]:
    """Yield the entries of the search index whose object is gone."""
    for key in IndexEntry.objects.order_by().values_list("content_type", flat=True).distinct():
        content_type = ContentType.objects.get_for_id(key)
        model = content_type.model_class()
        if model is None:
            continue
        rows = {str(pk) for pk in model._base_manager.values_list("pk", flat=True)}
        indexed = set(IndexEntry.objects.filter(content_type=key).values_list("object_id", flat=True))
        gone = len(indexed - rows)
        if gone:
            yield (
                f"The search index still holds {gone} entries ({model._meta.verbose_name_plural}) of what is deleted: "
                "manage.py update_index --rebuild"
            )


def pictures_without_public_facts(today: date) -> Iterator[str]:
    """Yield the small pictures that anybody with their address can still fetch although nothing shows them."""
    titles = dict(get_image_model().objects.values_list("pk", "title"))
    for rendition in unseen_pictures(today):
        yield (
            f"The picture “{titles.get(rendition.image_id, '')}” can still be fetched ({rendition.file.name}), but "
            "what it belongs to is not public."
        )
