"""A panel that Wagtail lacks."""

from wagtail.admin.panels import InlinePanel
from wagtail.admin.panels.base import get_form_for_model


class FormInlinePanel(InlinePanel):
    """An InlinePanel whose forms and formset are ours; Wagtail's ignores `base_form_class`."""

    def __init__(self, *args, form, formset, **kwargs):
        super().__init__(*args, **kwargs)
        self.form = form
        self.formset = formset

    def clone_kwargs(self):
        return super().clone_kwargs() | {"form": self.form, "formset": self.formset}

    def get_form_options(self):
        options = super().get_form_options()
        deferred = self.child_edit_handler.get_form_options().get("defer_required_on_fields", [])
        options["formsets"][self.relation_name] |= {
            "form": get_form_for_model(
                self.db_field.related_model, form_class=self.form, defer_required_on_fields=deferred
            ),
            "formset": self.formset,
        }
        return options
