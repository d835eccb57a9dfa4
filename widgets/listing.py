"""Which organisations a page lists, in which order and groups, and the index of countries. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cms.common.territories import REGIONS
from cms.common.text import sort_key
from cms.common.vocabularies import WORLDWIDE
from cms.directory.filters import Filters, scope_rank
from cms.directory.geojson import countries_served
from cms.directory.search import names_served, search_rank
from widgets import names
from widgets.directory_file import Directory
from widgets.orders import USUAL, sorting

PAGE_SIZE = 50

# Names of the ranks of `scope_rank`.
SCOPES = ("country", "region", "world")

# Every country is in one of these; "mena" overlaps with two of them.
CONTINENTS = ("africa", "americas", "asia", "europe", "oceania")


@dataclass(frozen=True)
class Listing:
    """One page of what was found; `groups` are (scope, records), scope "" when no country is asked for."""

    total: int
    page: int
    pages: int
    groups: tuple[tuple[str, tuple[dict, ...]], ...]


@dataclass(frozen=True)
class Continent:
    """The countries of a continent that somebody serves: (code, name, organisations); and how many do."""

    code: str
    organisations: int
    countries: tuple[tuple[str, str, int], ...]


def find(directory: Directory, filters: Filters, order: str = USUAL) -> list[dict]:
    """Return the matching records in an order (see `widgets.orders`)."""
    ranked = []
    for record in directory.organisations:
        if not filters.matches(record):
            continue
        found = _found(record, filters.search, directory)
        if found is not None:
            scope = scope_rank(record["areas_served"], filters.countries) if filters.countries else 0
            ranked.append((sorting(order, record, scope, found), record))
    ranked.sort(key=lambda pair: pair[0])  # stable: by name within a rank
    return [record for _, record in ranked]


def one_page(found: Sequence[dict], filters: Filters, page: int, order: str = USUAL) -> Listing:
    """Return a page of what was found; the last one when there are not so many. Grouped where nearness decides."""
    pages = max(1, -(-len(found) // PAGE_SIZE))
    page = min(page, pages)
    shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    grouped = filters.countries and order == USUAL

    def scope(record):
        return SCOPES[scope_rank(record["areas_served"], filters.countries)] if grouped else ""

    groups = tuple((name, tuple(records)) for name, records in groupby(shown, scope))
    return Listing(len(found), page, pages, groups)


def index_by_country(directory: Directory, filters: Filters) -> tuple[list[Continent], int]:
    """Return who serves which country, and how many the whole world, by all filters but the country's."""
    anywhere = replace(filters, values=_without(filters.values, "country"))
    found = find(directory, anywhere)
    served = countries_served(found)
    continents = []
    for code in CONTINENTS:
        countries = sorted(
            (
                (country, names.country(country, directory.lang), counts["direct"] + counts["region"])
                for country, counts in served.items()
                if country in REGIONS[code]
            ),
            key=lambda entry: sort_key(entry[1]),
        )
        if countries:
            continents.append(Continent(code, _serving(found, REGIONS[code]), tuple(countries)))
    return continents, sum(WORLDWIDE in record["areas_served"] for record in found)


def _serving(records, countries):
    return sum(
        WORLDWIDE not in record["areas_served"]
        and any(not countries.isdisjoint(REGIONS.get(area, (area,))) for area in record["areas_served"])
        for record in records
    )


def _found(record, search, directory):
    if not search:
        return 0
    summary = record["summary"]["text"] if record.get("summary") else ""
    served = names_served(record["areas_served"], directory.lang, directory.labels["area"])
    return search_rank(search, (record["name"], record["alternate_name"], record["acronym"]), summary, served)


def _without(values: Mapping, name):
    return {other: them for other, them in values.items() if other != name}
