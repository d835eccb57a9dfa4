"""The directory and the map inside a page, with filters chosen by the editor.

The values are codes of the public contract. In JSON they carry the names of the API's parameters:
`{"heading", "filters": {"role": [...], "service": [...], "audience": [...], "country": [...]}}`.
"""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock

from cms.common.languages import SOURCE_LANGUAGE
from cms.common.territories import countries_in_order
from cms.pages.blocks import examples
from cms.pages.blocks.untranslated import CodeBlock, CodeListBlock
from cms.snippets.category import Category

# Name of a value in the block -> name of the parameter.
PARAMETERS = {"roles": "role", "services": "service", "audiences": "audience", "country": "country"}


def category_choices(kind):
    """Return a function that gives (code, label) of all categories of a kind, in the editor's language."""

    def choices():
        lang = get_language() or SOURCE_LANGUAGE
        categories = Category.objects.filter(kind=kind).prefetch_related("labels")
        return [(category.code, category.label_in(lang)) for category in categories]

    return choices


def country_choices():
    """Return (code, name) of all countries, in the editor's language."""
    return countries_in_order(get_language() or SOURCE_LANGUAGE)


def preset_filters(value):
    """Return {parameter: codes} of such a block, with an empty list where nothing is chosen."""
    return {
        parameter: [codes] if isinstance(codes, str) and codes else list(codes or [])
        for parameter, codes in ((parameter, value.get(name)) for name, parameter in PARAMETERS.items())
    }


def _codes(kind, label, help_text):
    return CodeListBlock(
        choices=category_choices(kind),
        required=False,
        label=label,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
    )


class PresetBlock(StructBlock):
    """Base of both: a heading and filters. `widget` names the element and the embed page.

    `on_its_own_page` are the words of the link that is there before the widget is ready, and without scripts.
    """

    widget: str
    on_its_own_page: str

    heading = CharBlock(label=_("Heading"), max_length=120)
    roles = _codes(
        "role", _("Roles"), _("Shows organisations with any of these roles, or all if you choose none.")
    )
    services = _codes(
        "service",
        _("Services"),
        _("Shows organisations that give any of this help, or all if you choose none."),
    )
    audiences = _codes(
        "audience",
        _("Who it helps"),
        _("Shows organisations that help any of these, or all if you choose none."),
    )
    country = CodeBlock(
        choices=country_choices,
        required=False,
        label=_("Country"),
        help_text=_("Shows organisations that work in this country, in its region or worldwide."),
    )

    def get_api_representation(self, value, context=None):
        return {"heading": value["heading"], "filters": preset_filters(value)}

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {
            "widget": self.widget,
            "on_its_own_page": self.on_its_own_page,
            "filters": preset_filters(value),
        }


class DirectoryBlock(PresetBlock):
    """The directory of organisations, as a list to search."""

    widget = "directory"
    on_its_own_page = _("Open the directory on a page of its own")

    class Meta:
        label = _("Directory")
        icon = "list-ul"
        template = "defenders/blocks/widget.html"
        group = examples.LISTS
        description = _(
            "The list of organisations to search and filter, as on the first page. You may choose filters for it."
        )


class MapBlock(PresetBlock):
    """The map of organisations."""

    widget = "map"
    on_its_own_page = _("Open the map and its list on a page of their own")

    class Meta:
        label = _("Map")
        icon = "site"
        template = "defenders/blocks/widget.html"
        group = examples.LISTS
        description = _("The map of organisations with its list. You may choose filters for it.")
