"""Pictures and documents inside a page."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, TextBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from cms.pages.blocks import examples
from cms.pages.blocks.untranslated import Untranslated
from cms.pages.files import public_document, public_picture


class PictureChooserBlock(Untranslated, ImageChooserBlock):
    """A picture, the same in every language: what it shows is told by a text beside it."""

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return "wagtail.images.blocks.ImageChooserBlock", args, kwargs


class ImageBlock(StructBlock):
    """A picture and what it shows.

    JSON: `{"image": {"url", "width", "height", "alt"} or null, "caption"}`; null once the picture was deleted.
    """

    image = PictureChooserBlock(label=_("Picture"))
    alt = CharBlock(
        label=_("What the picture shows"),
        max_length=200,
        help_text=_("For people who do not see it. Say what matters here, not “picture of”."),
    )
    caption = CharBlock(label=_("Words below the picture"), max_length=200, required=False)

    def get_api_representation(self, value, context=None):
        picture = public_picture(value["image"])
        return {"image": picture and picture | {"alt": value["alt"]}, "caption": value["caption"]}

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"picture": public_picture(value["image"])}

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "defenders/blocks/image.html"
        group = examples.PICTURES
        description = _("A picture over the whole width, with words below it.")


class DocumentBlock(StructBlock):
    """A file to download; translators may choose the one in their language.

    JSON: `{"document": {"url", "title", "size", "type"} or null, "text"}`: size in bytes, type such as "pdf"; null
    while the file is not public.
    """

    document = DocumentChooserBlock(label=_("File"))
    title = CharBlock(
        label=_("Title"), max_length=120, help_text=_("What one downloads. Type and size are added.")
    )
    text = TextBlock(label=_("Text"), max_length=400, required=False)

    def get_api_representation(self, value, context=None):
        document = public_document(value["document"])
        return {"document": document and document | {"title": value["title"]}, "text": value["text"]}

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"document": public_document(value["document"])}

    class Meta:
        label = _("File to download")
        icon = "doc-full"
        template = "defenders/blocks/document.html"
        group = examples.PICTURES
        description = _("A file that readers can download, with its type and size.")
