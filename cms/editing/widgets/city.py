"""A city of the gazetteer, found by typing its name."""

from typing import NamedTuple

from django import forms
from django.urls import reverse

from cms.common import gazetteer
from cms.editing.widgets.checklist import STYLES


class CityInput(NamedTuple):
    """What was posted: the identifier chosen from the list, and the name in the visible box (None: no such box)."""

    identifier: str
    name: str | None


class CityWidget(forms.TextInput):
    """A box for the name and a hidden identifier. The value is an identifier, or the CityInput that was posted."""

    template_name = "defenders/admin/widgets/city.html"

    class Media:
        css = STYLES
        js = ["defenders/admin/city.js"]

    def value_from_datadict(self, data, files, name):
        return CityInput((data.get(name) or "").strip(), data.get(f"{name}-name"))

    def value_omitted_from_data(self, data, files, name):
        return name not in data and f"{name}-name" not in data

    def get_context(self, name, value, attrs):
        if not isinstance(value, CityInput):
            city = gazetteer.by_id(value) if value else None
            value = CityInput(str(value or ""), city.name if city else "")
        context = super().get_context(name, value.name or "", attrs)
        context["widget"]["identifier"] = value.identifier
        context["widget"]["url"] = reverse("defenders_gazetteer")
        return context
