"""Brings hints beside the fields of a form while somebody types. Without scripts it is nothing."""

import json

from django.forms import Media
from django.urls import reverse
from wagtail.admin.panels import Panel

from cms.editing.hints.texts import CARD_LENGTH, FIELDS_ON_CARDS
from cms.editing.widgets.checklist import STYLES
from cms.snippets.texts import TranslatableText


class HintsPanel(Panel):
    """Stands for nothing itself. `texts` are fields of free text, `names` fields compared with those of others."""

    def __init__(self, texts=(), names=(), **kwargs):
        super().__init__(**kwargs)
        self.texts, self.names = tuple(texts), tuple(names)

    def clone_kwargs(self):
        return super().clone_kwargs() | {"texts": self.texts, "names": self.names}

    class BoundPanel(Panel.BoundPanel):
        template_name = "defenders/admin/hints.html"

        @property
        def media(self):
            return super().media + Media(js=["defenders/admin/hints.js"], css=STYLES)

        def get_context_data(self, parent_context=None):
            model = self.panel.model
            subject_field = model.subject_field if issubclass(model, TranslatableText) else ""
            options = {
                "url": reverse("defenders_hints"),
                "about": model._meta.model_name,
                "key": str(self.instance.pk or ""),
                "subject": str(getattr(self.instance, f"{subject_field}_id", None) or ""),
                # Where the subject is chosen in the same form.
                "subjectField": subject_field,
                "texts": self.panel.texts,
                "names": self.panel.names,
                "limits": {name: CARD_LENGTH for name in FIELDS_ON_CARDS if name in self.panel.texts},
            }
            return super().get_context_data(parent_context) | {"options": json.dumps(options)}

        def show_panel_furniture(self):
            return False
