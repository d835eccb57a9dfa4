"""A place: only what belongs to the chosen precision is read, checked and kept."""

import uuid

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from cms.common import gazetteer
from cms.common.labels import PRECISION_LABELS
from cms.common.problems import CoordinateError
from cms.common.territories import country_name
from cms.common.text import words
from cms.editing.forms.child_forms import ChildFormSet, PartForm
from cms.editing.forms.codes import named_like
from cms.editing.names import country_choices, editor_language
from cms.editing.widgets import CityInput, CityWidget, CountrySelect, OfficeMap, PrecisionRadios
from cms.editing.widgets.office_map import parse_office
from cms.snippets.place import Place
from cms.snippets.stored_copies import EMPTY_VALUES
from cms.snippets.validation import as_validation_error

PRECISION_DESCRIPTIONS = {
    "exact": _("A public office that anybody may find: visitors see the point on the map."),
    "city": _("Visitors see the city, marked in its middle."),
    "country": _("Visitors read the name of the country. There is no point on the map."),
    "hidden": _("Nothing about this place is stored or shown, not even the country."),
}

# Precision -> the fields of the form that belong to it. The others are not read.
FORM_FIELDS_OF_PRECISION = {
    "exact": {"country", "city_id", "point", "is_seat"},
    "city": {"country", "city_id", "is_seat"},
    "country": {"country", "is_seat"},
    "hidden": set(),
}
_PLACE_FIELDS = FORM_FIELDS_OF_PRECISION["exact"]

# The model speaks of latitude and longitude, the form of one point.
_FIELD_OF_MODEL_FIELD = {"lat": "point", "lng": "point"}


class OfficeField(forms.CharField):
    """Coordinates, typed, pasted or set on the map; its value is a Point or None."""

    widget = OfficeMap

    def to_python(self, value):
        try:
            return parse_office(super().to_python(value))
        except CoordinateError as problem:
            raise as_validation_error(problem) from problem

    def run_validators(self, value):
        """A Point has been checked; the validators are for text."""

    def has_changed(self, initial, data):
        try:
            return parse_office(initial) != parse_office(data)
        except CoordinateError:
            return True


class CityField(forms.Field):
    """A city as it was posted; PlaceForm looks it up, because the country decides which one is meant."""

    widget = CityWidget

    def has_changed(self, initial, data):
        posted = data.identifier if data.name is None or data.name.strip() else ""
        typed_only = bool(not posted and data.name and data.name.strip())
        return typed_only or posted != str(initial or "")


def find_city(posted: CityInput, country):
    """Return the City that was chosen or named, or None when the box is empty. Raises ValidationError."""
    name = posted.name
    if name is not None and not name.strip():
        return None
    chosen = None
    if posted.identifier:
        chosen = gazetteer.by_id(posted.identifier) if posted.identifier.isdecimal() else None
        if chosen is None and not name:
            raise ValidationError(_("This city is not in the list."), code="unknown_city")
    if chosen and (name is None or words(name) == words(chosen.name)):
        if country and chosen.country != country:
            raise ValidationError(
                _("%(city)s is not in the chosen country but in this one: %(country)s."),
                code="other_country",
                params={"city": chosen.name, "country": country_name(chosen.country, editor_language())},
            )
        return chosen
    if not name:
        return None
    if not country:
        raise ValidationError(_("Choose the country first, then the city."), code="city_without_country")
    named = gazetteer.nearest_named(name, country)
    if named is None:
        raise ValidationError(
            _(
                "“%(name)s” is not in the list of cities of this country. Choose a bigger town nearby, or show the "
                "country only."
            ),
            code="unknown_city",
            params={"name": name.strip()[:80]},
        )
    return named


class PlaceForm(PartForm):
    """One place. `identity` carries its uid, so that a place that exists only in a draft stays the same place."""

    identity = forms.CharField(required=False, widget=forms.HiddenInput)
    precision = forms.ChoiceField(
        label=_("How precisely may it be shown?"),
        help_text=Place._meta.get_field("precision").help_text,
        choices=list(PRECISION_LABELS.items()),
        widget=PrecisionRadios(descriptions=PRECISION_DESCRIPTIONS),
        error_messages={
            "invalid_choice": _("Choose one of the four."),
            "required": _("Choose how precisely this place may be shown."),
        },
    )
    country = forms.ChoiceField(
        label=_("Country"),
        choices=lambda: [("", "—"), *country_choices()],
        widget=CountrySelect,
        required=False,
        error_messages={"invalid_choice": _("“%(value)s” is not a country. Choose from the list.")},
    )
    city_id = CityField(
        label=_("City"),
        required=False,
        help_text=_("Write the first letters and choose from the list."),
    )
    point = OfficeField(
        label=_("Office"),
        required=False,
        help_text=_(
            "Latitude and longitude, or the address of a map you have open: paste it here. Coordinates in degrees, "
            "minutes and seconds are understood too."
        ),
    )
    is_seat = forms.BooleanField(**named_like(Place, "is_seat"))

    def __init__(self, *args, **kwargs):
        known = kwargs.get("instance") is not None
        super().__init__(*args, **kwargs)
        place = self.instance
        if known and not self.is_bound:
            self.initial["identity"] = str(place.uid)
        if place.lat is not None and place.lng is not None and place.precision == "exact":
            self.initial["point"] = f"{place.lat}, {place.lng}"
        if known and (place.pk or not self.is_bound):
            # For the warning that something finer will be deleted.
            self.fields["precision"].widget.attrs["data-stored"] = place.precision

    def clean(self):
        cleaned = super().clean()
        self._keep_identity()
        allowed = FORM_FIELDS_OF_PRECISION.get(cleaned.get("precision"), _PLACE_FIELDS)
        for name in _PLACE_FIELDS - allowed:
            # What does not belong to the precision is not even checked: it will not be kept.
            self._errors.pop(name, None)
            cleaned[name] = EMPTY_VALUES.get(name)
        if "city_id" in allowed:
            self._look_up_city()
        point = cleaned.get("point")
        self.instance.lat, self.instance.lng = point or (None, None)
        return cleaned

    def _look_up_city(self):
        posted = self.cleaned_data.get("city_id")
        try:
            city = find_city(posted, self.cleaned_data.get("country"))
        except ValidationError as problem:
            self.add_error("city_id", problem)
            return
        self.cleaned_data["city_id"] = city.id if city else None
        if city and not self.cleaned_data.get("country") and "country" not in self._errors:
            self.cleaned_data["country"] = city.country

    def _keep_identity(self):
        # Nobody typed it, so nobody is told about it.
        self._errors.pop("identity", None)
        if self.instance.pk:
            return
        try:
            self.instance.uid = uuid.UUID(self.cleaned_data.get("identity") or "")
        except ValueError:
            self.instance.uid = self.instance.uid or uuid.uuid4()

    def _update_errors(self, errors):
        """Say at the form's fields what the model says at its own; what the form has said stands."""
        if hasattr(errors, "error_dict"):
            renamed: dict[str, list] = {}
            for name, problems in errors.error_dict.items():
                name = _FIELD_OF_MODEL_FIELD.get(name, name)
                if name not in self._errors:
                    renamed.setdefault(name if name in self.fields else NON_FIELD_ERRORS, []).extend(problems)
            if not renamed:
                return
            errors = ValidationError(renamed)
        super()._update_errors(errors)


class PlaceFormSet(ChildFormSet):
    """The places of an organisation; no two of them are the same place."""

    def clean(self):
        super().clean()
        seen = {form.instance.uid for form in self.forms if form.instance.pk}
        for form in self.forms:
            if form.instance.pk or self._should_delete_form(form):
                continue
            if form.instance.uid in seen:
                form.instance.uid = uuid.uuid4()
            seen.add(form.instance.uid)
