"""Blocks whose values are facts, the same in every language: translators never see them."""

from wagtail.blocks import ChoiceBlock, MultipleChoiceBlock, PageChooserBlock, URLBlock

from cms.snippets.validation import validate_website


class Untranslated:
    """Mixed into a block: wagtail-localize takes nothing out of it and keeps the value of the source page."""

    def get_translatable_segments(self, value):
        return []

    def restore_translated_segments(self, value, segments):
        return value


class Codes(Untranslated):
    """Mixed into a choice block over codes.

    The choices are asked for when a form is shown or checked, never when a value is read: reading a page must
    not read all categories. Migrations keep the values and forget the choices.
    """

    def normalize_choice(self, value):
        return value

    def get_searchable_content(self, value):
        return []

    def deconstruct(self):
        path, args, kwargs = super().deconstruct()
        return path, args, {name: value for name, value in kwargs.items() if name != "choices"}


class CodeBlock(Codes, ChoiceBlock):
    """One code, or "" for none."""


class CodeListBlock(Codes, MultipleChoiceBlock):
    """A list of codes."""


class PageLinkBlock(Untranslated, PageChooserBlock):
    """A page of this site. Links lead to its translation, so translators need not choose another."""

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.PageChooserBlock", args, kwargs


class WebAddressBlock(Untranslated, URLBlock):
    """The address of a page on another site, http or https."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": 500, "validators": [validate_website]} | kwargs)

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.URLBlock", args, kwargs
