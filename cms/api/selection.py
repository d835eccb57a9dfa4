"""Which organisations a list shows, and in which order."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from cms.common.bounding_box import BoundingBox
from cms.common.text import sort_key
from cms.conf import defenders_settings
from cms.directory.filters import Filters, scope_rank
from cms.directory.search import search_rank
from cms.directory.visibility import public_organisations, public_places, public_texts
from cms.localisation.fallback import first_available

ORDERS = ("name", "-verified_on", "relevance")


@dataclass(frozen=True)
class Selection:
    """What was asked for; `order` is one of ORDERS or None for the usual order."""

    filters: Filters
    lang: str
    box: BoundingBox | None = None
    order: str | None = None


def selected_keys(selection: Selection) -> list[int]:
    """Return the primary keys of all organisations that pass, in order. Two queries at most."""
    rows = _rows(selection)
    search = selection.filters.search
    if search:
        ranks = _search_ranks(rows, search, selection.lang)
        rows = [row for row in rows if ranks[row["pk"]] is not None]
    else:
        ranks = {}
    return [row["pk"] for row in sorted(rows, key=lambda row: _sort_key(row, selection, ranks))]


def places_in(box: BoundingBox):
    """Return the public points in a box; a place without a public point is in none."""
    longitudes = Q()
    for west, east in box.longitude_ranges:
        longitudes |= Q(lng__range=(_degrees(west), _degrees(east)))
    return public_places().filter(longitudes, lat__range=(_degrees(box.south), _degrees(box.north)))


def _degrees(number):
    return Decimal(str(number))


def _rows(selection):
    found = public_organisations().filter(selection.filters.q())
    if selection.box:
        found = found.filter(pk__in=places_in(selection.box).values("organisation_id"))
    return found.values(
        "pk", "uuid", "name", "alternate_name", "acronym", "areas_served", "verified_on"
    ).order_by()


def _search_ranks(rows, search, lang):
    """Return {key: rank or None}: what is searched is what the record shows in this language."""
    summaries: dict[int, dict[str, str]] = {row["pk"]: {} for row in rows}
    for pk, language, summary in public_texts().values_list(
        "organisation_id", "locale__language_code", "summary"
    ):
        if pk in summaries:
            summaries[pk][language] = summary
    fallbacks = defenders_settings.FALLBACKS
    ranks = {}
    for row in rows:
        names = (row["name"], row["alternate_name"], row["acronym"])
        found = first_available(lang, summaries[row["pk"]], fallbacks)
        ranks[row["pk"]] = search_rank(search, names, found[1] if found else "")
    return ranks


def _sort_key(row, selection, ranks):
    by_name = (sort_key(row["name"]), str(row["uuid"]))
    if selection.order == "name":
        return by_name
    if selection.order == "-verified_on":
        return -(row["verified_on"] or date.min).toordinal(), *by_name
    countries = selection.filters.countries
    nearest_first = scope_rank(row["areas_served"], countries) if countries else 0
    if selection.order == "relevance":
        return ranks[row["pk"]], nearest_first, *by_name
    return nearest_first, *by_name
