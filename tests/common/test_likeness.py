"""A second entry about the same organisation is noticed; different ones are not confused."""

import pytest

from cms.common.likeness import Entry, alike, website_host

OTHERS = [
    Entry(1, "Front Line Defenders", "", "FLD", "https://www.frontlinedefenders.org/es"),
    Entry(2, "Comisión Española de Ayuda al Refugiado", "", "CEAR", "https://www.cear.es/"),
    Entry(3, "Euskal Sarea", "Red Vasca", "", "https://facebook.com/euskalsarea"),
    Entry(4, "الشبكة العربية للدفاع", "", "", ""),
    Entry(5, "Red", "", "", ""),
]


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (Entry(None, "Something else", website="http://frontlinedefenders.org"), [(1, "website")]),
        (Entry(None, "FRONT LINE DEFENDERS"), [(1, "name")]),
        (Entry(None, "The Front-Line Defenders Foundation"), [(1, "name")]),
        (Entry(None, "comision espanola de ayuda al refugiado"), [(2, "name")]),
        (Entry(None, "Comisión Española de Ayuda al Refugiados"), [(2, "similar")]),
        (Entry(None, "Otra", acronym="c.e.a.r."), [(2, "acronym")]),
        (Entry(None, "Otra", other_name="Red Vasca"), [(3, "name")]),
        (Entry(None, "الشَّبَكَة العَرَبِيّة للدفاع"), [(4, "name")]),
        # Different ones.
        (Entry(None, "Otra", website="https://facebook.com/otra"), []),
        (Entry(None, "Rad"), []),
        (Entry(None, "Euskal Herria"), []),
        (Entry(None, ""), []),
        (Entry(None, "Otra", acronym="F"), []),
        (Entry(None, "Otra", website="nonsense"), []),
        (Entry(None, "Otra", website="https://[bad"), []),
        (Entry(None, "\x00\u202e"), []),
        (Entry(None, "x" * 10_000), []),
    ],
)
def test_who_may_be_the_same(new, found):
    assert [(one.entry.key, one.reason) for one in alike(new, OTHERS)] == found


def test_the_best_reason_comes_first_and_the_list_is_short():
    many = [Entry(number, "Front Line Defenders") for number in range(9)] + [
        Entry(99, "X", website="https://a.org")
    ]
    found = alike(Entry(None, "Front line defenders", website="https://www.a.org"), many)
    assert [one.entry.key for one in found] == [99, 0, 1]


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Example.org/x", "example.org"),
        ("https://blog.example.org", "blog.example.org"),
        ("https://www.facebook.com/x", ""),
        ("", ""),
        ("https://[", ""),
    ],
)
def test_the_host_says_whose_a_website_is(address, host):
    assert website_host(address) == host
