import pytest

from cms.common.http.clients import client_network
from cms.common.http.rates import Rate, parse_rate

HERE = "203.0.113.7"  # for documentation: not of the internet, as far as Python knows
OUTSIDE = "8.8.8.8"


@pytest.mark.parametrize(
    ("peer", "forwarded", "proxies", "expected"),
    [
        # Nobody said how many proxies there are.
        (OUTSIDE, "", None, OUTSIDE),
        (OUTSIDE, "1.2.3.4", None, OUTSIDE),
        ("127.0.0.1", "1.2.3.4", None, None),
        ("10.1.2.3", "1.2.3.4", None, None),
        ("", "1.2.3.4", None, None),
        ("::1", "", None, None),
        # There is none: whatever a visitor claims is not read.
        (OUTSIDE, "1.2.3.4", 0, OUTSIDE),
        ("127.0.0.1", "1.2.3.4", 0, "127.0.0.1"),
        ("", "1.2.3.4", 0, None),
        # One: what it added is last.
        ("10.0.0.1", "1.2.3.4", 1, "1.2.3.4"),
        ("", "1.2.3.4", 1, "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6, 1.2.3.4", 1, "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6,7.7.7.7 , 1.2.3.4 ", 1, "1.2.3.4"),
        ("10.0.0.1", "", 1, "10.0.0.1"),
        ("", "", 1, None),
        # Two: a request that came past the first of them has too few entries.
        ("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", 2, "1.2.3.4"),
        ("10.0.0.1", "6.6.6.6", 2, "10.0.0.1"),
        # Forms in which proxies write.
        ("", "1.2.3.4:5678", 1, "1.2.3.4"),
        ("", "[2001:db8:1:2::9]:443", 1, "20010db800010002/64"),
        ("", "[2001:db8:1:2::9]", 1, "20010db800010002/64"),
        ("", "2001:db8:1:2:3:4:5:6", 1, "20010db800010002/64"),
        ("", "::ffff:1.2.3.4", 1, "1.2.3.4"),
        ("", "unknown", 1, None),
        ("", "1.2.3.4, ", 1, None),
        ("", "1.2.3.999", 1, None),
        ("", "\xff\x00" * 3000, 1, None),
        (",", ",,,,", 3, None),
    ],
)
def test_a_visitor_is_told_by_what_our_own_proxies_say(peer, forwarded, proxies, expected):
    assert client_network(peer, forwarded, proxies) == expected


def test_neighbours_in_one_household_count_together_and_other_households_do_not():
    one, two, other = (
        client_network(f"2001:4860:0:{net}", "", 0) for net in ("1::1", "1:ffff:ffff::2", "2::1")
    )
    assert one == two != other


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("300/min", Rate(300, 60)),
        ("5/s", Rate(5, 1)),
        ("1/hour", Rate(1, 3600)),
        ("9999999/m", Rate(9999999, 60)),
    ],
)
def test_a_rate_is_a_number_in_a_period(text, expected):
    assert parse_rate(text) == expected


@pytest.mark.parametrize(
    "text", ["", "300", "0/min", "-1/min", "3.5/min", "300/week", "300/min ", "min/300", "٣/min"]
)
def test_anything_else_is_no_rate(text):
    with pytest.raises(ValueError, match="300/min"):
        parse_rate(text)
