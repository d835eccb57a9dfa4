"""The tables of docs/scale.md, and other ones for other assumptions."""

import argparse
import re
import sys
from dataclasses import fields
from pathlib import Path

from benchmarks import report
from benchmarks.scale import arithmetic
from benchmarks.scale.arithmetic import (
    DAY,
    MEASURED,
    ROOT,
    Assumptions,
    Measured,
    costs,
    kinds,
    limits,
    load_of,
    origin_requests,
    read_measured,
)

PAGE = ROOT / "docs" / "scale.md"


def assumed(given: Assumptions) -> str:
    """Return the table of what is assumed."""
    words = dict(
        re.findall(
            r"^    (\w+): float = \S+  # (.+)$",
            Path(arithmetic.__file__).read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    )
    rows = [
        [f"`--{field.name.replace('_', '-')}`", report.number(getattr(given, field.name)), words[field.name]]
        for field in fields(given)
    ]
    return report.table(["option", "assumed", "what"], rows)


def traffic(given: Assumptions, found: Measured) -> str:
    """Return the table of what reaches the edge."""
    loads = [load_of(kind, given) for kind in kinds(given, found)]
    rows = [
        [
            load.kind.name,
            load.kind.kept,
            report.number(load.kind.size),
            report.number(load.requests / 1e6),
            report.number(load.requests / DAY),
            report.number(load.requests / DAY * given.peak),
            report.number(load.bytes / 1e9),
        ]
        for load in loads
    ]
    requests, size = sum(load.requests for load in loads), sum(load.bytes for load in loads)
    rows.append(
        [
            "together",
            "",
            "",
            *(
                report.number(value)
                for value in (requests / 1e6, requests / DAY, requests / DAY * given.peak, size / 1e9)
            ),
        ]
    )
    heads = [
        "kind of address",
        "kept",
        "bytes",
        "million requests a day",
        "a second, mean",
        "a second, peak",
        "GB a day",
    ]
    return report.table(heads, rows)


def behind(given: Assumptions, found: Measured) -> str:
    """Return the table of what is left for the origin behind a CDN."""
    edge = sum(load_of(kind, given).requests for kind in kinds(given, found))
    origin = min(origin_requests(given), edge)
    size = sum(load_of(kind, given).bytes for kind in kinds(given, found))
    rows = [
        ["bits a second at the edge, peak", f"{report.number(size / DAY * given.peak * 8 / 1e9)} Gbit"],
        ["requests to the origin for files, a day at most", report.number(origin)],
        ["the same, a second", report.number(origin / DAY)],
        ["answered by the CDN", f"{100 * (1 - origin / edge):.1f} %"],
        [
            "requests to the live API, a second at the peak",
            report.number(given.views * given.api / DAY * given.peak),
        ],
        [
            "part of what two processors answer",
            f"{100 * given.views * given.api / DAY * given.peak / found.api_rate:.2f} %",
        ],
        [
            "pages of the guidance site, a second at the peak",
            report.number(given.views * given.pages / DAY * given.peak),
        ],
        [
            "processors busy with them",
            report.number(given.views * given.pages / DAY * given.peak * given.page_ms / 1000),
        ],
        ["questions to PostgreSQL for any of the files, embed pages and the API but `pages/`", "0"],
    ]
    return report.table(["what", "how much"], rows)


def breaking(given: Assumptions, found: Measured) -> str:
    """Return the table of what breaks first."""
    rows = [[limit.what, report.number(limit.views / 1e6), limit.then] for limit in limits(given, found)]
    return report.table(["what is full", "at so many million views a day", "then"], rows)


def priced(given: Assumptions, found: Measured) -> str:
    """Return the table of what it costs."""
    rows = [[what, report.number(low), report.number(high)] for what, low, high in costs(given, found)]
    return report.table(["what", "euros a month, from", "to"], rows)


def tables(given: Assumptions, found: Measured) -> dict[str, str]:
    """Return {name of its place on the page: table}."""
    return {
        "scale, assumed": assumed(given),
        "scale, traffic": traffic(given, found),
        "scale, origin": behind(given, found),
        "scale, limits": breaking(given, found),
        "scale, costs": priced(given, found),
    }


def main(arguments: list[str] | None = None) -> None:
    """Print the tables, or write them into the page."""
    parser = argparse.ArgumentParser(description="What so many views a day ask for, from what was measured.")
    for field in fields(Assumptions):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=float, default=field.default)
    parser.add_argument("--write", action="store_true", help="write the tables into docs/scale.md")
    chosen = vars(parser.parse_args(arguments))
    write = chosen.pop("write")
    if not 0 <= chosen["new"] + chosen["soon"] <= 1 or any(value < 0 for value in chosen.values()):
        parser.error("Numbers are not negative, and --new and --soon together are at most 1.")
    found = read_measured(MEASURED.read_text(encoding="utf-8"))
    for name, table in tables(Assumptions(**chosen), found).items():
        if write:
            report.write(PAGE, name, table)
        else:
            sys.stdout.write(f"{name}\n\n{table}\n\n")


if __name__ == "__main__":
    main()
