"""The facts of an organisation."""

from django.utils.translation import gettext_lazy

from cms.common.vocabularies import AREAS, precision_rank
from cms.editing.forms.codes import AreasField, CategoriesField, LanguagesField, in_stored_order, named_like
from cms.editing.forms.plain_text import PlainTextForm
from cms.editing.hints.organisation import FORM_RULES
from cms.snippets.organisation import Organisation

# The lists of an organisation by the headings under which the form has them, and what an editor sees of their parts.
LISTS = {
    "places": (
        gettext_lazy("Places"),
        ("precision", "country", "city_id", "lat", "lng", "is_seat"),
    ),
    "channels": (
        gettext_lazy("Ways to reach it"),
        ("kind", "value", "label", "languages", "urgent", "preferred", "pgp_fingerprint"),
    ),
}


def last_version(pk):
    """Return the latest version of an organisation, draft or not; an empty one when it is new.

    Not the version that a form was opened with: that may be an older one, about to be restored.
    """
    stored = Organisation.objects.filter(pk=pk).first()
    return stored.get_latest_revision_as_object() if stored else Organisation()


class OrganisationForm(PlainTextForm):
    """All facts, with the places and channels."""

    hint_rules = FORM_RULES

    roles = CategoriesField("role", **named_like(Organisation, "roles"))
    services = CategoriesField("service", **named_like(Organisation, "services"))
    audiences = CategoriesField("audience", **named_like(Organisation, "audiences"))
    areas_served = AreasField(**named_like(Organisation, "areas_served"))
    languages = LanguagesField(**named_like(Organisation, "languages"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Not `self.instance`: validating writes to it.
        self.last_version = last_version(self.instance.pk) if self.is_bound else Organisation()
        self.stored_precisions = {place.uid: place.precision for place in self.last_version.places.all()}
        if self.is_bound and {"places", "channels"} <= self.formsets.keys():
            exact = any(
                form.data.get(form.add_prefix("precision")) == "exact" for form in self._kept("places")
            )
            for form in self.formsets["channels"].forms:
                form.exact_place = exact

    def clean_areas_served(self):
        canonical = sorted(self.cleaned_data["areas_served"], key=lambda code: (code not in AREAS, code))
        return in_stored_order(canonical, self.instance.areas_served)

    def clean_languages(self):
        return in_stored_order(self.cleaned_data["languages"], self.instance.languages)

    def coarsened_places(self):
        """Return (precision before, precision now or None) of places the submission makes coarser or deletes."""
        now = {form.instance.uid: form.instance.precision for form in self._kept("places")}
        return [
            (before, now.get(uid))
            for uid, before in self.stored_precisions.items()
            if before != "hidden" and precision_rank(now.get(uid, "hidden")) > precision_rank(before)
        ]

    def refines_places(self):
        """Say whether the submission shows a place more finely than the last version, or brings one back."""
        return any(
            precision_rank(form.instance.precision)
            < precision_rank(self.stored_precisions.get(form.instance.uid, "hidden"))
            for form in self._kept("places")
            if form.instance.uid in self.stored_precisions or form.cleaned_data.get("identity")
        )

    def differing(self):
        """Return the names of the fields and lists in which the submission differs from the last version."""
        return super().differing() + [
            str(heading) for name, (heading, _parts) in LISTS.items() if self._list_differs(name)
        ]

    def _list_differs(self, name):
        _heading, seen = LISTS[name]
        stored = [[getattr(part, field) for field in seen] for part in getattr(self.last_version, name).all()]
        posted = [[getattr(form.instance, field) for field in seen] for form in self._kept(name)]
        return len(stored) != len(posted) or any(part not in stored for part in posted)

    def _kept(self, name):
        formset = self.formsets.get(name)
        for form in formset.forms if formset else []:
            if form.data.get(form.add_prefix("DELETE")) or (form.empty_permitted and not form.has_changed()):
                continue
            yield form
