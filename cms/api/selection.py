"""Which organisations a list shows, and in which order."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, TextField, Value

from cms.common.bounding_box import BoundingBox
from cms.common.text import sort_key
from cms.conf import defenders_settings
from cms.directory.filters import Filters, scope_rank
from cms.directory.search import search_rank
from cms.directory.visibility import public_organisations, public_places, public_texts
from cms.localisation.fallback import first_available

# What decides on the order and on what is found.
FACTS = ("uuid", "name", "alternate_name", "acronym", "areas_served", "verified_on")

# Stands for the text of an organisation that has none.
NOTHING = Value("", output_field=TextField())

ORDERS = ("name", "-verified_on", "relevance")


@dataclass(frozen=True)
class Selection:
    """What was asked for; `order` is one of ORDERS or None for the usual order."""

    filters: Filters
    lang: str
    box: BoundingBox | None = None
    order: str | None = None


def selected_keys(selection: Selection) -> list[int]:
    """Return the primary keys of all organisations that pass, in order. One query."""
    found = _found(selection)
    rows = _ranked(found, selection) if selection.filters.search else found.values("pk", *FACTS)
    return [row["pk"] for row in sorted(rows, key=lambda row: _sort_key(row, selection))]


def places_in(box: BoundingBox):
    """Return the public points in a box; a place without a public point is in none."""
    longitudes = Q()
    for west, east in box.longitude_ranges:
        longitudes |= Q(lng__range=(_degrees(west), _degrees(east)))
    return public_places().filter(longitudes, lat__range=(_degrees(box.south), _degrees(box.north)))


def _degrees(number):
    return Decimal(str(number))


def _found(selection):
    found = public_organisations().filter(selection.filters.q()).order_by()
    if selection.box:
        found = found.filter(pk__in=places_in(selection.box).values("organisation_id"))
    return found


def _ranked(found, selection):
    """Return the rows in which the words are found, with their `rank`.

    What is searched is what the record shows in this language.
    """
    texts = public_texts().filter(organisation__in=found).order_by()
    both = found.values_list("pk", *FACTS, NOTHING, NOTHING).union(
        texts.values_list(
            "organisation_id",
            *(f"organisation__{name}" for name in FACTS),
            "locale__language_code",
            "summary",
        ),
        all=True,
    )
    rows, summaries = {}, defaultdict(dict)
    for pk, *facts, language, summary in both:
        rows[pk] = {"pk": pk, **dict(zip(FACTS, facts, strict=True))}
        summaries[pk][language] = summary
    for pk, row in rows.items():
        shown = first_available(selection.lang, summaries[pk], defenders_settings.FALLBACKS)
        names = (row["name"], row["alternate_name"], row["acronym"])
        row["rank"] = search_rank(selection.filters.search, names, shown[1] if shown else "")
    return [row for row in rows.values() if row["rank"] is not None]


def _sort_key(row, selection):
    by_name = (sort_key(row["name"]), str(row["uuid"]))
    if selection.order == "name":
        return by_name
    if selection.order == "-verified_on":
        return -(row["verified_on"] or date.min).toordinal(), *by_name
    countries = selection.filters.countries
    nearest_first = scope_rank(row["areas_served"], countries) if countries else 0
    if selection.order == "relevance":
        return row["rank"], nearest_first, *by_name
    return nearest_first, *by_name
