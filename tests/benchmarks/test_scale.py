"""The numbers of docs/scale.md are what the arithmetic gives, and the arithmetic is right."""

import dataclasses

import pytest

from benchmarks.report import MARKERS
from benchmarks.scale import __main__ as page
from benchmarks.scale import arithmetic as scale

FOUND = scale.read_measured(scale.MEASURED.read_text(encoding="utf-8"))
GIVEN = scale.Assumptions()


def load(given, name):
    return next(
        one
        for kind in scale.kinds(given, FOUND)
        if (one := scale.load_of(kind, given)).kind.name.startswith(name)
    )


def with_(**changes):
    return dataclasses.replace(GIVEN, **changes)


@pytest.mark.parametrize("name", page.tables(GIVEN, FOUND))
def test_the_page_says_what_the_arithmetic_gives(name):
    start, end = (marker.format(name=name) for marker in MARKERS)
    table = page.PAGE.read_text(encoding="utf-8").split(start)[1].split(end)[0].strip()
    assert table == page.tables(GIVEN, FOUND)[name], "python -m benchmarks.scale --write"


def test_what_was_measured_is_read_from_its_page():
    assert FOUND.loader > 20_000 > FOUND.overview
    assert FOUND.directory > 100_000
    assert FOUND.unchanged_rate > FOUND.api_rate > 100


def test_a_page_without_the_numbers_is_noticed():
    with pytest.raises(scale.NotMeasured, match="has no"):
        scale.read_measured("nothing")


def test_everybody_new_loads_everything_and_nobody_revalidates():
    given = with_(views=1000, new=1, soon=0, near=1, plain=0)
    assert [load(given, name).whole for name in ("loader", "overview", "modules", "directory")] == [
        1000,
        1000,
        3000,
        1000,
    ]
    assert load(given, "loader").unchanged == 0
    assert load(given, "directory").bytes == 1000 * (FOUND.directory + scale.HEADERS)


def test_whoever_comes_back_at_once_asks_for_nothing_and_later_for_a_304():
    assert load(with_(new=0, soon=1), "loader").requests == 0
    later = with_(views=1000, new=0, soon=0, plain=0)
    assert (load(later, "loader").whole, load(later, "loader").unchanged) == (0, 1000)
    assert load(later, "modules").requests == 0


def test_the_origin_behind_a_cdn_does_not_see_the_visitors():
    assert scale.origin_requests(with_(views=1e9)) == scale.origin_requests(GIVEN) == 100 * 60 * 288


def test_limits_are_in_the_order_in_which_they_are_reached():
    views = [limit.views for limit in scale.limits(GIVEN, FOUND)]
    assert views == sorted(views)
    assert scale.limits(GIVEN, FOUND)[0].what.startswith("network")


def test_twice_the_peak_halves_a_limit_and_twice_the_network_doubles_it():
    first = scale.limits(GIVEN, FOUND)[0].views
    assert scale.limits(with_(peak=10), FOUND)[0].views == pytest.approx(first / 2)
    network = {limit.what: limit.views for limit in scale.limits(with_(gbit=2), FOUND)}
    assert network["network of one machine, no CDN"] == pytest.approx(first * 2)


def test_costs_add_up():
    *rows, (_, low, high) = scale.costs(GIVEN, FOUND)
    assert low == pytest.approx(sum(row[1] for row in rows))
    assert high == pytest.approx(sum(row[2] for row in rows))


def test_other_assumptions_are_options(capsys):
    page.main(["--views", "1000", "--page-ms", "5"])
    out = capsys.readouterr().out
    assert "| `--views` | 1,000 |" in out
    assert "| `--page-ms` | 5 |" in out


@pytest.mark.parametrize(
    "arguments",
    [["--views", "-1"], ["--new", "0.9", "--soon", "0.2"], ["--views", "many"], ["--unknown", "1"]],
)
def test_odd_assumptions_are_refused_with_a_sentence(arguments, capsys):
    with pytest.raises(SystemExit) as refusal:
        page.main(arguments)
    assert refusal.value.code == 2
    assert "error:" in capsys.readouterr().err
