"""Words that exist already, put where translators find them: each sentence of a translation beside its source's.

The memory is wagtail-localize's (StringTranslation). It is filled from a text or page that somebody wrote or changed
without it, and from a translation that was confirmed although its source changed.
"""

from collections import defaultdict

from django.db import transaction
from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.segments import StringSegmentValue


@transaction.atomic
def learn(source, target, made_from, user=None):
    """Take over the sentences of `target`, which was made from this version of the source; return how many.

    Of sentences that changed in the source since, nothing is known: they wait for a translator. Where a field or block
    has another number of sentences than the version it was made from, nobody can say which belongs to which.
    """
    former, said = _said(made_from), _said(target)
    pairs = {
        (path, sentence): translation
        for path, sentences in former.items()
        if len(sentences) == len(said.get(path, ()))
        for sentence, translation in zip(sentences, said[path], strict=True)
    }
    known = _known(source, target.locale)
    learned = 0
    for path, segments in _by_path(source).items():
        for segment in segments:
            translation = pairs.get((path, segment.string.data))
            if translation is not None and known.get(_key(segment)) != translation:
                _write(segment, translation, target.locale, user)
                learned += 1
    return learned


@transaction.atomic
def carry_over(source, target, user=None):
    """Give sentences without a translation the one that `target` has in their place; return how many got one.

    For a translation that somebody confirmed although its source changed.
    """
    known, said = _known(source, target.locale), _said(target)
    carried = 0
    for path, segments in _by_path(source).items():
        waiting = [segment for segment in segments if _key(segment) not in known]
        left = list(said.get(path, ()))
        for segment in segments:
            if known.get(_key(segment)) in left:
                left.remove(known[_key(segment)])
        if len(waiting) != len(left):
            continue
        for segment, translation in zip(waiting, left, strict=True):
            _write(segment, translation, target.locale, user)
            carried += 1
    return carried


def _key(segment):
    return segment.string_id, segment.context_id


def _by_path(source):
    found = defaultdict(list)
    segments = (
        StringSegment.objects.filter(source=source)
        .select_related("context", "string")
        .order_by("order", "pk")
    )
    for segment in segments:
        found[segment.context.path].append(segment)
    return found


def _said(target):
    found = defaultdict(list)
    for segment in target.segments():
        if isinstance(segment, StringSegmentValue):
            found[segment.path].append(segment.string.data)
    return found


def _known(source, locale):
    translations = StringSegment.objects.filter(source=source).get_translations(locale)
    usable = translations.filter(has_error=False)
    return {(one.translation_of_id, one.context_id): one.data for one in usable}


def _write(segment, sentence, locale, user):
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale=locale,
        defaults={
            "data": sentence,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )
