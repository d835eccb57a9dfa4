"""The facts of an organisation."""

from django.utils.translation import gettext as _

from cms.common.vocabularies import AREAS, precision_rank
from cms.editing.forms.codes import AreasField, CategoriesField, LanguagesField, in_stored_order, named_like
from cms.editing.forms.plain_text import PlainTextForm
from cms.snippets.organisation import Organisation


def stored_precisions(pk):
    """Return {uid: precision} of the places in the latest version of an organisation, draft or not.

    Not in the version that a form was opened with: that may be an older one, about to be restored.
    """
    stored = Organisation.objects.filter(pk=pk).first()
    latest = stored.get_latest_revision_as_object() if stored else Organisation()
    return {place.uid: place.precision for place in latest.places.all()}


class OrganisationForm(PlainTextForm):
    """All facts, with the places and channels. `warnings()` is for after saving: what is allowed but unwise."""

    roles = CategoriesField("role", **named_like(Organisation, "roles"))
    services = CategoriesField("service", **named_like(Organisation, "services"))
    audiences = CategoriesField("audience", **named_like(Organisation, "audiences"))
    areas_served = AreasField(**named_like(Organisation, "areas_served"))
    languages = LanguagesField(**named_like(Organisation, "languages"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.stored_precisions = stored_precisions(self.instance.pk) if self.is_bound else {}
        if self.is_bound and {"places", "channels"} <= self.formsets.keys():
            exact = any(
                form.data.get(form.add_prefix("precision")) == "exact" for form in self._kept_places()
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
        now = {form.instance.uid: form.instance.precision for form in self._kept_places()}
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
            for form in self._kept_places()
            if form.instance.uid in self.stored_precisions or form.cleaned_data.get("identity")
        )

    def warnings(self):
        """Return sentences about what an editor may have overlooked."""
        channels = [
            form.cleaned_data
            for form in self.formsets["channels"].forms
            if form.cleaned_data.get("value") and not form.cleaned_data.get("DELETE")
        ]
        if sum(channel["preferred"] for channel in channels) > 1:
            yield _("More than one channel is marked as preferred. Visitors are helped most by one.")
        if not channels and not self.cleaned_data.get("website"):
            yield _("There is no way to reach this organisation yet: add a channel or its website.")
        if not self.cleaned_data.get("areas_served"):
            yield _(
                "Nobody finds this organisation by country yet: say where it helps, in the tab “What it does and for "
                "whom”."
            )

    def _kept_places(self):
        formset = self.formsets.get("places")
        for form in formset.forms if formset else []:
            if form.data.get(form.add_prefix("DELETE")) or (form.empty_permitted and not form.has_changed()):
                continue
            yield form
