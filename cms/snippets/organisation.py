"""An organisation: its facts, once. Its texts, one per language, are in `texts`."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.images import get_image_model_string
from wagtail.search import index

from cms.common.labels import (
    INTAKE_STATUS_LABELS,
    ORGANISATION_TYPE_LABELS,
    RESPONSE_TIME_LABELS,
)
from cms.common.languages import is_language_tag, normalise_language_tag
from cms.common.territories import is_area
from cms.conf import defenders_settings
from cms.snippets import stored_copies
from cms.snippets.category import Category
from cms.snippets.facts import Facts
from cms.snippets.fields import CodesField
from cms.snippets.previews import SeenInDirectory
from cms.snippets.validation import validate_website


class Organisation(index.Indexed, SeenInDirectory, Facts):
    """The facts of one organisation, the same in every language."""

    # What verifying says: publishing an older version keeps the row's values.
    STATE_FIELDS = (
        *Facts.STATE_FIELDS,
        "verified_on",
        "verified_by_id",
        "review_due",
        "is_sample",
    )

    name = models.CharField(
        _("name"), max_length=200, help_text=_("As the organisation writes it itself, in its own language.")
    )
    alternate_name = models.CharField(
        _("other name"),
        max_length=200,
        blank=True,
        help_text=_("A former or translated name people search for."),
    )
    acronym = models.CharField(_("acronym"), max_length=40, blank=True)
    slug = models.SlugField(
        _("name in web addresses"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Made from the name. If you change it, the old address leads to the new one."),
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    website = models.URLField(_("website"), max_length=500, blank=True, validators=[validate_website])
    organisation_type = models.CharField(
        _("type of organisation"),
        max_length=20,
        choices=list(ORGANISATION_TYPE_LABELS.items()),
        default="ngo",
    )
    is_government = models.BooleanField(
        _("governmental"),
        default=False,
        help_text=_("Run by a government. Visitors see it, because some of them must avoid governments."),
    )

    roles = ParentalManyToManyField(
        Category, verbose_name=_("roles"), blank=True, related_name="+", limit_choices_to={"kind": "role"}
    )
    services = ParentalManyToManyField(
        Category,
        verbose_name=_("services"),
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "service"},
    )
    audiences = ParentalManyToManyField(
        Category,
        verbose_name=_("whom it helps"),
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "audience"},
    )
    areas_served = CodesField(
        _("where it helps"),
        valid=is_area,
        help_text=_("Countries, whole regions or the whole world: where the people live whom it can help."),
    )
    languages = CodesField(
        _("languages it works in"),
        valid=is_language_tag,
        normalise=normalise_language_tag,
        help_text=_("Languages in which somebody who asks for help is answered."),
    )
    response_time = models.CharField(
        _("how soon it answers"), max_length=20, choices=list(RESPONSE_TIME_LABELS.items()), blank=True
    )
    intake_status = models.CharField(
        _("does it take new cases?"), max_length=10, choices=list(INTAKE_STATUS_LABELS.items()), blank=True
    )

    consent_to_list_on = models.DateField(
        _("agreed to be listed on"), null=True, blank=True, help_text=_("Never shown to visitors.")
    )
    consent_to_list_by = models.CharField(
        _("who agreed"),
        max_length=200,
        blank=True,
        help_text=_("Their function, not a person's name. Never shown to visitors."),
    )
    source_url = models.URLField(
        _("where we know this from"), max_length=500, blank=True, help_text=_("Never shown to visitors.")
    )
    internal_note = models.TextField(
        _("note for colleagues"), blank=True, help_text=_("Never shown to visitors.")
    )

    # State, see STATE_FIELDS.
    verified_on = models.DateField(_("verified on"), null=True, editable=False)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("verified by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_due = models.DateField(_("to be verified again by"), null=True, editable=False)
    is_sample = models.BooleanField(_("unverified sample content"), default=False, editable=False)

    search_fields = [
        index.SearchField("name", boost=3),
        index.AutocompleteField("name"),
        index.SearchField("alternate_name"),
        index.AutocompleteField("alternate_name"),
        index.SearchField("acronym"),
        index.AutocompleteField("acronym"),
        index.FilterField("organisation_type"),
        index.FilterField("intake_status"),
        index.FilterField("visibility"),
        index.FilterField("live"),
    ]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name"]
        indexes = [models.Index(fields=["live", "visibility", "name"])]

    def __str__(self):
        return self.name

    def clean(self):
        super().clean()
        if not self.slug:
            self.slug = self._free_slug()
        if FormerSlug.objects.filter(slug=self.slug).exclude(organisation=self.pk).exists():
            raise ValidationError(
                {"slug": _("Another organisation had this address before; links to it would break.")}
            )

    def _free_slug(self):
        base = slugify(self.name)[:70] or f"organisation-{str(self.uuid)[:8]}"
        slug, number = base, 2
        while (
            Organisation.objects.filter(slug=slug).exclude(pk=self.pk).exists()
            or FormerSlug.objects.filter(slug=slug).exclude(organisation=self.pk).exists()
        ):
            slug, number = f"{base}-{number}", number + 1
        return slug

    def save(self, *args, **kwargs):
        """Save the facts; an old slug goes on leading here."""
        with transaction.atomic():
            if not self.slug:
                self.slug = self._free_slug()
            self._remember_former_slug(kwargs.get("update_fields"))
            super().save(*args, **kwargs)

    def _remember_former_slug(self, update_fields):
        if update_fields is not None and "slug" not in update_fields:
            return
        former = Organisation.objects.filter(pk=self.pk, first_published_at__isnull=False)
        for slug in former.exclude(slug=self.slug).values_list("slug", flat=True):
            FormerSlug.objects.filter(slug=self.slug, organisation=self).delete()
            FormerSlug.objects.get_or_create(slug=slug, defaults={"organisation": self})

    def with_content_json(self, content):
        """Return the organisation as a revision has it, with the row's own state and the row's keys of places."""
        obj = super().with_content_json(content)
        keys = dict(self.places.model.objects.filter(organisation_id=self.pk).values_list("uid", "pk"))
        for place in obj.places.all():
            place.pk = keys.get(place.uid)
        return obj

    @transaction.atomic
    def save_revision(self, *args, **kwargs):
        """Save a revision; places it coarsens or lacks are coarsened or deleted in every stored copy at once."""
        places = list(self.places.all())
        for place in places:
            place.clean_to_precision()
        if not any(place.precision == "exact" for place in places):
            self.channels.set(
                [one for one in self.channels.all() if not stored_copies.names_a_street(one.kind, one.value)]
            )
        revision = super().save_revision(*args, **kwargs)
        saved = {str(place.uid): stored_copies.place_as_dict(place) for place in self.places.all()}
        self._coarsen_row(saved)
        stored_copies.coarsen_copies(self.pk, saved, except_revision=revision.pk)
        return revision

    def _coarsen_row(self, saved):
        for row in self.places.model.objects.filter(organisation_id=self.pk):
            wanted = saved.get(str(row.uid))
            if wanted is None:
                row.delete()
                continue
            stored = stored_copies.place_as_dict(row)
            coarser = stored_copies.coarsen_to(stored, wanted)
            if coarser is not stored:
                row.precision = coarser["precision"]
                for name in stored_copies.EMPTY_VALUES:
                    setattr(row, name, coarser[name])
                row.save()

    @transaction.atomic
    def mark_verified(self, user=None, on=None):
        """Record that the facts were checked with the organisation on a day (today). It is no sample any more."""
        on = on or date.today()
        self._set_state(
            "defenders.verify",
            user,
            verified_on=on,
            verified_by=user,
            review_due=on + defenders_settings.REVIEW_AFTER,
            is_sample=False,
        )


class FormerSlug(models.Model):
    """An address an organisation had before; it leads to the organisation for good."""

    slug = models.SlugField(max_length=80, unique=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="former_slugs")

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self):
        return self.slug
