"""Form fields for lists of codes (areas, languages) and for categories."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.common.languages import normalise_language_tag
from cms.editing.names import area_choices, country_choices, editor_language
from cms.editing.other_names import of_area, of_country
from cms.editing.widgets import Checklist, DescribedChecklist, LanguagesWidget, ShortChecklist
from cms.snippets.category import Category

MAX_LANGUAGES = 100


class AreasField(forms.MultipleChoiceField):
    """The areas an organisation serves: world, regions, countries."""

    default_error_messages = {
        "invalid_choice": _("“%(value)s” is not one of the areas. Choose from the list."),
        "invalid_list": _("Choose from the list."),
    }

    def __init__(self, **kwargs):
        super().__init__(choices=area_choices, widget=Checklist(other_names=of_area), **kwargs)


class CountriesField(forms.MultipleChoiceField):
    """Countries by name."""

    default_error_messages = {
        "invalid_choice": _("“%(value)s” is not one of the countries. Choose from the list."),
        "invalid_list": _("Choose from the list."),
    }

    def __init__(self, **kwargs):
        super().__init__(choices=country_choices, widget=Checklist(other_names=of_country), **kwargs)


class ShortCodesField(forms.MultipleChoiceField):
    """A few codes with their labels; `labels` maps code to label, in display order."""

    default_error_messages = {
        "invalid_choice": _("This choice no longer exists. Choose from the list."),
        "invalid_list": _("Choose from the list."),
    }

    def __init__(self, labels, **kwargs):
        super().__init__(choices=list(labels.items()), widget=ShortChecklist, **kwargs)


class LanguagesField(forms.Field):
    """BCP 47 tags; its value is a list of them in their usual case, each once."""

    widget = LanguagesWidget
    default_error_messages = {
        "not_a_tag": _(
            "“%(value)s” is not the code of a language. Choose the language from the list, or write its code, such "
            "as “tzo” or “pt-BR”."
        ),
        "too_many": _("At most %(limit)d languages are possible."),
    }

    def to_python(self, value):
        tags = []
        for typed in value or []:
            tag = normalise_language_tag(typed)
            if tag is None:
                raise ValidationError(
                    self.error_messages["not_a_tag"], code="not_a_tag", params={"value": typed[:40]}
                )
            tags.append(tag)
        if len(tags) > MAX_LANGUAGES:
            raise ValidationError(
                self.error_messages["too_many"], code="too_many", params={"limit": MAX_LANGUAGES}
            )
        return list(dict.fromkeys(tags))

    def has_changed(self, initial, data):
        return set(initial or []) != {normalise_language_tag(tag) or tag for tag in data or []}


class CategoriesField(forms.ModelMultipleChoiceField):
    """Categories of one kind, with their labels and descriptions in the editor's language."""

    default_error_messages = {
        "invalid_choice": _("This choice no longer exists. Choose from the list."),
        "invalid_pk_value": _("This choice no longer exists. Choose from the list."),
        "list": _("Choose from the list."),
    }

    def __init__(self, kind, **kwargs):
        super().__init__(
            queryset=Category.objects.filter(kind=kind).prefetch_related("labels"),
            widget=DescribedChecklist(
                description=lambda category: category.description_in(editor_language())
            ),
            **kwargs,
        )

    def clean(self, value):
        # The database refuses a number that it could not store, even to look for it.
        for key in value if isinstance(value, (list, tuple)) else ():
            if not is_key(str(key)):
                raise ValidationError(self.error_messages["invalid_pk_value"], code="invalid_pk_value")
        return super().clean(value)

    def label_from_instance(self, category):
        return category.label_in(editor_language())


def is_key(text):
    """Say whether a text that came from a browser can be the key of a row."""
    return text.isascii() and text.isdecimal() and len(text) < 19


def named_like(model, name):
    """Return the label and help text of a model field as arguments for a form field that stands in for its own."""
    field = model._meta.get_field(name)
    return {"label": capfirst(field.verbose_name), "help_text": field.help_text, "required": False}


def in_stored_order(chosen, stored):
    """Return the chosen codes: those stored before in their order, then the new ones as they come.

    Else opening and saving a form would reorder public data, differently in each editor's language.
    """
    kept = [code for code in stored if code in chosen]
    return kept + [code for code in chosen if code not in kept]
