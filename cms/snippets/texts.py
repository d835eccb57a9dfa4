"""Texts about an organisation (later also programmes and trainings), one snippet per language.

A text is translated; the facts are not. `TranslatableText` is the base that all kinds of texts share.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.roles.publication import PublishedByASecondPerson
from cms.snippets.previews import SeenByVisitors, SeenInDirectory
from cms.snippets.translated import TranslatedContent

RICH_TEXT_FEATURES = ["h3", "h4", "bold", "italic", "ol", "ul", "link"]


class TranslatableText(
    PublishedByASecondPerson,
    SeenByVisitors,
    TranslatedContent,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
):
    """One text in one language.

    A subclass names its `subject_field` (the foreign key to what the text is about) and its `text_fields`.
    """

    subject_field: str
    text_fields: tuple[str, ...]

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def __str__(self):
        return f"{self.subject} ({self.locale.language_code})"

    @property
    def subject(self):
        """What the text is about."""
        return getattr(self, self.subject_field)

    @property
    def preview_languages(self):
        """Its own: the facts are shown with this text."""
        return (self.language,)


class OrganisationText(index.Indexed, SeenInDirectory, TranslatableText):
    """What an organisation does and how to ask it for help, in one language."""

    subject_field = "organisation"
    text_fields = ("summary", "description", "how_to_ask_for_help", "hours")

    organisation = models.ForeignKey(
        "defenders.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="texts",
    )
    summary = models.TextField(
        _("in one sentence"),
        max_length=300,
        blank=True,
        help_text=_("What it does and for whom; shown in lists. At most 300 characters."),
    )
    description = RichTextField(
        _("what it does"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("Two or three short paragraphs."),
    )
    how_to_ask_for_help = RichTextField(
        _("how to ask for help"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What somebody should write or have ready, who answers, and what should not be sent."),
    )
    hours = models.CharField(
        _("opening hours"),
        max_length=200,
        blank=True,
        help_text=_("With the time zone, if people call from abroad."),
    )

    # Exactly these go to translators (and to machine translation): nothing else may.
    translatable_fields = [
        SynchronizedField("organisation", overridable=False),
        TranslatableField("summary"),
        TranslatableField("description"),
        TranslatableField("how_to_ask_for_help"),
        TranslatableField("hours"),
    ]

    search_fields = [
        index.SearchField("summary"),
        index.AutocompleteField("summary"),
        index.RelatedFields("organisation", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("locale_id"),
        index.FilterField("live"),
    ]

    class Meta(TranslatableText.Meta):
        verbose_name = _("text of an organisation")
        verbose_name_plural = _("texts of organisations")
        ordering = ["organisation__name", "locale_id"]
        unique_together = [("translation_key", "locale")]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "locale"],
                name="unique_text_of_organisation",
                violation_error_message=_("This organisation already has a text in this language."),
            )
        ]
