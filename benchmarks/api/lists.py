"""The live API beside stock endpoints on the same data: a list of 20, one organisation, all of them."""

import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from benchmarks.api.cases import LIST, Case, live, stock
from benchmarks.api.load import Side, compare, first_answer
from benchmarks.api.options import Options
from benchmarks.report import number, ratio, table, times

OURS, STOCK, TUNED = "this project", "stock `fields=*`", "stock, queries counted"
ENDPOINTS = {STOCK: "organisations", TUNED: "tuned"}
KINDS = ("list of 20", "detail")
# (kind, so many times stock at least), and the slowest that one answer in a hundred may be.
TARGETS = (("list of 20", 25), ("detail", 5))
SLOWEST_MS = 100
PAGE = 100
# Sixteen answers of a stock list take a second or two: in short rounds most of them would not be counted.
LIST_ROUND = 3
ALL_ROUNDS = 3


def measure(options: Options, stage: Callable) -> dict:
    """Return what each side answers per second, what an answer costs, and how long all organisations take."""
    here = stage(options.count)
    here.task("publish")
    with here.ours() as ours, here.stock() as theirs:
        everything = {OURS: _all_of_ours(ours, options.count)} | {
            name: [Side(theirs, Case("all", (f"/stock/{endpoint}/?fields=*&limit={options.count}",)))]
            for name, endpoint in ENDPOINTS.items()
        }
        holds = {name: held(items_of(sides)) for name, sides in everything.items()}
        if any(one != holds[OURS] for one in holds.values()):
            raise ValueError(f"The sides do not hold the same data: {holds}")
        keys = [item["id"] for item in items_of(everything[STOCK])]
        cases = {OURS: (ours, live(options.count))} | {
            name: (theirs, stock(keys, endpoint)) for name, endpoint in ENDPOINTS.items()
        }
        file = Side(ours, Case("all", ("/published/v1/directory.es.json",), (("Accept-Encoding", "br"),)))
        return {
            "count": options.count,
            "holds": holds[OURS],
            "rates": {kind: compare(_sides(cases, kind), _longer(options, kind)) for kind in KINDS},
            "processor": {OURS: here.task("cost", options.count, options.processor_seconds)}
            | {
                name: here.task("stock_cost", endpoint, options.processor_seconds)
                for name, endpoint in ENDPOINTS.items()
            },
            "all": time_all(everything | {"the published file": [file]}),
        }


def _all_of_ours(server, count):
    return [
        Side(server, Case("all", (f"{LIST}?limit={PAGE}&offset={offset}",)))
        for offset in range(0, count, PAGE)
    ]


def _longer(options, kind):
    return replace(options, seconds=options.seconds * LIST_ROUND) if kind == KINDS[0] else options


def _sides(cases, kind):
    return {
        name: Side(server, next(case for case in known if case.name == kind))
        for name, (server, known) in cases.items()
    }


def items_of(sides: list[Side]) -> list[dict]:
    """Return the organisations in the answers."""
    return [item for side in sides for item in json.loads(first_answer(side)[1])["items"]]


def held(items: list[dict]) -> dict[str, int]:
    """Return how many organisations, places that are not hidden, channels and texts there are."""
    return {
        "organisations": len(items),
        "places": sum(place["precision"] != "hidden" for item in items for place in item["places"]),
        "channels": sum(len(item.get("contacts", item.get("channels", ()))) for item in items),
        "texts": sum(_texts(item) for item in items),
    }


def _texts(item):
    if "texts" in item:
        return sum(bool(value) for text in item["texts"] for value in text.values())
    return sum(bool(item[name]) for name in ("summary", "description", "how_to_ask_for_help", "hours"))


def time_all(everything: dict[str, list[Side]]) -> dict[str, float]:
    """Return {side: seconds until one client, one request after the other, has all organisations}."""
    times: dict[str, list[float]] = {name: [] for name in everything}
    for _ in range(ALL_ROUNDS):
        for name, sides in everything.items():
            began = time.monotonic()
            for side in sides:
                first_answer(side)
            times[name].append(time.monotonic() - began)
    return {name: statistics.median(some) for name, some in times.items()}


def tables(result: dict) -> list[str]:
    """Return the tables."""
    rows = [
        [
            kind,
            name,
            *(number(one[value]) for value in ("rate", "p50", "p99", "errors")),
            number(result["processor"][name][kind]),
            ratio(sides[OURS]["rate"], one["rate"]) if name != OURS else "",
        ]
        for kind, sides in result["rates"].items()
        for name, one in sides.items()
    ]
    heads = [
        *("asked for", "answered by", "requests/s", "p50, ms", "p99, ms", "errors"),
        *("processor time, ms", "this project is faster by"),
    ]
    all_rows = [[name, number(seconds * 1000)] for name, seconds in result["all"].items()]
    holds = ", ".join(f"{value:,} {name}" for name, value in result["holds"].items())
    return [
        table(heads, rows),
        f"All {result['count']:,} for one client, one request after the other: lists of {PAGE}, one stock list, one "
        f"file. Every side holds {holds}:",
        table(["answered by", "ms"], all_rows),
    ]


def verdicts(result: dict) -> list[tuple[str, str, str, bool]]:
    """Return (what is asked for, limit, measured, whether it holds)."""
    found = []
    for kind, least in TARGETS:
        sides = result["rates"][kind]
        faster, slow = times(sides[OURS]["rate"], sides[STOCK]["rate"]), sides[OURS]["p99"]
        errors = sum(one["errors"] for one in sides.values())
        found += [
            (
                f"{kind}: requests/s beside stock",
                f"at least {least} times",
                ratio(faster, 1),
                faster >= least,
            ),
            (f"{kind}: p99", f"under {SLOWEST_MS} ms", f"{number(slow)} ms", slow < SLOWEST_MS),
            (f"{kind}: errors", "none", number(errors), errors == 0),
        ]
    return found
