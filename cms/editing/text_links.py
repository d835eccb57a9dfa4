"""From facts to their texts: where each is edited, and where a missing one is written."""

from django.urls import reverse
from wagtail.admin.utils import set_query_params
from wagtail.models import Locale


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


def may_with_texts(user, verb, facts):
    """Say whether a user may "add" or "change" the texts about these facts."""
    return user.has_perm(f"defenders.{verb}_{text_model_of(facts)._meta.model_name}")


def text_links(facts, texts, user):
    """Return (TextState, address or None) pairs: where an existing text is edited, a missing one written."""
    edit = text_model_of(facts).snippet_viewset.get_url_name("edit")
    may_add, may_change = (may_with_texts(user, verb, facts) for verb in ("add", "change"))
    for text in texts:
        if text.pk:
            yield text, reverse(edit, args=[text.pk]) if may_change else None
        else:
            yield text, address_of_new_text(facts, text.language) if may_add else None
