"""The entry “Translate side by side” of the ordinary forms, in place of wagtail-localize's entries there."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem as PageMenuItem
from wagtail.snippets.action_menu import ActionMenuItem as SnippetMenuItem

from cms.editing.translations.whole import source_of
from cms.localisation.gate import is_guarded

# They would go on without what was written meanwhile, or put the source in place of a translation.
LOCALIZE_ITEMS = frozenset({"localize-restart-translation", "localize-convert-to-alias"})


class SideBySide:
    """Mixin: shown for a text or page in another language that is not edited beside its source."""

    name = "defenders-side-by-side"
    label = _("Translate side by side")
    icon_name = "wagtail-localize-language"

    def is_shown(self, context):
        row = _row(context)
        return context["view"] == "edit" and row is not None and source_of(row) is not None

    def get_url(self, context):
        row = _row(context)
        return reverse("defenders_translate_side_by_side", args=[row._meta.model_name, row.pk])


class SideBySidePageItem(SideBySide, PageMenuItem):
    """For pages."""


class SideBySideSnippetItem(SideBySide, SnippetMenuItem):
    """For texts."""


def page_item():
    """Return the item (hook `register_page_action_menu_item`)."""
    return SideBySidePageItem(order=60)


def snippet_item(model):
    """Return the item for models that are translated (hook `register_snippet_action_menu_item`)."""
    return SideBySideSnippetItem(order=60) if is_guarded(model) else None


def take_out_localize_items(menu_items, request, context):
    """Take wagtail-localize's own entries out (hooks `construct_page_action_menu`, `construct_snippet_action_menu`)."""
    if _row(context) is not None:
        menu_items[:] = [item for item in menu_items if item.name not in LOCALIZE_ITEMS]


def _row(context):
    row = context.get("page") or context.get("instance")
    return row if row is not None and row.pk and is_guarded(row) else None
