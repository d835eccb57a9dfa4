"""A training in protection: on what, how, in which languages and when."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.common.labels import TRAINING_COST_LABELS, TRAINING_MODE_LABELS
from cms.common.languages import is_language_tag
from cms.common.vocabularies import TRAINING_TOPICS
from cms.snippets.facts import GuidanceFacts, check_days, validate_day
from cms.snippets.fields import CodesField
from cms.snippets.texts import RICH_TEXT_FEATURES, TranslatableText
from cms.snippets.validation import validate_website


def is_topic(code):
    """Say whether the code is a topic of trainings."""
    return code in TRAINING_TOPICS


class Training(index.Indexed, GuidanceFacts):
    """The facts of one training that an organisation offers."""

    organisation = models.ForeignKey(
        "defenders.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="trainings",
        help_text=_("Who offers it. While the organisation is not public, neither is the training."),
    )
    name = models.CharField(_("name"), max_length=200, help_text=_("As the organisation calls it."))
    topics = CodesField(_("topics"), valid=is_topic)
    mode = models.CharField(
        _("online or in person"),
        max_length=10,
        choices=list(TRAINING_MODE_LABELS.items()),
        blank=True,
        help_text=_("Leave it empty if it is not known."),
    )
    languages = CodesField(
        _("languages it is given in"),
        valid=is_language_tag,
        help_text=_("Also those with an interpreter, if one is always there."),
    )
    cost = models.CharField(
        _("cost"), max_length=20, choices=list(TRAINING_COST_LABELS.items()), default="unknown"
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True, validators=[validate_day])
    ends_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        validators=[validate_day],
        help_text=_("The same as the first if it is one day long. After it the training is shown as over."),
    )
    on_request = models.BooleanField(
        _("given when a group asks for it"),
        default=False,
        help_text=_("A group can ask for it at any time, whether or not there are days."),
    )
    url = models.URLField(
        _("address of the training"),
        max_length=500,
        blank=True,
        validators=[validate_website],
        help_text=_("The page where one reads about it or enrols."),
    )

    search_fields = [
        index.SearchField("name", boost=3),
        index.AutocompleteField("name"),
        index.RelatedFields("organisation", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self):
        """Say in a sentence at its field what cannot be true together."""
        super().clean()
        if self.ends_on and not self.starts_on:
            raise ValidationError(
                {"starts_on": ValidationError(_("Write the first day too."), code="first_day_missing")}
            )
        try:
            check_days(
                self.starts_on,
                self.ends_on,
                _("The last day cannot come before the first: swap the two days."),
            )
        except ValidationError as problem:
            raise ValidationError({"ends_on": problem}) from problem


class TrainingText(index.Indexed, TranslatableText):
    """What a training is about, in one language."""

    subject_field = "training"
    text_fields = ("summary", "description")

    training = models.ForeignKey(
        Training, verbose_name=_("training"), on_delete=models.CASCADE, related_name="texts"
    )
    summary = models.TextField(
        _("in one sentence"),
        max_length=300,
        blank=True,
        help_text=_("What is learnt and who it is for; shown in lists. At most 300 characters."),
    )
    description = RichTextField(
        _("what it is"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("Two or three short paragraphs: contents, length, what to bring, how to enrol."),
    )

    # Exactly these go to translators (and to machine translation): nothing else may.
    translatable_fields = [
        SynchronizedField("training", overridable=False),
        TranslatableField("summary"),
        TranslatableField("description"),
    ]

    search_fields = [
        index.SearchField("summary"),
        index.AutocompleteField("summary"),
        index.RelatedFields("training", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableText.Meta):
        verbose_name = _("text of a training")
        verbose_name_plural = _("texts of trainings")
        ordering = ["training__name", "locale_id"]
        unique_together = [("translation_key", "locale")]
        constraints = [
            models.UniqueConstraint(
                fields=["training", "locale"],
                name="unique_text_of_training",
                violation_error_message=_("This training already has a text in this language."),
            )
        ]
