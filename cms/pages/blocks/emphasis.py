"""What stands out of the text: somebody's words, and what a reader must not miss."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock

from cms.directory.richtext import public_html
from cms.pages.blocks import examples
from cms.pages.blocks.texts import STEP_FEATURES, FormattedTextBlock
from cms.pages.blocks.untranslated import CodeBlock, WebAddressBlock

LEVELS = {"note": _("Good to know"), "warning": _("Careful: somebody could come to harm")}


class QuoteBlock(StructBlock):
    """Words of a text or a person. JSON: `{"text", "attribution", "url": text or null}`."""

    text = TextBlock(label=_("The words"), max_length=600, help_text=_("Without quotation marks."))
    attribution = CharBlock(
        label=_("Whose words"),
        max_length=200,
        required=False,
        help_text=_("A document or an institution. For the words of a defender use testimonies."),
    )
    url = WebAddressBlock(
        label=_("Address"), required=False, help_text=_("Where the words can be read, if anywhere.")
    )

    def get_api_representation(self, value, context=None):
        return {"text": value["text"], "attribution": value["attribution"], "url": value["url"] or None}

    class Meta:
        label = _("Quote")
        icon = "openquote"
        template = "defenders/blocks/quote.html"
        group = examples.TEXTS
        description = _("Words of a document or an institution, set apart.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.quote)


class WarningBlock(StructBlock):
    """A few sentences in a frame. JSON: `{"level": "note" or "warning", "heading", "html"}`."""

    level = CodeBlock(label=_("How serious it is"), choices=list(LEVELS.items()), default="note")
    heading = CharBlock(label=_("Heading"), max_length=120, required=False)
    text = FormattedTextBlock(label=_("Text"), features=STEP_FEATURES)

    def get_api_representation(self, value, context=None):
        return {
            "level": value["level"],
            "heading": value["heading"],
            "html": public_html(value["text"].source),
        }

    class Meta:
        label = _("Note or warning")
        icon = "warning"
        template = "defenders/blocks/warning.html"
        group = examples.TEXTS
        description = _("A few sentences in a frame that nobody should miss. Use it rarely.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.warning)
