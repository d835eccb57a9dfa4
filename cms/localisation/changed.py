"""Which sentences of the source changed since a translation was made."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.core.exceptions import FieldDoesNotExist
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue

from cms.common.languages import SOURCE_LANGUAGE
from cms.localisation.origin import public_source

# Versions of the source that are looked through, newest first.
MOST_VERSIONS = 200


@dataclass(frozen=True)
class ChangedSentence:
    """A sentence of the source, as plain text: `before` is None for a new one, `after` for one that is gone.

    `field` is the name of its field for editors; `path` is wagtail-localize's ("body.<id of the block>").
    """

    field: str
    before: str | None
    after: str | None
    path: str


def changed_sentences(target):
    """Return the ChangedSentences between the source that `target` was made from and the one that is public now.

    `target` is a row, or an object of one of its versions. [] if nothing changed, if no source is public, and if the
    version of the source it was made from is kept nowhere any more (`is_outdated` tells these apart).
    """
    source = public_source(target)
    if source is None or target.translated_from in ("", source.content_digest):
        return []
    former = former_source(source, target.translated_from)
    return compare(former, source) if former else []


def former_source(source, digest):
    """Return the newest version of the source with these sentences, as an object, or None."""
    for revision in source.revisions.order_by("-created_at", "-id")[:MOST_VERSIONS].iterator():
        version = revision.as_object()
        if version.digest() == digest:
            return version
    frozen = TranslationSource.objects.filter(
        object_id=source.translation_key, locale__language_code=SOURCE_LANGUAGE
    ).first()
    version = frozen and frozen.as_instance()
    return version if version and version.digest() == digest else None


def compare(former, current):
    """Return the ChangedSentences between two versions, in the order of the current one; what is gone comes last."""
    before, after = _by_path(former), _by_path(current)
    paths = [*after, *(path for path in before if path not in after)]
    return [
        ChangedSentence(_name_of_field(type(current), path), *pair, path)
        for path in paths
        for pair in _pairs(before.get(path, []), after.get(path, []))
    ]


def _by_path(version):
    """Return {path: [(what counts, what is shown)]}."""
    found = {}
    for segment in version.segments():
        if isinstance(segment, StringSegmentValue):
            sentence = (segment.string.data, segment.render_text())
        else:
            sentence = (segment.data, segment.data)
        found.setdefault(segment.path, []).append(sentence)
    return found


def _pairs(before, after):
    """Yield (shown before, shown after) of what differs in one field or block; None where there is no counterpart."""
    counted = [[sentence for sentence, _ in side] for side in (before, after)]
    for kind, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, *counted, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            old, new = before[old_from:old_to], after[new_from:new_to]
            yield from ((was and was[1], now and now[1]) for was, now in zip_longest(old, new))


def _name_of_field(model, path):
    try:
        return str(model._meta.get_field(path.split(".")[0]).verbose_name)
    except FieldDoesNotExist:
        return path
