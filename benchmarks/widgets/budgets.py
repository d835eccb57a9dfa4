"""What an embed may cost: a target to be aimed at, a limit that holds. Bytes are those of brotli, times are ms."""

from typing import NamedTuple

from benchmarks.report import number

BROKEN = "**no**"


class Budget(NamedTuple):
    """A number that is not to be exceeded; the words for it, and what it counts."""

    what: str
    target: float
    limit: float
    unit: str


BUDGETS = {
    "code": Budget("code, styles and words before the first marker", 10_000, 15_000, "bytes"),
    "second": Budget("second module: list, filters, words", 15_000, 20_000, "bytes"),
    "base map": Budget("base map with countries", 14_000, 18_000, "bytes"),
    "overview": Budget("overview.json", 1200, 2000, "bytes"),
    "plain": Budget("page without scripts: HTML and picture", 40_000, 100_000, "bytes"),
    "bytes": Budget("everything until the first marker", 26_000, 35_000, "bytes"),
    "pinned": Budget("requests until the first marker, pinned", 2, 2, ""),
    "floating": Budget("requests until the first marker, floating", 3, 3, ""),
    "marker": Budget("first marker", 1500, 1900, "ms"),
    "hosts": Budget("hosts that are asked in a whole visit", 1, 1, ""),
    "cookies": Budget("cookies set or sent in a whole visit", 0, 0, ""),
    "stored": Budget("anything stored in a whole visit", 0, 0, ""),
    "zoom": Budget("loaded by going near to a country", 16_000, 21_000, "bytes"),
    "task": Budget("longest task of a whole visit", 75, 100, "ms"),
    "heap": Budget("script heap after a whole visit", 3_000_000, 5_000_000, "bytes"),
}


def verdict(name: str, measured: float, condition: str = "") -> list[str]:
    """Return a row: what, target, limit, measured, and which of them holds; `condition` says when it was measured."""
    what, target, limit, unit = BUDGETS[name]
    holds = "target" if measured <= target else "limit" if measured <= limit else BROKEN
    what = f"{what}, {condition}" if condition else what
    return [what, *(f"{number(value)} {unit}".strip() for value in (target, limit, measured)), holds]


def organisations(count: int) -> str:
    """Return the condition of so many organisations."""
    return f"{count:,} organisations"
