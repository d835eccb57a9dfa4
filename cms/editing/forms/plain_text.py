"""Plain text without characters that nobody can see."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import BaseChooser

from cms.common.typed_text import has_unseen_characters
from cms.editing.hints.hint import as_message, hints_of

_PARAGRAPH_KEY = re.compile(r' data-block-key="[^"]*"')


def show_nothing_for_unreadable_keys(chooser):
    """Keep one of Wagtail's choosers from failing when the form is shown again with a key that is no number."""
    look_up = chooser.get_value_data

    def get_value_data(value):
        try:
            return look_up(value)
        except (ValueError, OverflowError):
            return look_up(None)

    chooser.get_value_data = get_value_data


class PlainTextForm(WagtailAdminModelForm):
    """Base of our forms: every field of text refuses unseen characters and says so at the field.

    `hint_rules` are functions of the form that yield Hints, see `cms.editing.hints`.
    """

    hint_rules: tuple = ()

    def __init__(self, *args, **kwargs):
        self.unreadable: set[str] = set()
        super().__init__(*args, **kwargs)
        # Asked again after saving, when it has its key.
        self.is_new = self.instance.pk is None
        for field in self.fields.values():
            if isinstance(field.widget, BaseChooser):
                show_nothing_for_unreadable_keys(field.widget)
            if isinstance(field.widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
                # Their heading is no label: it belongs to no single element.
                field.widget.group_label = field.label

    def _widget_data_value(self, widget, html_name):
        # Where Django lets widgets read what was posted: Wagtail's editor of rich text fails on what it did not write.
        try:
            return super()._widget_data_value(widget, html_name)
        except (ValueError, TypeError, KeyError, AttributeError):
            self.unreadable.add(html_name)
            return None

    def differing(self):
        """Return the labels of the fields in which the submission differs from the version the form was made from."""
        return [str(self.fields[name].label) for name in self.changed_data if self._says_something_else(name)]

    def _says_something_else(self, name):
        before, now = self.get_initial_for_field(self.fields[name], name), self.cleaned_data.get(name)
        if isinstance(before, str) and isinstance(now, str):
            # The editor of rich text gives every paragraph a key, also where there was none.
            return _PARAGRAPH_KEY.sub("", before) != _PARAGRAPH_KEY.sub("", now)
        return True

    def warnings(self):
        """Return the form's hints as sentences to read after saving: what is allowed but unwise."""
        return [as_message(self, hint) for hint in hints_of(self)]

    def clean(self):
        cleaned = super().clean()
        for name in self.fields:
            if self.add_prefix(name) in self.unreadable:
                problem = _(
                    "This text arrived damaged. Copy it, load the page again, and write it once more."
                )
                self.add_error(name, ValidationError(problem, code="unreadable"))
        for name, value in list(self.cleaned_data.items()):
            field = self.fields.get(name)
            if isinstance(field, forms.CharField) and isinstance(value, str) and has_unseen_characters(value):
                self.add_error(
                    name,
                    ValidationError(
                        _(
                            "There are characters in this text that nobody can see. Type it by hand instead of "
                            "pasting it."
                        ),
                        code="unseen_characters",
                    ),
                )
        return cleaned
