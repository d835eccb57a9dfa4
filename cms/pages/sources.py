"""What a page is based on, named at its foot."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StreamBlock, StructBlock

from cms.pages.blocks.untranslated import WebAddressBlock


class SourceBlock(StructBlock):
    """A title, in the language of the source, and an address."""

    title = CharBlock(label=_("Title"), max_length=200, help_text=_("As the source itself is called."))
    url = WebAddressBlock(label=_("Address"))

    class Meta:
        label = _("Source")
        icon = "openquote"


class SourceList(StreamBlock):
    """Sources in their order. JSON: `[{"title", "url"}, ...]`."""

    source = SourceBlock()

    def get_api_representation(self, value, context=None):
        return [{"title": source.value["title"], "url": source.value["url"]} for source in value or ()]
