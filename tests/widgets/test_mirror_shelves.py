"""The lists of a static copy stay in proportion to the number of organisations."""

from cms.common.territories import COUNTRIES
from tests.widgets.directories import record
from widgets.listing import PAGE_SIZE
from widgets.mirror.layout import ALL, URGENT, Shelf
from widgets.mirror.shelves import fill, pages_of

CODES = {"role": ("accompaniment", "training"), "service": ("legal",)}


def shelves_of(*records):
    return fill(records, CODES)


def world(count):
    return [record(f"w{number:04}", areas_served=["worldwide"]) for number in range(count)]


def names(page):
    return [(scope, [one["slug"] for one in records]) for scope, records in page.groups]


def test_an_organisation_is_on_the_list_of_everything_it_does():
    shelves = shelves_of(record("a", areas_served=["CO", "CO", "europe"], urgent_help=True))
    assert set(shelves) >= {
        ALL,
        URGENT,
        Shelf("country", "CO"),
        Shelf("area", "europe"),
        Shelf("role", "accompaniment"),
        Shelf("service", "legal"),
    }
    assert all(len(them) <= 1 for them in shelves.values())


def test_codes_that_nobody_knows_have_no_list():
    shelves = shelves_of(record("a", areas_served=["../../etc", "ZZ"], roles=["../x"], services=["unknown"]))
    assert set(shelves) == {ALL}


def test_a_country_that_is_served_through_its_region_has_a_list():
    (page,) = pages_of(Shelf("country", "KE"), shelves_of(record("a", areas_served=["africa"])))
    assert names(page) == [("region", ["a"])]


def test_who_serves_a_country_its_region_and_the_world_comes_in_that_order_once():
    shelves = shelves_of(
        record("a", areas_served=["worldwide"]),
        record("b", areas_served=["africa", "worldwide"]),
        record("c", areas_served=["EG", "mena", "worldwide"]),
        record("d", areas_served=["mena", "africa"]),
    )
    (page,) = pages_of(Shelf("country", "EG"), shelves)
    assert names(page) == [("country", ["c"]), ("region", ["b", "d"]), ("world", ["a"])]
    assert (page.total, page.elsewhere) == (4, ())


def test_who_finds_no_room_on_a_countrys_page_is_one_link_away():
    shelves = shelves_of(record("a", areas_served=["CO"]), *world(PAGE_SIZE))
    (page,) = pages_of(Shelf("country", "CO"), shelves)
    assert names(page) == [("country", ["a"])]
    assert (page.total, page.elsewhere) == (PAGE_SIZE + 1, (Shelf("area", "worldwide"),))


def test_the_world_does_not_come_before_the_region():
    many = [record(f"r{number}", areas_served=["americas"]) for number in range(PAGE_SIZE + 1)]
    (page,) = pages_of(Shelf("country", "CO"), shelves_of(*many, *world(1)))
    assert page.elsewhere == (Shelf("area", "americas"), Shelf("area", "worldwide"))
    assert names(page) == []


def test_long_lists_have_several_pages_and_nobody_is_lost():
    pages = pages_of(ALL, shelves_of(*world(PAGE_SIZE * 2 + 1)))
    assert [(page.number, page.pages, len(page.groups[0][1])) for page in pages] == [
        (1, 3, PAGE_SIZE),
        (2, 3, PAGE_SIZE),
        (3, 3, 1),
    ]


def test_an_empty_directory_has_one_empty_list():
    (page,) = pages_of(ALL, shelves_of())
    assert (page.total, page.pages) == (0, 1)


def test_organisations_that_serve_the_world_add_no_page_per_country():
    everywhere = [record(f"c{number}", areas_served=[code]) for number, code in enumerate(sorted(COUNTRIES))]
    few = shelves_of(*everywhere, *world(10))
    many = shelves_of(*everywhere, *world(2000))
    count = {id(shelves): sum(len(pages_of(shelf, shelves)) for shelf in shelves) for shelves in (few, many)}
    # On the lists of all, of their role, their service and their area; nowhere else.
    assert count[id(many)] - count[id(few)] <= 4 * 2000 / PAGE_SIZE
