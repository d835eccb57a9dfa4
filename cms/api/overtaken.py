"""What holds while the files are behind: the last publication failed, so they may show what is not public any more.

Then, and only then, the database says who may be shown, and what is shown is read from it. When it does not answer
either, what was published goes on being answered, as the published files do.
"""

import logging
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import DatabaseError
from django.db.models import Q

from cms.api.contents import with_meta
from cms.directory import publish
from cms.directory.filters import FILTERS
from cms.directory.guidance import Kind
from cms.directory.index import OpenRelease, Selection
from cms.directory.index.guidance import ORGANISATION_NAMES, Entry, make_entry
from cms.directory.index.masks import mask_of
from cms.directory.json_bytes import as_json
from cms.directory.records import load, organisation_record
from cms.directory.visibility import public_organisations, public_places
from cms.models import Organisation

logger = logging.getLogger("cms.api")

_NOBODY_KNOWS = "The files are behind and the database does not answer."


def public_now(selection: Selection | None = None, uuid: str | None = None) -> dict[str, int] | None:
    """Return {id: primary key} of who is public now, None while nothing makes us doubt the files. One query.

    Where places are asked for, they are those of now too: a place may have been made coarser.
    """
    if not publish.may_show_too_much():
        return None
    found = public_organisations()
    if uuid:
        found = found.filter(uuid=uuid)
    if selection and "seat" in selection.filters.values:
        found = found.filter(FILTERS["seat"].q(selection.filters.values["seat"]))
    if selection and selection.box:
        found = found.filter(pk__in=_places_in(selection.box).values("organisation_id"))
    try:
        return {str(one): pk for one, pk in found.order_by().values_list("uuid", "pk")}
    except DatabaseError as error:
        logger.error(_NOBODY_KNOWS, exc_info=error)
        return None


def mask_now(index: OpenRelease, public: Iterable[str]) -> int:
    """Return the mask of the records with these ids."""
    numbers = (index.neutral.ids.number_of(one) for one in public)
    return mask_of((number for number in numbers if number is not None), index.neutral.size)


def organisations_now(keys: list[int], lang: str) -> list[bytes]:
    """Return the JSON of organisations as the database has them."""
    today = publish.today_utc()
    records = (as_json(organisation_record(loaded, lang, today)) for loaded in load(keys))
    return with_meta(records, Organisation, "organisations", lang)


def entries_now(kind: Kind, lang: str, today: date) -> list[Entry] | None:
    """Return all programmes, trainings or testimonies as the database has them, None while the files hold."""
    if not publish.may_show_too_much():
        return None
    try:
        return [
            make_entry(kind, kind.record(loaded, lang, today), _names_behind(loaded.row))
            for loaded in kind.load(today)
        ]
    except DatabaseError as error:
        logger.error(_NOBODY_KNOWS, exc_info=error)
        return None


def _names_behind(row):
    organisation = getattr(row, "organisation", None)
    return {name: getattr(organisation, name) for name in ORGANISATION_NAMES} if organisation else {}


def _places_in(box):
    """Return the public points in a box; a place without a public point is in none."""
    longitudes = Q()
    for west, east in box.longitude_ranges:
        longitudes |= Q(lng__range=(_degrees(west), _degrees(east)))
    return public_places().filter(longitudes, lat__range=(_degrees(box.south), _degrees(box.north)))


def _degrees(number):
    return Decimal(str(number))
