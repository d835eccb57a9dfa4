"""Programmes, trainings and testimonies inside a page.

The facts are those of `cms.directory`; a block holds a heading and filters, whose names in JSON are those of the
API's parameters. What is shown is decided when the page is read, so a call that closes today is closed today.
"""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, StructBlock

from cms.common.languages import SOURCE_LANGUAGE
from cms.pages import listings
from cms.pages.blocks import examples
from cms.pages.blocks.untranslated import CodeBlock, CodeListBlock
from cms.pages.blocks.widgets import category_choices, country_choices

ROTATING, LIST = "rotating", "list"


class ListingBlock(StructBlock):
    """Base: a heading, and `items` in the language of the page for the template."""

    heading = CharBlock(label=_("Heading"), max_length=120)

    def filters(self, value):
        """Return {parameter of the API: value}; None or [] where nothing is asked for."""
        return {}

    def items(self, filters, lang):
        """Return what the template shows."""
        raise NotImplementedError

    def get_api_representation(self, value, context=None):
        return {"heading": value["heading"], "filters": self.filters(value)}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["items"] = self.items(self.filters(value), context.get("site_lang") or SOURCE_LANGUAGE)
        return context


class ProgrammesBlock(ListingBlock):
    """Programmes of temporary protection, open calls first.

    JSON: `{"heading", "filters": {"open": true or null, "family": true or null, "audience": [...], "country": [...]}}`.
    """

    open_only = BooleanBlock(
        label=_("Only open calls"),
        required=False,
        help_text=_("Hides the programmes that take no applications now, or whose dates nobody knows."),
    )
    family_only = BooleanBlock(
        label=_("Only where the family can come too"),
        required=False,
        help_text=_("Hides the programmes of which it is not known, too."),
    )
    audiences = CodeListBlock(
        choices=category_choices("audience"),
        required=False,
        label=_("Who it helps"),
        help_text=_("Shows programmes for any of these, or all if you choose none."),
        widget=forms.CheckboxSelectMultiple,
    )
    country = CodeBlock(
        choices=country_choices,
        required=False,
        label=_("Country of the stay"),
        help_text=_("Shows programmes that receive people in this country."),
    )

    def filters(self, value):
        return {
            "open": True if value.get("open_only") else None,
            "family": True if value.get("family_only") else None,
            "audience": list(value.get("audiences") or []),
            "country": _one(value.get("country")),
        }

    def items(self, filters, lang):
        return listings.programmes(filters, lang)

    class Meta:
        label = _("Programmes")
        icon = "home"
        template = "defenders/blocks/programmes.html"
        group = examples.LISTS
        description = _(
            "Programmes of temporary protection, open calls first. It is always up to date by itself."
        )
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.programmes)


class TrainingsBlock(ListingBlock):
    """Trainings, those that begin soon first. JSON: `{"heading", "filters": {"country": [...], "language": [...]}}`."""

    country = CodeBlock(
        choices=country_choices,
        required=False,
        label=_("Country"),
        help_text=_(
            "Shows trainings of organisations that work in this country, in its region or worldwide."
        ),
    )
    language = CodeBlock(
        choices=listings.language_choices,
        required=False,
        label=_("Language"),
        help_text=_("Shows trainings given in this language."),
    )

    def filters(self, value):
        return {"country": _one(value.get("country")), "language": _one(value.get("language"))}

    def items(self, filters, lang):
        return listings.trainings(filters, lang)

    class Meta:
        label = _("Trainings")
        icon = "edit"
        template = "defenders/blocks/trainings.html"
        group = examples.LISTS
        description = _("Trainings, those that begin soon first. It is always up to date by itself.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.trainings)


class TestimoniesBlock(ListingBlock):
    """Testimonies over their pictures, one at a time or as a list. JSON: `{"heading", "display"}`."""

    __test__ = False  # no test, whatever its name begins with

    display = CodeBlock(
        label=_("How they are shown"),
        choices=[
            (ROTATING, _("One after the other, over their pictures")),
            (LIST, _("All of them, as a list")),
        ],
        default=ROTATING,
    )

    def get_api_representation(self, value, context=None):
        return {"heading": value["heading"], "display": value["display"]}

    def items(self, filters, lang):
        return listings.testimonies(lang)

    class Meta:
        label = _("Testimonies")
        icon = "group"
        template = "defenders/blocks/testimonies.html"
        group = examples.LISTS
        description = _("What defenders tell, over their pictures. Shown only as long as they agree.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.testimonies)


def _one(code):
    return [code] if code else []
