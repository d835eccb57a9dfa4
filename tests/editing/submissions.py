"""The form of an organisation as a browser sends it, and what comes back."""

from django.urls import reverse

from cms.models import Organisation


def address(name, *args, model="organisation"):
    """Return the address of a view of a snippet."""
    return reverse(f"wagtailsnippets_defenders_{model}:{name}", args=args)


def edit(organisation):
    """Return the address where an organisation is edited."""
    return address("edit", organisation.pk)


def place_fields(index, **fields):
    """Return the posted fields of one place; `id` and `identity` say which one it is."""
    return {f"places-{index}-{name.replace('__', '-')}": value for name, value in fields.items()} | {
        f"places-{index}-ORDER": str(index + 1)
    }


def channel_fields(index, **fields):
    """Return the posted fields of one channel."""
    filled = {"kind": "", "value": "", "label": "general", "id": ""} | fields
    return {f"channels-{index}-{name.replace('__', '-')}": value for name, value in filled.items()} | {
        f"channels-{index}-ORDER": str(index + 1)
    }


def submission(places=(), channels=(), initial_places=0, initial_channels=0, **facts):
    """Return what the browser posts; `places` and `channels` are lists of dicts of their fields."""
    data = {
        "name": "Red Ejemplo",
        "slug": "red-ejemplo",
        "organisation_type": "ngo",
        "areas_served": ["CO"],
        "languages": ["es"],
        "places-TOTAL_FORMS": str(len(places)),
        "places-INITIAL_FORMS": str(initial_places),
        "channels-TOTAL_FORMS": str(len(channels)),
        "channels-INITIAL_FORMS": str(initial_channels),
    } | facts
    for index, place in enumerate(places):
        data |= place_fields(index, **place)
    for index, channel in enumerate(channels):
        data |= channel_fields(index, **channel)
    return data


def stored_place(place, **changes):
    """Return the posted fields of a place that exists: its keys, and what changes."""
    fields = {
        "id": str(place.pk or ""),
        "identity": str(place.uid),
        "precision": place.precision,
        "country": place.country,
        "city_id": str(place.city_id or ""),
        "point__typed": f"{place.lat}, {place.lng}" if place.precision == "exact" else "",
    }
    return fields | changes


def form_errors(response):
    """Return the errors of the posted form: {field: [sentences]}, those of parts as "places-0-country"."""
    form = response.context["form"]
    errors = {name: list(found) for name, found in form.errors.items()}
    for formset in form.formsets.values():
        for part in formset.forms:
            errors |= {part.add_prefix(name): list(found) for name, found in part.errors.items()}
        if formset.non_form_errors():
            errors[formset.prefix] = list(formset.non_form_errors())
    return errors


def latest(organisation):
    """Return the latest version of an organisation, draft or not."""
    return Organisation.objects.get(pk=organisation.pk).get_latest_revision_as_object()
