"""Make a place of an organisation less precise, or forget it, everywhere at once and without saving a version.

For what cannot wait until a lock is lifted or a review is over: rows, drafts, older versions, versions waiting for
approval and half-filled forms hold nothing finer afterwards.
"""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Revision

from cms.common.vocabularies import PRECISIONS, precision_rank
from cms.snippets import stored_copies
from cms.snippets.place import Place, forget_streets


def stored_places(organisation):
    """Return the place dicts (see `stored_copies`) of all copies: of each place its finest, the finest first."""
    found = {}
    rows = Place.objects.filter(organisation_id=organisation.pk)
    copies = [stored_copies.place_as_dict(place) for place in rows]
    versions = Revision.objects.for_instance(organisation).order_by("-created_at", "-pk")
    for content in versions.values_list("content", flat=True):
        copies += content.get("places", [])
    for place in copies:
        known = found.get(place["uid"])
        if known is None or precision_rank(place["precision"]) < precision_rank(known["precision"]):
            found[place["uid"]] = place
    return sorted(found.values(), key=lambda place: precision_rank(place["precision"]))


def coarser_precisions(place):
    """Return the precisions that a place dict can be made: the coarser ones for which it has what they show."""
    return [
        precision
        for precision in PRECISIONS[precision_rank(place["precision"]) + 1 :]
        if precision == "hidden" or (place["country"] and (precision != "city" or place["city_id"]))
    ]


@transaction.atomic
def make_coarser(organisation, place, precision, user=None):
    """Make every copy of a place (a dict of `stored_places`) no finer than a precision of `coarser_precisions`."""
    wanted = Place(organisation=organisation, uid=place["uid"], precision=precision)
    for name in stored_copies.EMPTY_VALUES:
        setattr(wanted, name, place[name])
    wanted.clean_to_precision()
    row = Place.objects.filter(organisation=organisation, uid=place["uid"]).first()
    if row and precision_rank(row.precision) < precision_rank(precision):
        row.precision, row.city_id, row.country = precision, wanted.city_id, wanted.country
        row.save()
    stored_copies.coarsen_copies_of(organisation.pk, stored_copies.place_as_dict(wanted))
    _finish(organisation, user)


@transaction.atomic
def forget(organisation, place, user=None):
    """Delete every copy of a place (a dict of `stored_places`)."""
    for row in Place.objects.filter(organisation=organisation, uid=place["uid"]):
        row.delete()
    stored_copies.forget_place(organisation.pk, place["uid"])
    _finish(organisation, user)


def _finish(organisation, user):
    forget_streets(organisation.pk)
    # The version is not the one that an open form was made from: saved as it is, the form would bring the place back.
    Revision.objects.filter(pk=organisation.latest_revision_id).update(created_at=timezone.now())
    log(instance=organisation, action="defenders.coarsen", user=user)
