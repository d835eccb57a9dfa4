"""Checkboxes and radio buttons that explain themselves and, where there are many, can be searched."""

from django import forms

STYLES = {"all": ["defenders/admin/forms.css"]}


class Checklist(forms.CheckboxSelectMultiple):
    """Checkboxes, in groups where the choices are; with scripts, a box that narrows the list down."""

    template_name = "defenders/admin/widgets/checklist.html"
    searchable = True

    class Media:
        css = STYLES
        js = ["defenders/admin/checklist.js"]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"searchable": self.searchable, "role": "group"}
        return context


class ShortChecklist(Checklist):
    """A checklist that needs no search."""

    searchable = False


class Described:
    """Shows a line of explanation under each option."""

    def describe(self, value):
        """Return the explanation of an option, "" for none."""
        raise NotImplementedError

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        option["description"] = self.describe(value)
        return option


class DescribedChecklist(Described, Checklist):
    """A short checklist of model instances; `description(instance)` gives the line under each."""

    searchable = False

    def __init__(self, *args, description, **kwargs):
        super().__init__(*args, **kwargs)
        self.description = description

    def describe(self, value):
        return self.description(value.instance)


class PrecisionRadios(Described, forms.RadioSelect):
    """How precisely a place may be shown; `descriptions` maps each precision to the line under it."""

    template_name = "defenders/admin/widgets/precision.html"

    class Media:
        css = STYLES
        js = ["defenders/admin/place.js"]

    def __init__(self, *args, descriptions, **kwargs):
        super().__init__(*args, **kwargs)
        self.descriptions = descriptions

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["role"] = "radiogroup"
        return context

    def describe(self, value):
        return self.descriptions.get(value, "")
