"""Ways to reach an organisation."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from cms.common import contacts
from cms.common.labels import CHANNEL_KIND_LABELS, CHANNEL_LABEL_LABELS
from cms.common.languages import is_language_tag, normalise_language_tag
from cms.common.problems import InvalidValue
from cms.snippets.fields import CodesField
from cms.snippets.validation import as_validation_error


class ContactChannel(Orderable):
    """One telephone number, address, form or account, validated and kept in its normal form."""

    organisation = ParentalKey("defenders.Organisation", on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(_("kind"), max_length=20, choices=list(CHANNEL_KIND_LABELS.items()))
    value = models.CharField(
        _("address or number"),
        max_length=500,
        help_text=_(
            "Telephone numbers with the country code (+34 …), complete web addresses with https://. It is checked "
            "when you save."
        ),
    )
    label = models.CharField(
        _("what it is for"), max_length=30, choices=list(CHANNEL_LABEL_LABELS.items()), default="general"
    )
    languages = CodesField(
        _("languages spoken"),
        valid=is_language_tag,
        normalise=normalise_language_tag,
        help_text=_("In which languages somebody answers here. Leave empty if it is the same everywhere."),
    )
    urgent = models.BooleanField(
        _("answers around the clock"),
        default=False,
        help_text=_("Only if somebody really answers at night and at weekends: people in danger rely on it."),
    )
    preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("The way the organisation itself prefers to be contacted.")
    )
    pgp_fingerprint = models.CharField(
        _("PGP fingerprint"),
        max_length=100,
        blank=True,
        help_text=_("Only for e-mail: 40 letters and digits, published by the organisation itself."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("contact channel")
        verbose_name_plural = _("contact channels")

    def __str__(self):
        return f"{self.get_kind_display()}: {self.value}"

    def clean(self):
        """Check the value for its kind and keep its normal form; every mistake is a sentence at its field."""
        super().clean()
        errors = {}
        if self.kind and self.value:
            try:
                self.value = contacts.clean_value(self.kind, self.value, exact_place=self._has_exact_place())
            except InvalidValue as problem:
                errors["value"] = as_validation_error(problem)
        if self.pgp_fingerprint:
            if self.kind != "email":
                errors["pgp_fingerprint"] = ValidationError(
                    _("A PGP fingerprint belongs to an e-mail address."), code="pgp_without_email"
                )
            else:
                try:
                    self.pgp_fingerprint = contacts.clean_pgp_fingerprint(self.pgp_fingerprint)
                except InvalidValue as problem:
                    errors["pgp_fingerprint"] = as_validation_error(problem)
        if errors:
            raise ValidationError(errors)

    def _has_exact_place(self):
        # A street is acceptable only where the organisation shows its office on the map.
        organisation = getattr(self, "organisation", None)
        return organisation is not None and any(
            place.precision == "exact" for place in organisation.places.all()
        )
