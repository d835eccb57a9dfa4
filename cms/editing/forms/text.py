"""The text about something in one language."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.editing.forms.plain_text import PlainTextForm
from cms.editing.hints.texts import FORM_RULES


class TextForm(PlainTextForm):
    """A text; what it is about is chosen once and never changes."""

    hint_rules = FORM_RULES

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields[self.instance.subject_field]

    def clean(self):
        cleaned = super().clean()
        subject_field = self.instance.subject_field
        subject = self.cleaned_data.get(subject_field)
        if subject is None:
            return cleaned
        siblings = type(self.instance).objects.filter(**{subject_field: subject})
        if siblings.filter(locale=self.instance.locale_id).exists():
            # The constraint spans the language, which is no field of the form, so Django does not check it here.
            self.add_error(
                subject_field,
                ValidationError(
                    _("There is a text about it in this language already. Open that one and change it."),
                    code="text_exists",
                ),
            )
        elif sibling := siblings.order_by("pk").first():
            # All texts about one thing translate one another: else translating one would make this one twice.
            self.instance.translation_key = sibling.translation_key
        return cleaned
