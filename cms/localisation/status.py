"""The state of every translation: missing, draft, in review, public or outdated. The one place that knows it.

Computed from what is there and what it says, never from dates:

- missing: there is no row in the language, or only a page that repeats another language's (an alias);
- draft: nobody outside sees it, and nobody has been asked to review it (or a reviewer sent it back);
- in review: nobody outside sees it, and it waits for a reviewer;
- outdated: it is public, and the sentences of the public source are not those it was made from (see `origin`);
- public: it is public, and its source says what it said, or is not public, or nobody knows what it was made from.

A draft of the source changes nothing until it is published; a source that gets its old sentences back makes its
translations public again. A version that is newer than the public one does not change the state: it is said beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.localisation.changed import ChangedSentence, changed_sentences
from cms.localisation.origin import NothingToConfirm, confirm_still_right, note_origin, public_source
from cms.snippets.translated import TranslatedContent

__all__ = [
    "STATES",
    "ChangedSentence",
    "NothingToConfirm",
    "TranslationState",
    "all_states",
    "changed_sentences",
    "confirm_still_right",
    "is_outdated",
    "note_origin",
    "public_source",
    "state_of",
    "states",
    "translated_models",
    "translated_rows",
]

STATES = ("missing", "draft", "in_review", "public", "outdated")


@dataclass(frozen=True)
class TranslationState:
    """One cell: `code` is one of STATES, `pk` that of the row or None, `key` its translation key.

    `newer` says what there is beside a public version: "" for nothing, "draft" or "in_review".
    """

    code: str
    pk: int | None = None
    newer: str = ""
    key: UUID | None = None

    @property
    def is_public(self):
        """Whether anybody outside reads it."""
        return self.code in {"public", "outdated"}


MISSING = TranslationState("missing")

# What is read of each row.
COLUMNS = (
    "pk",
    "translation_key",
    "locale__language_code",
    "live",
    "expire_at",
    "has_unpublished_changes",
    "translated_from",
    "content_digest",
)


def is_outdated(text, source):
    """Say whether the public source changed since the translation was made; asks the database nothing.

    A translation of which nobody knows what it was made from, and one without a public source, is never outdated.
    """
    return bool(source) and _differs(text.translated_from, source.content_digest)


def translated_models():
    """Return the models whose rows are translated: kinds of texts, then kinds of guidance pages."""
    models = apps.get_app_config("defenders").get_models()
    return sorted(
        (model for model in models if issubclass(model, TranslatedContent)),
        key=lambda model: issubclass(model, Page),
    )


def state_of(instance, language=None):
    """Return the TranslationState of a text or page, in its own language or in another one."""
    language = language or instance.language
    return states([instance], [language])[instance.translation_key][language]


def states(
    instances: Iterable[TranslatedContent], languages: Sequence[str] = LANGUAGES
) -> dict[object, dict[str, TranslationState]]:
    """Return {translation key: {language: TranslationState}}.

    `instances` are rows in any language; one per text or page is enough. Two queries, and one for each of their models.
    """
    keys = defaultdict(set)
    for instance in instances:
        keys[type(instance)].add(instance.translation_key)
    reviews = _in_review(keys)
    found = {}
    for model, wanted in keys.items():
        rows = translated_rows(model).filter(translation_key__in=wanted)
        known = _states_by("translation_key", rows, reviews[model], languages)
        found |= {key: known.get(key) or dict.fromkeys(languages, MISSING) for key in wanted}
    return found


def all_states(columns, languages=LANGUAGES):
    """Return {model: {value of the column: {language: TranslationState}}} of everything there is.

    `columns` maps each model to the column that rows translating one another share: for texts, what they are about.
    """
    reviews = _in_review(columns)
    return {
        model: _states_by(column, translated_rows(model), reviews[model], languages)
        for model, column in columns.items()
    }


def translated_rows(model):
    """Return the rows of a model that have words of their own: a page that repeats another has none."""
    rows = model._default_manager.order_by()
    return rows.filter(alias_of__isnull=True) if issubclass(model, Page) else rows


def _states_by(column, queryset, reviews, languages):
    rows = defaultdict(dict)
    for row in queryset.values(*{column, *COLUMNS}):
        rows[row[column]][row["locale__language_code"]] = row
    found = {}
    for key, by_language in rows.items():
        source = by_language.get(SOURCE_LANGUAGE)
        digest = source["content_digest"] if source and _is_public(source) else ""
        found[key] = {language: _state(by_language.get(language), digest, reviews) for language in languages}
    return found


def _in_review(models):
    """Return {model: {primary key as text}} of what waits for a reviewer."""
    types = ContentType.objects.get_for_models(*models)
    bases = {
        model: ContentType.objects.get_for_model(Page) if issubclass(model, Page) else types[model]
        for model in models
    }
    waiting = defaultdict(set)
    running = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, base_content_type__in=set(bases.values())
    )
    for base, pk in running.values_list("base_content_type", "object_id"):
        waiting[base].add(pk)
    return {model: waiting[base.pk] for model, base in bases.items()}


def _state(row, source_digest, reviews):
    if row is None:
        return MISSING
    in_review = str(row["pk"]) in reviews
    if not _is_public(row):
        code = "in_review" if in_review else "draft"
        return TranslationState(code, row["pk"], key=row["translation_key"])
    newer = "draft" if row["has_unpublished_changes"] else ""
    return TranslationState(
        "outdated" if _differs(row["translated_from"], source_digest) else "public",
        row["pk"],
        "in_review" if in_review else newer,
        row["translation_key"],
    )


def _is_public(row):
    return row["live"] and not (row["expire_at"] and row["expire_at"] <= timezone.now())


def _differs(made_from, source_digest):
    return bool(made_from and source_digest and made_from != source_digest)
