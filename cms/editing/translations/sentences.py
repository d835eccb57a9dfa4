"""The addresses to which the translation editor sends each sentence, and each link that differs by language."""

import functools
import json
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.exceptions import ParseError
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from wagtail.documents import get_document_model
from wagtail_localize.models import OverridableSegment, SegmentOverride, StringSegment, StringTranslation
from wagtail_localize.views import edit_translation as localize

from cms.common.typed_text import has_unseen_characters
from cms.editing.forms.codes import is_key
from cms.editing.translations.access import ask_may_write, guarded_translation
from cms.localisation.sentences import problem_with
from cms.snippets.validation import validate_website

ADDRESS_SCHEMES_WITHOUT_CHECK = ("mailto:", "tel:")


def _endpoint(stock):
    """Decorate a view of ours that answers in place of a stock one, which goes on answering for other apps."""

    def decorate(view):
        view = authentication_classes([SessionAuthentication])(view)
        ours = api_view(["PUT", "DELETE"])(permission_classes([IsAuthenticated])(view))

        # Both views check the token themselves.
        @csrf_exempt
        @functools.wraps(view)
        def answer(request, translation_id, **segment):
            view = ours if guarded_translation(translation_id) else stock
            return view(request, translation_id=translation_id, **segment)

        return answer

    return decorate


@_endpoint(localize.edit_string_translation)
def edit_sentence(request, translation_id, string_segment_id):
    """Store, or forget, the translation of one sentence; one that cannot be stored comes back with what is wrong."""
    translation, segment = _segment(request, translation_id, string_segment_id, StringSegment)
    key = {
        "translation_of_id": segment.string_id,
        "locale": translation.target_locale,
        "context_id": segment.context_id,
    }
    if request.method == "DELETE":
        stored = StringTranslation.objects.filter(**key).first()
        if stored:
            stored.delete()
        return Response({})
    text = _posted_text(request)
    problem = problem_with(segment.string.data, text)
    if problem:
        return Response(_refusal(segment, text, problem) | {"string_id": segment.string_id})
    stored, created = StringTranslation.objects.update_or_create(
        **key,
        defaults={
            "data": text,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": request.user,
            "has_error": False,
            "field_error": "",
        },
    )
    return Response(_sentence_as_json(stored, translation), status=201 if created else 200)


@_endpoint(localize.edit_override)
def edit_override(request, translation_id, overridable_segment_id):
    """Store, or forget, what stands in one language in place of a link's address or a file."""
    translation, segment = _segment(request, translation_id, overridable_segment_id, OverridableSegment)
    key = {"locale": translation.target_locale, "context_id": segment.context_id}
    if request.method == "DELETE":
        stored = SegmentOverride.objects.filter(**key).first()
        if stored:
            stored.delete()
        return Response({})
    value = _posted_text(request)
    problem = _problem_with_override(segment.data, value)
    if problem:
        return Response(_refusal(segment, value, problem))
    stored, created = SegmentOverride.objects.update_or_create(
        **key,
        defaults={
            "data_json": json.dumps(value),
            "last_translated_by": request.user,
            "has_error": False,
            "field_error": "",
        },
    )
    return Response(_override_as_json(stored, translation), status=201 if created else 200)


def _segment(request, translation_id, segment_id, model):
    """Return (translation, segment of its source) that the user may write; Http404, PermissionDenied."""
    translation, row = guarded_translation(translation_id)
    ask_may_write(request.user, row)
    segments = model.objects.filter(source=translation.source_id).select_related("context")
    return translation, get_object_or_404(segments, pk=segment_id)


def _posted_text(request):
    # What is posted as JSON may be anything.
    text = request.data.get("value") if isinstance(request.data, Mapping) else None
    if not isinstance(text, str):
        raise ParseError(_("There is no text in this request."))
    return text


def _problem_with_override(source, value):
    """Return what is wrong with an address (where the source has one) or the key of a document, or None."""
    if isinstance(source, int):
        exists = is_key(value) and get_document_model().objects.filter(pk=value).exists()
        return None if exists else _("This file does not exist any more. Choose another.")
    if has_unseen_characters(value):
        return _("There are characters in this text that nobody can see. Type it by hand.")
    if value.startswith(ADDRESS_SCHEMES_WITHOUT_CHECK) and source.startswith(ADDRESS_SCHEMES_WITHOUT_CHECK):
        return None
    try:
        validate_website(value)
    except ValidationError as problem:
        return " ".join(problem.messages)
    return None


def _refusal(segment, text, problem):
    # The editor shows `error` beside what was written, and knows no other way to say a sentence.
    return {
        "segment_id": segment.pk,
        "data": text,
        "error": problem,
        "comment": None,
        "last_translated_by": None,
    }


def _sentence_as_json(stored, translation):
    context = {"translation_source": translation.source}
    return localize.StringTranslationSerializer(stored, context=context).data


def _override_as_json(stored, translation):
    context = {"translation_source": translation.source}
    return localize.SegmentOverrideSerializer(stored, context=context).data
