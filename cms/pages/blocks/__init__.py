"""Index of the blocks that editors build a page from. A new kind of block is one class and one line here.

Every block has a template for the guidance site and, for the API, a typed JSON form: an object, so that it
may grow.
"""

from wagtail.blocks import StreamBlock

from cms.pages.blocks.answers import QuestionAndAnswerBlock
from cms.pages.blocks.emphasis import QuoteBlock, WarningBlock
from cms.pages.blocks.files import DocumentBlock, ImageBlock
from cms.pages.blocks.links import CallToActionBlock
from cms.pages.blocks.listings import ProgrammesBlock, TestimoniesBlock, TrainingsBlock
from cms.pages.blocks.texts import FormattedTextBlock, StepsBlock
from cms.pages.blocks.widgets import DirectoryBlock, MapBlock


class GuidanceBody(StreamBlock):
    """What the body of a guidance page may hold, in the order in which editors are offered it."""

    rich_text = FormattedTextBlock()
    steps = StepsBlock()
    question_and_answer = QuestionAndAnswerBlock()
    warning = WarningBlock()
    quote = QuoteBlock()
    image = ImageBlock()
    document = DocumentBlock()
    call_to_action = CallToActionBlock()
    programmes = ProgrammesBlock()
    trainings = TrainingsBlock()
    testimonies = TestimoniesBlock()
    directory = DirectoryBlock()
    map = MapBlock()


__all__ = [
    "CallToActionBlock",
    "DirectoryBlock",
    "DocumentBlock",
    "FormattedTextBlock",
    "GuidanceBody",
    "ImageBlock",
    "MapBlock",
    "ProgrammesBlock",
    "QuestionAndAnswerBlock",
    "QuoteBlock",
    "StepsBlock",
    "TestimoniesBlock",
    "TrainingsBlock",
    "WarningBlock",
]
