"""The live API beside stock endpoints on the same data: a list of 20, one organisation, all of them."""

import json
import statistics
import time

from benchmarks.api import task
from benchmarks.api.cases import LIST, Case, live, stock
from benchmarks.api.data import prepare
from benchmarks.api.load import Side, compare, first_answer
from benchmarks.api.options import Options
from benchmarks.api.report import number, ratio, table
from benchmarks.api.servers import granian

OURS, STOCK, TUNED = "this project", "stock `fields=*`", "stock, queries counted"
STOCK_SETTINGS = "benchmarks.api.stock_settings"
KINDS = ("list of 20", "detail")
PAGE = 100
ALL_ROUNDS = 3


def measure(options: Options) -> dict:
    """Return what each side answers per second, and how long all organisations take."""
    environment = prepare(options.count, options.folder)
    task.run(environment, "publish")
    with (
        granian(OURS, environment) as ours,
        granian(STOCK, environment, settings=STOCK_SETTINGS) as theirs,
    ):
        everything = {
            OURS: [
                Side(ours, Case("all", (f"{LIST}?limit={PAGE}&offset={offset}",)))
                for offset in range(0, options.count, PAGE)
            ],
            STOCK: [Side(theirs, Case("all", (f"/stock/organisations/?fields=*&limit={options.count}",)))],
            TUNED: [Side(theirs, Case("all", (f"/stock/tuned/?fields=*&limit={options.count}",)))],
        }
        holds = {name: held(sides) for name, sides in everything.items()}
        if len({tuple(one.values()) for one in holds.values()}) != 1:
            raise ValueError(f"The sides do not hold the same data: {holds}")
        cases = {
            OURS: (ours, live(options.count)),
            STOCK: (theirs, stock(options.count, "organisations")),
            TUNED: (theirs, stock(options.count, "tuned")),
        }
        rates = {
            kind: compare(
                {
                    name: Side(server, next(case for case in known if case.name == kind))
                    for name, (server, known) in cases.items()
                },
                options.rounds,
                options.seconds,
            )
            for kind in KINDS
        }
        file = Side(ours, Case("all", ("/published/v1/directory.es.json",), (("Accept-Encoding", "br"),)))
        return {
            "count": options.count,
            "holds": holds[OURS],
            "rates": rates,
            "all": time_all(everything | {"the published file": [file]}),
        }


def held(sides: list[Side]) -> dict[str, int]:
    """Return how many organisations, places that are not hidden, channels and texts the answers hold."""
    items = [item for side in sides for item in json.loads(first_answer(side)[1])["items"]]
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
            number(one["rate"]),
            ratio(sides[OURS]["rate"], one["rate"]) if name != OURS else "",
            number(one["p50"]),
            number(one["p99"]),
            number(one["errors"]),
        ]
        for kind, sides in result["rates"].items()
        for name, one in sides.items()
    ]
    heads = [
        "asked for",
        "answered by",
        "requests/s",
        "this project is faster by",
        "p50, ms",
        "p99, ms",
        "errors",
    ]
    all_rows = [
        [name, number(seconds * 1000), ratio(seconds, result["all"][OURS]) if name != OURS else ""]
        for name, seconds in result["all"].items()
    ]
    holds = ", ".join(f"{value:,} {name}" for name, value in result["holds"].items())
    return [
        table(heads, rows),
        f"All {result['count']:,} by one client, one request after the other ({holds} on every side):",
        table(["answered by", "ms", "times as long as this project's lists of 100"], all_rows),
    ]


def verdicts(result: dict) -> list[tuple[str, str, str, bool]]:
    """Return (what is asked for, limit, measured, whether it holds)."""
    found = []
    for kind, least in (("list of 20", 25), ("detail", 5)):
        sides = result["rates"][kind]
        faster = sides[OURS]["rate"] / sides[STOCK]["rate"]
        found.append(
            (f"{kind}: requests/s beside stock", f"at least {least} times", f"{faster:.1f}", faster >= least)
        )
        slow = sides[OURS]["p99"]
        found.append((f"{kind}: p99", "under 100 ms", f"{number(slow)} ms", slow < 100))
        errors = sum(one["errors"] for one in sides.values())
        found.append((f"{kind}: errors", "none", number(errors), errors == 0))
    return found
