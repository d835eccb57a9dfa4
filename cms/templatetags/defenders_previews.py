"""Drafts in templates, made by the code that makes what is public."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.directory import previews, publish
from cms.directory.drafts import directory_of_one, draft_of_guidance, draft_of_organisation
from cms.directory.kinds import KINDS
from cms.pages import listings
from cms.snippets.texts import TranslatableText

register = template.Library()

KIND_OF = {kind.model: kind for kind in KINDS}


@register.simple_tag
def organisation_preview(draft, look, lang):
    """Return the whole page of an organisation, or of the one that a text is about with this text."""
    with override(lang):
        loaded = draft_of_organisation(*_facts_and_text(draft))
        file = directory_of_one(loaded, lang, publish.today_utc())
        notes = [_("Places are shown as they were saved last.")]
        return mark_safe(previews.render(file, lang, look, notes))  # noqa: S308  a page of templates


@register.simple_tag
def guidance_preview(draft, lang):
    """Return {"template", "value", "items"} of the block that shows a draft; None where it has no words."""
    version, text = _facts_and_text(draft)
    kind = KIND_OF[type(version)]
    item = listings.item_of(kind, draft_of_guidance(kind, version, text), lang)
    return item and {
        "template": f"defenders/blocks/{kind.name}.html",
        "value": {"heading": capfirst(kind.model._meta.verbose_name), "display": "list"},
        "items": [item],
    }


def _facts_and_text(draft):
    """Return (latest version of the facts, the text or None)."""
    if isinstance(draft, TranslatableText):
        return draft.subject.get_latest_revision_as_object(), draft
    return draft, None
