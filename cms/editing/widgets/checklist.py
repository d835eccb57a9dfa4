"""Checkboxes and radio buttons that explain themselves and, where there are many, can be searched."""

from django import forms
from django.forms.utils import flatatt

STYLES = {"all": ["defenders/admin/forms.css"]}
CHOOSER = "defenders/admin/chooser.js"


class WrittenAttributes:
    """Writes the attributes of each option: a template for every option took most of the time of a long list."""

    def create_option(self, *args, **kwargs):
        option = super().create_option(*args, **kwargs)
        option["written_attrs"] = flatatt(option["attrs"])
        return option


class Checklist(WrittenAttributes, forms.CheckboxSelectMultiple):
    """Checkboxes, in groups where the choices are; with scripts, a box that finds them and what is chosen as chips.

    `other_names(value)` gives further names by which an option is found, "" for none.
    """

    template_name = "defenders/admin/widgets/checklist.html"
    searchable = True
    group_label = ""

    class Media:
        css = STYLES
        js = [CHOOSER]

    def __init__(self, *args, other_names=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.other_names = other_names

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["names"] = self.other_names(str(value)) if self.other_names else ""
        return option

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"searchable": self.searchable, "role": "group", "group_label": self.group_label}
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


class PrecisionRadios(Described, WrittenAttributes, forms.RadioSelect):
    """How precisely a place may be shown; `descriptions` maps each precision to the line under it."""

    template_name = "defenders/admin/widgets/precision.html"
    group_label = ""

    class Media:
        css = STYLES
        js = ["defenders/admin/place.js"]

    def __init__(self, *args, descriptions, **kwargs):
        super().__init__(*args, **kwargs)
        self.descriptions = descriptions

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"role": "radiogroup", "group_label": self.group_label}
        return context

    def describe(self, value):
        return self.descriptions.get(value, "")
