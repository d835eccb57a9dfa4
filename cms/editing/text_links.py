"""From facts to their texts: where each is edited or seen, and where a missing one is translated or written."""

from dataclasses import dataclass

from django.urls import reverse
from wagtail.admin.utils import set_query_params
from wagtail.models import Locale

from cms.common.languages import SOURCE_LANGUAGE
from cms.editing.public_state import TextState
from cms.roles.rights import languages_with, may_change


@dataclass(frozen=True)
class TextLink:
    """What a user can do about a text: `verb` is "edit", "translate" or "write" at `url`, or both are "".

    `preview_url` shows the facts saved last with the text in this language, "" where the user may not see it.
    """

    text: TextState
    verb: str
    url: str
    preview_url: str


def text_model_of(facts):
    """Return the model of the texts about these facts."""
    return facts._meta.get_field("texts").related_model


def address_of_new_text(facts, language):
    """Return where a text about the facts is written, or None where the language is not set up."""
    if not Locale.objects.filter(language_code=language).exists():
        return None
    model = text_model_of(facts)
    return set_query_params(
        reverse(model.snippet_viewset.get_url_name("add")),
        {model.subject_field: facts.pk, "locale": language},
    )


def may_with_texts(user, verb, facts, language=SOURCE_LANGUAGE):
    """Say whether a user may "add" or "change" the texts about these facts in a language."""
    languages = languages_with(user, verb, text_model_of(facts)._meta.model_name)
    return languages is None or language in languages


def text_links(facts, texts, user):
    """Return a TextLink for each TextState."""
    source = next((text.pk for text in texts if text.language == SOURCE_LANGUAGE), None)
    may_preview = facts.latest_revision_id and facts.is_previewable() and may_change(user, facts)
    return [
        TextLink(
            text,
            *(_way(facts, text, user, source) or ("", "")),
            _preview_url(facts, text.language) if may_preview else "",
        )
        for text in texts
    ]


def _way(facts, text, user, source):
    """Return (verb, address), or None where the user can do nothing."""
    model = text_model_of(facts)
    may_edit = may_with_texts(user, "change", facts, text.language)
    if text.pk:
        edit = reverse(model.snippet_viewset.get_url_name("edit"), args=[text.pk])
        return ("edit", edit) if may_edit else None
    if source and may_edit and user.has_perm("wagtail_localize.submit_translation"):
        names = (model._meta.app_label, model._meta.model_name, source)
        submit = reverse("wagtail_localize:submit_snippet_translation", args=names)
        return "translate", set_query_params(submit, {"select_locale": text.language})
    if may_with_texts(user, "add", facts, text.language):
        return "write", address_of_new_text(facts, text.language)
    return None


def _preview_url(facts, language):
    seen = reverse(
        facts.snippet_viewset.get_url_name("revisions_view"), args=[facts.pk, facts.latest_revision_id]
    )
    return set_query_params(seen, {"mode": f"{facts.preview_looks[0]}-{language}"})
