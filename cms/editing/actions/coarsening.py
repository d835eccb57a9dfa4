"""Make a place less precise: at once, whatever lock or running review there is, and without a second person."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.common.labels import PRECISION_LABELS
from cms.common.territories import country_name
from cms.editing.actions.base import StateActionView
from cms.editing.names import editor_language
from cms.snippets.coarsening import coarser_precisions, forget, make_coarser, stored_places

DELETE = "delete"


class CoarsenForm(forms.Form):
    """Which place, and what may be known of it from now on."""

    place = forms.ChoiceField(label=gettext_lazy("Which place?"), widget=forms.RadioSelect)
    precision = forms.ChoiceField(
        label=gettext_lazy("What may be known of it?"),
        widget=forms.RadioSelect,
        choices=[
            *[(code, label) for code, label in PRECISION_LABELS.items() if code != "exact"],
            (DELETE, gettext_lazy("Nothing: delete the place")),
        ],
    )

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.places = {place["uid"]: place for place in places}
        self.fields["place"].choices = [(uid, place_label(place)) for uid, place in self.places.items()]
        possible = {precision for place in places for precision in coarser_precisions(place)} | {DELETE}
        self.fields["precision"].choices = [
            choice for choice in self.fields["precision"].choices if choice[0] in possible
        ]
        if len(places) == 1:
            self.fields["place"].initial = places[0]["uid"]

    def clean(self):
        """Refuse what would not be coarser, or what the place cannot show."""
        data = super().clean()
        place = self.places.get(data.get("place"))
        precision = data.get("precision")
        if place and precision and precision not in (*coarser_precisions(place), DELETE):
            self.add_error(
                "precision",
                _(
                    "This place cannot be shown like this: it is not more precise than that, or its city is not known."
                ),
            )
        return data


class CoarsenView(StateActionView):
    """Erase what is more precise than the chosen precision, from every copy."""

    name, icon_name, permission_required = "coarsen", "minus", "change"
    form_class = CoarsenForm
    # Whether there is anything to make coarser is asked of every version: too much for a listing.
    is_in_listings = False
    is_serious = True
    label = gettext_lazy("Make a place less precise")
    consequences = (
        gettext_lazy(
            "What is more precise is erased at once: from what visitors see, from drafts, from older versions and from "
            "versions that wait for approval. There is no way back."
        ),
        gettext_lazy("Streets in postal addresses are erased too when no exact place is left."),
        gettext_lazy(
            "Nothing else changes, nothing is published, and nobody has to approve it. It works while somebody else "
            "edits or reviews the organisation; a form that is still open asks before it brings anything back."
        ),
        gettext_lazy(
            "Partners that copied the published files keep what they have until they fetch them again."
        ),
    )
    done = gettext_lazy(
        "A place of “%(name)s” is less precise now. What was more precise is erased everywhere."
    )

    @classmethod
    def applies_to(cls, facts):
        return bool(stored_places(facts))

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"places": stored_places(self.facts)}

    def act(self, form):
        place, precision = form.places[form.cleaned_data["place"]], form.cleaned_data["precision"]
        if precision == DELETE:
            forget(self.facts, place, self.request.user)
        else:
            make_coarser(self.facts, place, precision, self.request.user)


def place_label(place):
    """Return a place dict in words."""
    country = country_name(place["country"], editor_language()) if place["country"] else ""
    names = ", ".join(filter(None, (place["city"], country)))
    precision = str(PRECISION_LABELS[place["precision"]])
    if not names:
        return precision
    return _("%(place)s (now: %(precision)s)") % {"place": names, "precision": precision}
