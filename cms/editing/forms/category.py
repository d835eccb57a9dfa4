"""A category, with a line for the label and the description in every language."""

from django import forms
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from cms.common.languages import ENDONYMS, LANGUAGES, SOURCE_LANGUAGE
from cms.editing.forms.codes import named_like
from cms.editing.forms.plain_text import PlainTextForm
from cms.snippets.category import Category, CategoryLabel

LAST_POSITION = 9999


def _label_fields():
    """Return the form fields of all languages; only the source language's label must be there."""
    for lang in LANGUAGES:
        direction = {"dir": "auto", "lang": lang}
        yield (
            f"label_{lang}",
            forms.CharField(
                label=_("Label"),
                max_length=80,
                required=lang == SOURCE_LANGUAGE,
                widget=forms.TextInput(attrs=direction),
            ),
        )
        yield (
            f"description_{lang}",
            forms.CharField(
                label=_("Description"),
                max_length=255,
                required=False,
                help_text=CategoryLabel._meta.get_field("description").help_text,
                widget=forms.TextInput(attrs=direction),
            ),
        )


LabelsForm = type(PlainTextForm)("LabelsForm", (PlainTextForm,), dict(_label_fields()))


class CategoryForm(LabelsForm):
    """Kind and code are chosen once: partner websites rely on them."""

    order = forms.IntegerField(
        min_value=0, max_value=LAST_POSITION, **named_like(Category, "order") | {"required": True}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in ("kind", "code"):
                self.fields[name].disabled = True
        else:
            # After all the others, with room between them.
            last = Category.objects.aggregate(last=Max("order"))["last"] or 0
            self.initial["order"] = min(last + 10, LAST_POSITION)
        for label in self.instance.labels.all():
            self.initial[f"label_{label.language}"] = label.label
            self.initial[f"description_{label.language}"] = label.description

    def clean(self):
        cleaned = super().clean()
        for lang in LANGUAGES:
            name = f"label_{lang}"
            if cleaned.get(f"description_{lang}") and not cleaned.get(name) and name not in self._errors:
                problem = _(
                    "There is a description in %(language)s: write the label too, or delete the description."
                )
                self.add_error(name, problem % {"language": ENDONYMS[lang]})
        return cleaned

    def save(self, commit=True):
        stored = {label.language: label for label in self.instance.labels.all()}
        labels = []
        for lang in LANGUAGES:
            if text := self.cleaned_data.get(f"label_{lang}"):
                label = stored.get(lang) or CategoryLabel(language=lang)
                label.label, label.description = text, self.cleaned_data.get(f"description_{lang}", "")
                labels.append(label)
        self.instance.labels = labels
        return super().save(commit)
