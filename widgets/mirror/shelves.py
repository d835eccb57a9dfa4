"""Which lists a static copy has, and what stands on their pages. Pure.

Searching needs a server or a script, lists do not: of all organisations, of those that serve a country, play a role,
give a service, or answer around the clock. Everybody who serves the whole world would be on the list of every country;
to keep the number of files in proportion to that of organisations, a country's list shows them, and those who serve
its region, when they find room on one page, and else links to lists of their own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cms.common.territories import COUNTRIES, regions_of
from cms.common.text import sort_key
from cms.common.vocabularies import AREAS, REGIONS, WORLDWIDE
from widgets.listing import PAGE_SIZE, SCOPES
from widgets.mirror.layout import ALL, URGENT, Shelf

Records = Sequence[dict]

# Kind of shelf -> the field of a record whose values are its codes.
FIELDS = {"country": "areas_served", "area": "areas_served", "role": "roles", "service": "services"}


@dataclass(frozen=True)
class ShelfPage:
    """A page of a list: `groups` are (scope, records), scope "" outside lists of countries.

    `total` counts the whole list, `elsewhere` are shelves that complete it.
    """

    shelf: Shelf
    number: int
    pages: int
    total: int
    groups: tuple[tuple[str, Records], ...]
    elsewhere: tuple[Shelf, ...] = ()


def fill(records: Records, codes: Mapping[str, Sequence[str]]) -> dict[Shelf, Records]:
    """Return what is on which shelf, in the order of the records; an organisation is on many.

    `codes` maps "role" and "service" to the values that have labels. A country's shelf has those who name the country;
    `pages_of` adds who serves more than that.
    """
    known = {"country": COUNTRIES, "area": AREAS, "role": codes["role"], "service": codes["service"]}
    shelves: dict[Shelf, list[dict]] = {ALL: list(records)}
    for record in records:
        for kind, field in FIELDS.items():
            for code in dict.fromkeys(record[field]):
                if code in known[kind]:
                    shelves.setdefault(Shelf(kind, code), []).append(record)
        if record["urgent_help"]:
            shelves.setdefault(URGENT, []).append(record)
    for country in _served_through_regions(shelves):
        shelves.setdefault(Shelf("country", country), [])
    return shelves


def pages_of(shelf: Shelf, shelves: Mapping[Shelf, Records]) -> list[ShelfPage]:
    """Return the pages of a shelf, at least one."""
    records = shelves[shelf]
    if shelf.kind == "country":
        return _pages_of_country(shelf, records, shelves)
    chunks = _chunks(records)
    return [
        ShelfPage(shelf, number, len(chunks), len(records), (("", chunk),))
        for number, chunk in enumerate(chunks, 1)
    ]


def wider_shelves(country: str, shelves: Mapping[Shelf, Records]) -> dict[str, list[Shelf]]:
    """Return {scope: shelves} of who serves a country without naming it."""
    regional = [Shelf("area", code) for code in REGIONS if code in regions_of(country)]
    found = {"region": regional, "world": [Shelf("area", WORLDWIDE)]}
    return {scope: [one for one in them if one in shelves] for scope, them in found.items()}


def _served_through_regions(shelves):
    regional = {shelf.code for shelf in shelves if shelf.kind == "area"} - {WORLDWIDE}
    return sorted(code for code in COUNTRIES if not regional.isdisjoint(regions_of(code)))


def _pages_of_country(shelf, direct, shelves):
    wider = wider_shelves(shelf.code, shelves)
    seen = {record["slug"] for record in direct}
    by_scope = {}
    for scope, them in wider.items():
        by_scope[scope] = _united((shelves[one] for one in them), seen)
        seen |= {record["slug"] for record in by_scope[scope]}
    chunks = _chunks(direct) if direct else []
    pages = [[(SCOPES[0], chunk)] for chunk in chunks] or [[]]
    room = PAGE_SIZE - sum(len(records) for _scope, records in pages[-1])
    elsewhere = []
    for scope, records in by_scope.items():
        if len(records) <= room:
            room -= len(records)
            pages[-1] += [(scope, records)] if records else []
        else:
            room = 0  # who serves the world does not come before who serves the region
            elsewhere += wider[scope]
    return [
        ShelfPage(shelf, number, len(pages), len(seen), tuple(groups), tuple(elsewhere))
        for number, groups in enumerate(pages, 1)
    ]


def _united(lists, without):
    """Return the records of the lists by name, each once."""
    found = {record["slug"]: record for records in lists for record in records}
    return sorted(
        (record for slug, record in found.items() if slug not in without),
        key=lambda record: sort_key(record["name"]),
    )


def _chunks(records):
    return [records[start : start + PAGE_SIZE] for start in range(0, len(records), PAGE_SIZE)] or [records]
