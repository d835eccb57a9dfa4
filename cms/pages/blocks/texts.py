"""Text blocks: formatted text, and numbered steps."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock

from cms.directory.richtext import public_html
from cms.pages.blocks import examples

BODY_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]
STEP_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class FormattedTextBlock(RichTextBlock):
    """Headings, paragraphs, lists and links. JSON: `{"html": sanitised HTML}`."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"features": BODY_FEATURES} | kwargs)

    def get_api_representation(self, value, context=None):
        return {"html": public_html(value.source)}

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, kwargs

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "defenders/blocks/rich_text.html"
        group = examples.TEXTS
        description = _("Paragraphs with headings, lists and links.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.text)


class StepBlock(StructBlock):
    """One step: what to do, in a few words, and how. JSON: `{"title", "html"}`."""

    title = CharBlock(label=_("What to do"), max_length=120)
    text = FormattedTextBlock(label=_("How"), features=STEP_FEATURES, required=False)

    def get_api_representation(self, value, context=None):
        return {"title": value["title"], "html": public_html(value["text"].source)}

    class Meta:
        label = _("Step")
        icon = "list-ol"


class StepsBlock(StructBlock):
    """Steps in their order. JSON: `{"heading", "items": [step, ...]}`."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    items = ListBlock(StepBlock(), label=_("Steps"), min_num=1)

    class Meta:
        label = _("Steps")
        icon = "list-ol"
        template = "defenders/blocks/steps.html"
        group = examples.TEXTS
        description = _("What to do, one thing after the other, numbered.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.steps)
