"""Where an organisation is, as precisely as it may be known and never more.

Nothing finer than the chosen precision is kept: `Place.clean_to_precision` drops it before every save, database
constraints refuse it, and `stored_copies` takes it out of every older copy. Coordinates are WGS 84 degrees.
"""

import uuid
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from cms.common import gazetteer
from cms.common.labels import PRECISION_LABELS
from cms.common.territories import is_country
from cms.common.vocabularies import precision_rank
from cms.snippets import stored_copies
from cms.snippets.channel import ContactChannel
from cms.snippets.stored_copies import EMPTY_VALUES, FIELDS_OF_PRECISION

EXACT_QUANTUM = Decimal("0.00001")
CITY_QUANTUM = Decimal("0.01")


def validate_country(code):
    """Refuse anything but an ISO 3166-1 alpha-2 code."""
    if not is_country(code):
        raise ValidationError(
            _("“%(code)s” is not a country."), code="unknown_country", params={"code": code}
        )


class Place(Orderable):
    """A place of an organisation. `uid` names it in every copy, drafts included."""

    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    organisation = ParentalKey("defenders.Organisation", on_delete=models.CASCADE, related_name="places")
    precision = models.CharField(
        _("how precisely may it be shown?"),
        max_length=10,
        choices=list(PRECISION_LABELS.items()),
        default="city",
        help_text=_(
            "Choose what the organisation agreed to. What is more precise is deleted when you save, everywhere and at "
            "once, also from drafts and older versions."
        ),
    )
    country = models.CharField(_("country"), max_length=2, blank=True, validators=[validate_country])
    city_id = models.PositiveIntegerField(_("city"), null=True, blank=True)
    city = models.CharField(_("name of the city"), max_length=200, blank=True, editable=False)
    lat = models.DecimalField(_("latitude"), max_digits=7, decimal_places=5, null=True, blank=True)
    lng = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    is_seat = models.BooleanField(
        _("main office"), default=False, help_text=_("Where the organisation has its seat.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "uid"], name="unique_place_uid"),
            models.CheckConstraint(
                name="place_holds_only_its_precision",
                condition=Q(precision="exact", lat__isnull=False, lng__isnull=False)
                | Q(precision="city", city_id__isnull=False, lat__isnull=False, lng__isnull=False)
                | Q(precision="country", city_id__isnull=True, city="", lat__isnull=True, lng__isnull=True)
                | Q(
                    precision="hidden",
                    country="",
                    city_id__isnull=True,
                    city="",
                    lat__isnull=True,
                    lng__isnull=True,
                    is_seat=False,
                ),
            ),
            models.CheckConstraint(
                name="place_coordinates_in_range",
                condition=Q(lat__isnull=True) | Q(lat__gte=-90, lat__lte=90, lng__gte=-180, lng__lte=180),
            ),
        ]
        indexes = [models.Index(fields=["country"]), models.Index(fields=["lat", "lng"])]

    def __str__(self):
        return ", ".join(filter(None, [self.city, self.country])) or str(self.get_precision_display())

    def clean(self):
        """Say what is missing for the chosen precision, after dropping what is too precise for it."""
        super().clean()
        self.clean_to_precision()
        errors = {}
        if self.precision != "hidden" and not self.country:
            errors["country"] = ValidationError(_("Choose the country."), code="country_missing")
        if self.precision == "city" and not self.city_id:
            errors["city_id"] = ValidationError(
                _("Choose the city from the list, or show the country only."), code="city_missing"
            )
        if self.precision == "exact" and (self.lat is None or self.lng is None):
            errors["lat"] = ValidationError(
                _("Mark the office on the map, or show the city only."), code="point_missing"
            )
        if errors:
            raise ValidationError(errors)

    def clean_to_precision(self):
        """Drop what the precision does not allow; take a city's name, country and centre from the gazetteer.

        Raises ValidationError when the gazetteer does not know the city.
        """
        allowed = FIELDS_OF_PRECISION.get(self.precision, ())
        for name, empty in EMPTY_VALUES.items():
            if name not in allowed:
                setattr(self, name, empty)
        if self.precision == "exact":
            self._take_city_name()
            if self.lat is not None and self.lng is not None:
                self.lat = Decimal(self.lat).quantize(EXACT_QUANTUM)
                self.lng = Decimal(self.lng).quantize(EXACT_QUANTUM)
        elif self.precision == "city":
            self.lat = self.lng = None
            city = self._take_city_name()
            if city:
                self.country = city.country
                self.lat = Decimal(str(city.lat)).quantize(CITY_QUANTUM)
                self.lng = Decimal(str(city.lng)).quantize(CITY_QUANTUM)

    def _take_city_name(self):
        self.city = ""
        if not self.city_id:
            return None
        city = gazetteer.by_id(self.city_id)
        if city is None:
            raise ValidationError(
                {"city_id": ValidationError(_("This city is not in the list."), code="unknown_city")}
            )
        self.city = city.name
        return city

    def save(self, *args, **kwargs):
        """Save no more than the precision allows; when the place became coarser, so do all its copies."""
        self.clean_to_precision()
        stored = Place.objects.filter(pk=self.pk).values_list("precision", flat=True).first()
        super().save(*args, **kwargs)
        if stored and precision_rank(self.precision) > precision_rank(stored):
            stored_copies.coarsen_copies_of(self.organisation_id, stored_copies.place_as_dict(self))
            forget_streets(self.organisation_id)


@receiver(post_delete, sender=Place)
def forget_deleted_place(sender, instance, **kwargs):
    """A deleted place leaves every copy too, however it was deleted."""
    stored_copies.forget_place(instance.organisation_id, instance.uid)
    forget_streets(instance.organisation_id)


def forget_streets(organisation_id):
    """Delete the postal addresses that name a street from the row of an organisation without an exact place."""
    if Place.objects.filter(organisation_id=organisation_id, precision="exact").exists():
        return
    for channel in ContactChannel.objects.filter(organisation_id=organisation_id, kind="postal"):
        if stored_copies.names_a_street(channel.kind, channel.value):
            channel.delete()
