"""Everything that is wrong with a form, above it, with links to the fields."""

from typing import NamedTuple

from django.forms import Media
from django.utils.text import capfirst
from wagtail.admin.panels import Panel

from cms.editing.widgets.checklist import STYLES


class FieldError(NamedTuple):
    """What is wrong with a field: its label, the sentence, and the id of its element ("" for the whole form)."""

    label: str
    sentence: str
    element: str


def errors_of(form):
    """Return the FieldErrors of a form and its parts, in the order of the fields; [] for one that was not sent."""
    return [
        *_errors(form),
        *(
            error
            for formset in form.formsets.values()
            for number, part in enumerate(formset.forms, start=1)
            for error in _errors(part, f"{capfirst(formset.model._meta.verbose_name)} {number}: ")
        ),
        *(
            FieldError(capfirst(formset.model._meta.verbose_name_plural), str(sentence), "")
            for formset in form.formsets.values()
            for sentence in formset.non_form_errors()
        ),
    ]


def _errors(form, prefix=""):
    if not form.is_bound:
        return
    for sentence in form.non_field_errors():
        yield FieldError(prefix.removesuffix(": "), str(sentence), "")
    for name in form.fields:
        for sentence in form.errors.get(name, []):
            yield FieldError(f"{prefix}{form[name].label}", str(sentence), form[name].auto_id)


class ErrorSummary(Panel):
    """Nothing while there is nothing wrong. With scripts it gets the focus, and its links open the right tab."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "defenders/admin/error_summary.html"

        @property
        def media(self):
            return super().media + Media(js=["defenders/admin/errors.js"], css=STYLES)

        def get_context_data(self, parent_context=None):
            return super().get_context_data(parent_context) | {"errors": errors_of(self.form)}

        def show_panel_furniture(self):
            return False
