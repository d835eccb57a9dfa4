"""Rows written before digests were kept get theirs, once, after the migrations: only the models know the sentences.

A translation among them is taken to be made from the source that is public now, unless it is known to be outdated.
"""

import hashlib
import json

from django.apps import apps as global_apps
from wagtail.models import Revision

from cms.localisation.origin import is_translation, public_source
from cms.localisation.status import translated_models


def fill_in(using="default", apps=global_apps, **kwargs):
    """Fill in what is missing, without saying that anything changed (for the signal `post_migrate`).

    `apps` are the models as the migrations left them: while some are still to come, this waits for the last.
    """
    models = translated_models()
    if not all(_is_migrated(model, apps) for model in models):
        return
    for model in models:
        without = model._default_manager.using(using).filter(content_digest="").select_related("locale")
        for row in sorted(without, key=is_translation):  # sources first
            row.content_digest = row.digest()
            if is_translation(row):
                _fill_in_origin(row)
            model.objects.using(using).filter(pk=row.pk).update(
                content_digest=row.content_digest, translated_from=row.translated_from
            )


def _is_migrated(model, apps):
    try:
        state = apps.get_model(model._meta.label)
    except LookupError:
        return False
    return {field.column for field in model._meta.fields} <= {field.column for field in state._meta.fields}


def _fill_in_origin(row):
    source = public_source(row)
    if source and row.translated_from in ("", _former_digest(source)):
        row.translated_from = source.content_digest
    for revision in row.revisions.all():
        # They counted in the former way; without one, a version keeps the row's.
        if revision.content.get("translated_from"):
            content = revision.content | {"translated_from": ""}
            Revision.objects.filter(pk=revision.pk).update(content=content)


def _former_digest(source):
    """Return the digest of the stored values, as it was counted before that of the sentences."""
    values = [getattr(source, name) for name in getattr(source, "text_fields", ())]
    return hashlib.sha256(json.dumps(values, ensure_ascii=False).encode()).hexdigest()
