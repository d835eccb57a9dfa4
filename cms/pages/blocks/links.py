"""An invitation to go on: to another page of this site or to an address elsewhere."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructBlockValidationError, TextBlock

from cms.pages.blocks import examples
from cms.pages.blocks.untranslated import PageLinkBlock, WebAddressBlock
from cms.pages.links import public_links


class CallToActionBlock(StructBlock):
    """A heading, a sentence and one link.

    JSON: `{"heading", "text", "link_label", "page": {"url", "title", "lang"} or null, "url": text or null}`.
    `page` is null as long as the page is not public.
    """

    heading = CharBlock(label=_("Heading"), max_length=120)
    text = TextBlock(label=_("Text"), max_length=400, required=False)
    link_label = CharBlock(
        label=_("Words of the link"), max_length=80, help_text=_("Say where it leads, not “click here”.")
    )
    page = PageLinkBlock(
        label=_("Page of this site"),
        required=False,
        help_text=_("Readers are taken to the page in their language, if it exists."),
    )
    url = WebAddressBlock(
        label=_("Address elsewhere"), required=False, help_text=_("Only if it leads to another website.")
    )

    def clean(self, value):
        value = super().clean(value)
        if value["page"] and value["url"]:
            problem = _("Choose a page or give an address, not both: a link leads to one place.")
        elif not value["page"] and not value["url"]:
            problem = _("Choose a page of this site, or give an address elsewhere.")
        else:
            return value
        raise StructBlockValidationError({"url": ValidationError(problem, code="one_target")})

    def get_api_representation(self, value, context=None):
        return {
            "heading": value["heading"],
            "text": value["text"],
            "link_label": value["link_label"],
            "page": self._public_page(value, context),
            "url": value["url"] or None,
        }

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["linked_page"] = self._public_page(value, parent_context)
        return context

    def _public_page(self, value, context):
        page = value["page"]
        if not page:
            return None
        # A page resolves all its links at once; a block on its own resolves its one.
        links = context.get("links") if context else None
        return (links if links is not None else public_links([page])).get(page.pk)

    class Meta:
        label = _("Call to action")
        icon = "link"
        template = "defenders/blocks/call_to_action.html"
        group = examples.TEXTS
        description = _("An invitation to go on: a heading, a sentence and one link.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.call_to_action)
