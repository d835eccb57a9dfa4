"""Texts that somebody brings whole, as drafts: the source as a version, translations as wagtail-localize's own.

No text that is public changes. A translation that was merely created would be missing in localize's forms, and
translating it later would put Spanish over it.
"""

from dataclasses import asdict, dataclass, field

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.common.languages import SOURCE_LANGUAGE
from cms.localisation.aligned import aligned
from cms.localisation.drafts import save_translation


@dataclass
class ProposedText:
    """What was made, so that it can be taken back. All are keys; `previous` is the version before, None for a new text.

    `strings` maps keys of string translations to what they said before (None for new ones) and what they say now.
    """

    language: str
    text: int
    version: int
    created: bool
    previous: int | None = None
    had_changes: bool = False
    strings: dict[int, tuple[str | None, str]] = field(default_factory=dict)

    def as_json(self):
        """Return it as plain values."""
        return asdict(self) | {"strings": [[pk, *said] for pk, said in self.strings.items()]}


def propose_text(model, subject, language, values, user, *, rich, log_action):
    """Write `values` ({field: text}) into a draft of the text about a subject in a language; return a ProposedText.

    `rich` names the fields that are HTML. A translation needs the Spanish text: StructuresDiffer where the two do not
    have the same parts. A text that was written without wagtail-localize stays so.
    """
    locale = Locale.objects.get(language_code=language)
    texts = model.objects.filter(**{model.subject_field: subject})
    text = texts.filter(locale=locale).first()
    if language != SOURCE_LANGUAGE and (text is None or _translation_of(text) is not None):
        source_text = texts.get(locale__language_code=SOURCE_LANGUAGE)
        return _propose_translation(source_text, text, locale, values, user, rich)
    if text is None:
        sibling = texts.order_by("pk").first()
        text = model(live=False, locale=locale, **{model.subject_field: subject})
        if sibling:
            text.translation_key = sibling.translation_key
        for name, value in values.items():
            setattr(text, name, value)
        text.full_clean()
        text.save()
        version = text.save_revision(user=user, clean=False, log_action=log_action)
        return ProposedText(language, text.pk, version.pk, created=True)
    previous, had_changes = text.latest_revision_id, text.has_unpublished_changes
    draft = text.get_latest_revision_as_object()
    for name, value in values.items():
        setattr(draft, name, value)
    version = draft.save_revision(user=user, log_action=log_action)
    return ProposedText(language, text.pk, version.pk, False, previous, had_changes)


def _translation_of(text):
    links = Translation.objects.filter(source__object_id=text.translation_key, target_locale=text.locale)
    return links.filter(source__locale__language_code=SOURCE_LANGUAGE).select_related("source").first()


def _propose_translation(source_text, text, locale, values, user, rich):
    source = _frozen(source_text)
    Translation.objects.get_or_create(source=source, target_locale=locale)
    previous, had_changes = (text.latest_revision_id, text.has_unpublished_changes) if text else (None, False)
    basis = source.as_instance()
    strings: dict[int, tuple[str | None, str]] = {}
    for name, value in values.items():
        translations = aligned(getattr(basis, name), value, name in rich)
        segments = StringSegment.objects.filter(source=source, context__path=name)
        for segment in segments.select_related("string", "context"):
            _write_string(segment, locale, translations[segment.string.data], user, strings)
    row, version, is_new = save_translation(source, locale, user=user)
    return ProposedText(locale.language_code, row.pk, version.pk, is_new, previous, had_changes, strings)


def _frozen(source_text):
    """Return the TranslationSource: of what is public, or of the latest draft while nothing is."""
    if source_text.live:
        return TranslationSource.get_or_create_from_instance(source_text)[0]
    return TranslationSource.update_or_create_from_instance(source_text.get_latest_revision_as_object())[0]


def _write_string(segment, locale, data, user, before):
    written = StringTranslation.objects.filter(
        translation_of_id=segment.string_id, locale=locale, context=segment.context
    ).first()
    if written is None:
        written = StringTranslation(
            translation_of_id=segment.string_id, locale=locale, context=segment.context
        )
        previous = None
    elif written.data == data:
        return
    else:
        previous = written.data
    written.data = data
    written.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    written.tool_name = ""
    written.has_error, written.field_error = False, ""
    written.last_translated_by = user
    written.save()
    before[written.pk] = previous, data


def take_back_text(model, made):
    """Take back what `propose_text` made, in its plain values; return False where somebody went on from it."""
    text = model.objects.filter(pk=made["text"]).first()
    if text is None:
        return True
    said = dict(
        StringTranslation.objects.filter(pk__in=[one[0] for one in made["strings"]]).values_list("pk", "data")
    )
    if not untouched(text, made["version"], made["created"]) or any(
        said.get(pk) != now for pk, _before, now in made["strings"]
    ):
        return False
    _take_back_strings(made["strings"])
    give_back_version(text, made["version"], made["previous"], made["had_changes"], made["created"])
    return True


def _take_back_strings(strings):
    for pk, data, _now in strings:
        rows = StringTranslation.objects.filter(pk=pk)
        if data is None:
            rows.delete()
        else:
            rows.update(data=data)


def untouched(row, version, created):
    """Say whether a row is as a proposal left it: the same latest version, not public, in nobody's review."""
    if row.latest_revision_id != version or row.live_revision_id == version:
        return False
    if created and (row.live or row.first_published_at):
        return False
    return row.current_workflow_state is None and not row.approved_schedule


def give_back_version(row, version, previous, had_changes, created):
    """Delete a row that a proposal made, or the version it made of one that was there; the version before is back."""
    if created:
        row.delete()
        return
    made = row.revisions.get(pk=version)
    if not row.revisions.filter(pk=previous).exists():
        # Old versions may be deleted by a command; then the row itself is what there was.
        previous = None
    type(row).objects.filter(pk=row.pk).update(latest_revision=previous, has_unpublished_changes=had_changes)
    made.delete()
