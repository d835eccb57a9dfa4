"""A programme of temporary protection: where, for how long, for whom, and when applications are taken."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.common.languages import is_language_tag
from cms.common.territories import is_country
from cms.common.vocabularies import APPLICANTS
from cms.snippets.category import Category
from cms.snippets.facts import GuidanceFacts, check_days, validate_day
from cms.snippets.fields import CodesField
from cms.snippets.texts import RICH_TEXT_FEATURES, TranslatableText
from cms.snippets.validation import validate_website

LONGEST_STAY = 120  # months
MOST_PLACES = 1000


def is_applicant(code):
    """Say whether the code says who may apply."""
    return code in APPLICANTS


def whole_number(verbose_name, highest, message, **options):
    """Return a field for a number from 1, or nothing; the message is for numbers beyond the highest."""
    return models.PositiveSmallIntegerField(
        verbose_name,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(1, _("Write 1 or more, or leave it empty if it is not known.")),
            MaxValueValidator(highest, message),
        ],
        **options,
    )


def yes_no_or_unknown(verbose_name, **options):
    """Return a field for yes, no or not known (None)."""
    return models.BooleanField(verbose_name, null=True, blank=True, **options)


class Programme(index.Indexed, GuidanceFacts):
    """The facts of one programme of an organisation. Its call is open, closed or upcoming by its days alone."""

    organisation = models.ForeignKey(
        "defenders.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="programmes",
        help_text=_("Who runs it. While the organisation is not public, neither is the programme."),
    )
    name = models.CharField(
        _("name"), max_length=200, help_text=_("As the programme is called by those who run it.")
    )
    host_countries = CodesField(
        _("countries where people stay"),
        valid=is_country,
        help_text=_("Where the programme receives people."),
    )
    stay_months_min = whole_number(
        _("shortest stay, in months"),
        LONGEST_STAY,
        _("A stay of more than 120 months is not temporary: check the number."),
    )
    stay_months_max = whole_number(
        _("longest stay, in months"),
        LONGEST_STAY,
        _("A stay of more than 120 months is not temporary: check the number."),
        help_text=_("The same as the shortest if all stays are equally long."),
    )
    places_per_year = whole_number(
        _("places in a year"),
        MOST_PLACES,
        _("No programme receives more than 1000 people in a year: check the number."),
        help_text=_("How many people it receives, as it says itself."),
    )
    who_can_apply = CodesField(
        _("who can apply"),
        valid=is_applicant,
        help_text=_("If somebody else must nominate the defender, the texts explain how."),
    )
    call_opens = models.DateField(
        _("applications from"),
        null=True,
        blank=True,
        validators=[validate_day],
        help_text=_("The first day."),
    )
    call_closes = models.DateField(
        _("applications until"),
        null=True,
        blank=True,
        validators=[validate_day],
        help_text=_("The last day."),
    )
    is_rolling = models.BooleanField(
        _("applications all year round"), default=False, help_text=_("Shown as open, without days.")
    )
    family_included = yes_no_or_unknown(
        _("the family can come too"), help_text=_("Choose “unknown” unless the programme says so.")
    )
    children_supported = yes_no_or_unknown(
        _("children are supported"), help_text=_("School, care or costs of the children during the stay.")
    )
    languages = CodesField(
        _("languages it works in"),
        valid=is_language_tag,
        help_text=_("Languages in which somebody can apply and is accompanied."),
    )
    audiences = ParentalManyToManyField(
        Category,
        verbose_name=_("whom it is for"),
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "audience"},
    )
    application_url = models.URLField(
        _("address of the call"),
        max_length=500,
        blank=True,
        validators=[validate_website],
        help_text=_("The page of the programme where one applies or reads how to."),
    )

    search_fields = [
        index.SearchField("name", boost=3),
        index.AutocompleteField("name"),
        index.RelatedFields("organisation", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self):
        """Say in a sentence at its field what cannot be true together."""
        super().clean()
        errors = {}
        shortest, longest = self.stay_months_min, self.stay_months_max
        if shortest and longest and longest < shortest:
            errors["stay_months_max"] = ValidationError(
                _("The longest stay cannot be shorter than the shortest one."), code="stay_swapped"
            )
        if self.is_rolling and (self.call_opens or self.call_closes):
            errors["is_rolling"] = ValidationError(
                _("Applications all year round have no first or last day: delete the days, or this mark."),
                code="rolling_with_days",
            )
        try:
            check_days(
                self.call_opens,
                self.call_closes,
                _("The last day cannot come before the first: swap the two days."),
            )
        except ValidationError as problem:
            errors["call_closes"] = problem
        if errors:
            raise ValidationError(errors)


class ProgrammeText(index.Indexed, TranslatableText):
    """What a programme offers and how to apply, in one language."""

    subject_field = "programme"
    text_fields = ("summary", "description", "what_it_offers", "nominator_note")

    programme = models.ForeignKey(
        Programme, verbose_name=_("programme"), on_delete=models.CASCADE, related_name="texts"
    )
    summary = models.TextField(
        _("in one sentence"),
        max_length=300,
        blank=True,
        help_text=_("What it offers and to whom; shown in lists. At most 300 characters."),
    )
    description = RichTextField(
        _("what it is"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("Two or three short paragraphs: the stay, and how people are chosen."),
    )
    what_it_offers = RichTextField(
        _("what it offers"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("Housing, money, health, psychosocial care, training, contacts: whatever is certain."),
    )
    nominator_note = models.TextField(
        _("how to be nominated"),
        max_length=600,
        blank=True,
        help_text=_("Only if somebody must nominate the defender: who may, and what they send. Name nobody."),
    )

    # Exactly these go to translators (and to machine translation): nothing else may.
    translatable_fields = [
        SynchronizedField("programme", overridable=False),
        TranslatableField("summary"),
        TranslatableField("description"),
        TranslatableField("what_it_offers"),
        TranslatableField("nominator_note"),
    ]

    search_fields = [
        index.SearchField("summary"),
        index.AutocompleteField("summary"),
        index.RelatedFields("programme", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableText.Meta):
        verbose_name = _("text of a programme")
        verbose_name_plural = _("texts of programmes")
        ordering = ["programme__name", "locale_id"]
        unique_together = [("translation_key", "locale")]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "locale"],
                name="unique_text_of_programme",
                violation_error_message=_("This programme already has a text in this language."),
            )
        ]
