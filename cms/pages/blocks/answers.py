"""Questions that readers have, each with its answer."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, StructBlock

from cms.directory.richtext import public_html
from cms.pages.blocks import examples
from cms.pages.blocks.texts import STEP_FEATURES, FormattedTextBlock


class AnswerBlock(StructBlock):
    """One question and its answer. JSON: `{"question", "html"}`."""

    question = CharBlock(
        label=_("Question"), max_length=200, help_text=_("As a reader would ask it, in her own words.")
    )
    answer = FormattedTextBlock(label=_("Answer"), features=STEP_FEATURES)

    def get_api_representation(self, value, context=None):
        return {"question": value["question"], "html": public_html(value["answer"].source)}

    class Meta:
        label = _("Question")
        icon = "help"


class QuestionAndAnswerBlock(StructBlock):
    """Questions in their order. JSON: `{"heading", "items": [{"question", "html"}, ...]}`."""

    heading = CharBlock(label=_("Heading"), max_length=120)
    items = ListBlock(AnswerBlock(), label=_("Questions"), min_num=1)

    class Meta:
        label = _("Questions and answers")
        icon = "help"
        template = "defenders/blocks/question_and_answer.html"
        group = examples.TEXTS
        description = _("Questions that readers have, each with its answer below it.")
        preview_template = examples.TEMPLATE
        preview_value = staticmethod(examples.questions)
