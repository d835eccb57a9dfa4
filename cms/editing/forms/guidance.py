"""The facts of programmes, trainings and testimonies."""

from cms.common.labels import APPLICANT_LABELS, TRAINING_TOPIC_LABELS
from cms.editing.forms.codes import (
    CategoriesField,
    CountriesField,
    LanguagesField,
    ShortCodesField,
    in_stored_order,
    named_like,
)
from cms.editing.forms.plain_text import PlainTextForm
from cms.editing.hints.guidance import PROGRAMME_RULES, TESTIMONY_RULES, TRAINING_RULES
from cms.snippets.programme import Programme
from cms.snippets.training import Training


class ProgrammeForm(PlainTextForm):
    """A programme."""

    hint_rules = PROGRAMME_RULES

    host_countries = CountriesField(**named_like(Programme, "host_countries"))
    who_can_apply = ShortCodesField(APPLICANT_LABELS, **named_like(Programme, "who_can_apply"))
    languages = LanguagesField(**named_like(Programme, "languages"))
    audiences = CategoriesField("audience", **named_like(Programme, "audiences"))

    def clean_host_countries(self):
        # The list is sorted by name in the editor's language: what is stored must not depend on it.
        return in_stored_order(sorted(self.cleaned_data["host_countries"]), self.instance.host_countries)

    def clean_languages(self):
        return in_stored_order(self.cleaned_data["languages"], self.instance.languages)


class TestimonyForm(PlainTextForm):
    """A testimony."""

    __test__ = False  # no test, whatever its name begins with
    hint_rules = TESTIMONY_RULES


class TrainingForm(PlainTextForm):
    """A training."""

    hint_rules = TRAINING_RULES

    topics = ShortCodesField(TRAINING_TOPIC_LABELS, **named_like(Training, "topics"))
    languages = LanguagesField(**named_like(Training, "languages"))

    def clean_languages(self):
        return in_stored_order(self.cleaned_data["languages"], self.instance.languages)
