"""Hints while somebody types, asked for by the form's script: the same sentences as after saving."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils.html import conditional_escape
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cms.editing.forms.codes import is_key
from cms.editing.hints.duplicates import may_be_the_same
from cms.editing.hints.texts import FIELDS_ON_CARDS, hint_of_length, hints_of_text, is_protected
from cms.snippets.organisation import Organisation
from cms.snippets.programme import Programme, ProgrammeText
from cms.snippets.testimony import Testimony, TestimonyText
from cms.snippets.texts import OrganisationText, TranslatableText
from cms.snippets.training import Training, TrainingText

# What is asked about -> the fields whose text is looked at. Names of organisations are compared with others besides.
TEXTS_OF = {
    **{model: model.text_fields for model in (OrganisationText, ProgrammeText, TrainingText, TestimonyText)},
    **dict.fromkeys((Organisation, Programme, Training, Testimony), ("internal_note",)),
}
MODELS = {model._meta.model_name: model for model in TEXTS_OF}
NAMES = ("name", "alternate_name", "acronym", "website")
LONGEST = 50_000


@require_POST
def find_hints(request):
    """Answer with `{"hints": [HTML, ...]}` about one field, or 400 with a sentence.

    Posted: `about` (a model), `key` of what is edited and `subject` of a text (either may be empty), `field`, `value`;
    about the name of an organisation, all of its NAMES instead of `value`. 403 for who may not write it.
    """
    asked = request.POST
    model, field = MODELS.get(asked.get("about", "")), asked.get("field", "")
    compares_names = model is Organisation and field in NAMES
    if model is None or not (compares_names or field in TEXTS_OF[model]):
        return _refused(_("There are no hints about this field."))
    if any(len(value) > LONGEST for value in asked.values()):
        return _refused(_("This text is too long."))
    if not all(key == "" or is_key(key) for key in (asked.get("key", ""), asked.get("subject", ""))):
        return _refused(_("It is not known what this text is about."))
    if not model.snippet_viewset.permission_policy.user_has_any_permission(request.user, {"add", "change"}):
        raise PermissionDenied
    if compares_names:
        names = {name: asked.get(name, "") for name in NAMES}
        sentences = may_be_the_same(asked.get("key") or None, **names)
    else:
        sentences = _about_text(model, field, asked)
    return JsonResponse({"hints": [conditional_escape(sentence) for sentence in sentences]})


def _about_text(model, field, asked):
    value = asked.get("value", "")
    if field in FIELDS_ON_CARDS and (sentence := hint_of_length(value)):
        yield sentence
    yield from hints_of_text(value, protected=is_protected(_facts(model, asked)))


def _facts(model, asked):
    """Return the facts that are edited, or that the text is about; None where they do not exist yet."""
    if issubclass(model, TranslatableText):
        model, key = model._meta.get_field(model.subject_field).related_model, asked.get("subject")
    else:
        key = asked.get("key")
    return model.objects.filter(pk=key).first() if key else None


def _refused(sentence):
    return JsonResponse({"error": sentence}, status=400)
