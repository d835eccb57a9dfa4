"""No stored copy of an organisation holds a place more precisely than the version saved last.

A street in a postal address tells as much as a point: it goes with the last exact place.

An organisation is stored as a row, as the JSON of its revisions (drafts, versions waiting for review or for their
hour) and as half-filled forms. Coarsening or deleting a place acts on all of them at once and needs nobody's
approval; refining or adding one goes the usual way through draft and review.

A place dict, as used here, has the keys `uid` (str), `precision` and those of `EMPTY_VALUES`, with plain values as
the JSON of a revision holds them.
"""

from django.contrib.contenttypes.models import ContentType
from django.dispatch import Signal
from wagtail.admin.models import FormState
from wagtail.models import Revision

from cms.common import contacts
from cms.common.problems import InvalidValue
from cms.common.vocabularies import precision_rank

# What each precision may hold; of a hidden place nothing is kept but that it is hidden.
FIELDS_OF_PRECISION = {
    "exact": ("country", "city_id", "city", "lat", "lng", "is_seat"),
    "city": ("country", "city_id", "city", "lat", "lng", "is_seat"),
    "country": ("country", "is_seat"),
    "hidden": (),
}
EMPTY_VALUES = {"country": "", "city_id": None, "city": "", "lat": None, "lng": None, "is_seat": False}

# Sent with `organisation_id` whenever the places of an organisation were saved or coarsened: whoever keeps a copy that
# is no revision and no half-filled form forgets it then.
places_written = Signal()


def place_as_dict(place):
    """Return a Place as a place dict."""
    return {"uid": str(place.uid), "precision": place.precision} | {
        name: _plain(getattr(place, name)) for name in EMPTY_VALUES
    }


def coarsen_to(stored, saved):
    """Return a stored place dict made no finer than the saved one; the very same object when it already is.

    `stored` may have more keys than a place dict; they are kept.
    """
    if precision_rank(stored["precision"]) >= precision_rank(saved["precision"]):
        return stored
    allowed = FIELDS_OF_PRECISION[saved["precision"]]
    return stored | {
        "precision": saved["precision"],
        **{name: saved[name] if name in allowed else empty for name, empty in EMPTY_VALUES.items()},
    }


def coarsen_copies(organisation_id, saved_places, except_revision=None):
    """Make no revision finer than the saved places, drop from it what is not among them, forget unsaved forms.

    `saved_places` maps uid to a place dict: all the places of the version saved last.
    """

    def coarsened(places):
        return [
            coarsen_to(place, saved_places[place["uid"]]) for place in places if place["uid"] in saved_places
        ]

    _rewrite_places(organisation_id, coarsened, except_revision)


def coarsen_copies_of(organisation_id, saved):
    """Make every copy of one place no finer than the place dict."""

    def coarsened(places):
        return [coarsen_to(place, saved) if place["uid"] == saved["uid"] else place for place in places]

    _rewrite_places(organisation_id, coarsened)


def forget_place(organisation_id, uid):
    """Take one place out of every copy."""
    _rewrite_places(organisation_id, lambda places: [place for place in places if place["uid"] != str(uid)])


def names_a_street(kind, value):
    """Say whether a channel is a postal address that only an exact place allows."""
    if kind != "postal":
        return False
    try:
        contacts.clean_value(kind, value)
    except InvalidValue:
        return True
    return False


def without_streets(content):
    """Return the content of a revision without streets, unless it has an exact place; the same object if it is fine."""
    if any(place["precision"] == "exact" for place in content.get("places", [])):
        return content
    channels = content.get("channels", [])
    kept = [channel for channel in channels if not names_a_street(channel["kind"], channel["value"])]
    return content if len(kept) == len(channels) else content | {"channels": kept}


def _rewrite_places(organisation_id, rewrite, except_revision=None):
    content_type = _organisation_type()
    revisions = Revision.objects.filter(content_type=content_type, object_id=str(organisation_id))
    for revision in revisions.exclude(pk=except_revision):
        content = without_streets(revision.content | {"places": rewrite(revision.content.get("places", []))})
        if content != revision.content:
            Revision.objects.filter(pk=revision.pk).update(content=content)
    # What previews keep of unsaved forms: of this organisation, and of new ones that have no key yet.
    FormState.objects.filter(content_type=content_type, object_id__in=[str(organisation_id), ""]).delete()
    places_written.send(sender=None, organisation_id=organisation_id)


def _organisation_type():
    return ContentType.objects.get_by_natural_key("defenders", "organisation")


def _plain(value):
    # Revisions hold decimals as strings.
    return value if value is None or isinstance(value, str | int) else str(value)
