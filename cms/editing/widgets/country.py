"""A country: a plain select, which a script turns into a box that finds it by any of its names."""

from django import forms
from django.forms.utils import flatatt

from cms.editing.other_names import of_country
from cms.editing.widgets.checklist import CHOOSER, STYLES


class CountrySelect(forms.Select):
    """A select whose options carry the other names of the countries."""

    template_name = "defenders/admin/widgets/country.html"

    class Media:
        css = STYLES
        js = [CHOOSER]

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if names := of_country(str(value)):
            option["attrs"]["data-names"] = names
        option["written_attrs"] = flatatt(option["attrs"])
        return option
