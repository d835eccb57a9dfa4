"""A testimony: words of somebody who defends rights, shown only as long as that person agrees."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.snippets.facts import GuidanceFacts, check_days, validate_day
from cms.snippets.texts import TranslatableText

CONSENT_FIELDS = ("consent_given_on", "consent_scope", "consent_expires_on")


class Testimony(index.Indexed, GuidanceFacts):
    """Whose words they are (as far as it may be known), a picture, and the consent.

    The consent is a fact about a person and no draft: it holds for the row, older versions included, from the moment
    it is saved. So a consent that ended cannot come back with an older version.
    """

    STATE_FIELDS = (*GuidanceFacts.STATE_FIELDS, *CONSENT_FIELDS)

    attribution = models.CharField(
        _("whose words"),
        max_length=200,
        help_text=_(
            "A pseudonym or a few neutral words. Never a real name without the person's written consent."
        ),
    )
    is_pseudonym = models.BooleanField(
        _("this is not a real name"), default=True, help_text=_("Visitors read that the name was changed.")
    )
    is_composed = models.BooleanField(
        _("composed from several experiences"),
        default=False,
        help_text=_("Nobody in particular said this. Visitors read so, and no consent is needed."),
    )
    picture = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "Nobody and no place may be recognised who did not agree to it. It is shown once a text describes it."
        ),
    )
    order = models.PositiveSmallIntegerField(
        _("position"), default=100, help_text=_("Testimonies with a smaller number are shown first.")
    )

    consent_given_on = models.DateField(
        _("agreed on"),
        null=True,
        blank=True,
        validators=[validate_day],
        help_text=_("Never shown to visitors. Without it, only composed testimonies are shown."),
    )
    consent_scope = models.CharField(
        _("what was agreed to"),
        max_length=300,
        blank=True,
        help_text=_(
            "Where the words may be shown, in which languages, with which picture. Never shown to visitors."
        ),
    )
    consent_expires_on = models.DateField(
        _("agreed until"),
        null=True,
        blank=True,
        validators=[validate_day],
        help_text=_(
            "The last day on which it may be shown. When you save, it holds at once, for older versions too. Never "
            "shown to visitors."
        ),
    )

    search_fields = [
        index.SearchField("attribution"),
        index.AutocompleteField("attribution"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("testimony")
        verbose_name_plural = _("testimonies")
        ordering = ["order", "attribution"]

    def __str__(self):
        return self.attribution

    def clean(self):
        """Ask for the consent, and for days that can be."""
        super().clean()
        if not self.is_composed and not self.consent_given_on:
            raise ValidationError(
                {
                    "consent_given_on": ValidationError(
                        _("Write the day on which the person agreed, or say that the testimony is composed."),
                        code="consent_missing",
                    )
                }
            )
        try:
            check_days(
                self.consent_given_on,
                self.consent_expires_on,
                _("The consent cannot end before it was given: check both days."),
            )
        except ValidationError as problem:
            raise ValidationError({"consent_expires_on": problem}) from problem

    @transaction.atomic
    def save_revision(self, *args, **kwargs):
        """Save a revision; the consent it was saved with holds from now on."""
        revision = super().save_revision(*args, **kwargs)
        stored = type(self).objects.filter(pk=self.pk).values(*CONSENT_FIELDS).get()
        if stored != {name: getattr(self, name) for name in CONSENT_FIELDS}:
            self.save(update_fields=CONSENT_FIELDS)
        return revision


class TestimonyText(index.Indexed, TranslatableText):
    """The words of a testimony in one language."""

    subject_field = "testimony"
    text_fields = ("quote", "context", "picture_alt")

    testimony = models.ForeignKey(
        Testimony, verbose_name=_("testimony"), on_delete=models.CASCADE, related_name="texts"
    )
    quote = models.TextField(
        _("the words"),
        max_length=600,
        blank=True,
        help_text=_("Without quotation marks. At most 600 characters."),
    )
    context = models.CharField(
        _("who speaks, and where"),
        max_length=200,
        blank=True,
        help_text=_(
            "Such as “defender of land, Central America”: nothing by which the person could be found."
        ),
    )
    picture_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who do not see it. Needed if the testimony has a picture."),
    )

    # Exactly these go to translators (and to machine translation): nothing else may.
    translatable_fields = [
        SynchronizedField("testimony", overridable=False),
        TranslatableField("quote"),
        TranslatableField("context"),
        TranslatableField("picture_alt"),
    ]

    search_fields = [
        index.SearchField("quote"),
        index.AutocompleteField("quote"),
        index.SearchField("context"),
        index.RelatedFields(
            "testimony", [index.SearchField("attribution"), index.AutocompleteField("attribution")]
        ),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableText.Meta):
        verbose_name = _("text of a testimony")
        verbose_name_plural = _("texts of testimonies")
        ordering = ["testimony__order", "testimony__attribution", "locale_id"]
        unique_together = [("translation_key", "locale")]
        constraints = [
            models.UniqueConstraint(
                fields=["testimony", "locale"],
                name="unique_text_of_testimony",
                violation_error_message=_("This testimony already has a text in this language."),
            )
        ]

    def clean(self):
        """Ask for a description of the picture that the testimony has, or will have with its draft."""
        super().clean()
        if not self.picture_alt and self.testimony_id and self._has_picture():
            raise ValidationError(
                {
                    "picture_alt": ValidationError(
                        _("The testimony has a picture: say in a few words what it shows."),
                        code="picture_alt_missing",
                    )
                }
            )

    def _has_picture(self):
        return bool(self.testimony.picture_id or self.testimony.get_latest_revision_as_object().picture_id)
