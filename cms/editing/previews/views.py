"""What the preview beside a form shows: what is typed but not saved, as visitors will see it.

Wagtail keeps what is typed until the next preview. Places are the exception: what is kept of them is what was saved, so
that no place is stored because somebody looked, and one that a colleague made less precise does not come back.
"""

from django.http import Http404
from wagtail.models import Locale
from wagtail.snippets.views.snippets import PreviewOnCreateView, PreviewOnEditView

from cms.common.languages import LANGUAGES


class WithSavedPlaces:
    """Mixin before a preview view of organisations: whatever places are posted, those of the last version count."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.saved_places = posted_places(self.object.places.all())

    def get_form(self, query_dict):
        if not query_dict:
            return super().get_form(query_dict)
        posted = query_dict.copy()
        for name in [name for name in posted if name.startswith("places-")]:
            del posted[name]
        posted.update(self.saved_places)
        return super().get_form(posted)


class OrganisationPreviewOnCreate(WithSavedPlaces, PreviewOnCreateView):
    """A new organisation: it has no places yet."""


class OrganisationPreviewOnEdit(WithSavedPlaces, PreviewOnEditView):
    """An organisation that exists."""


class TextPreviewOnCreate(PreviewOnCreateView):
    """A new text, in the language in the address: the form does not say which it is."""

    def get_object(self):
        text = super().get_object()
        code = self.kwargs.get("language")
        locale = Locale.objects.filter(language_code=code).first() if code in LANGUAGES else None
        if locale is None:
            raise Http404
        text.locale = locale
        return text


def posted_places(places):
    """Return places as the form of an organisation posts them: {name of a field: value}."""
    fields = {}
    for index, place in enumerate(places):
        fields |= {f"places-{index}-{name}": value for name, value in _place_fields(place, index).items()}
    total = len(places)
    return fields | {"places-TOTAL_FORMS": str(total), "places-INITIAL_FORMS": str(total)}


def _place_fields(place, index):
    fields = {
        "id": str(place.pk or ""),
        "identity": str(place.uid),
        "precision": place.precision,
        "country": place.country,
        "city_id": str(place.city_id or ""),
        "ORDER": str(index + 1),
    }
    if place.precision == "exact":
        fields["point-typed"] = f"{place.lat}, {place.lng}"
    if place.is_seat:
        fields["is_seat"] = "on"
    return fields
