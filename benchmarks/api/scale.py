"""What a hundred, a thousand, ten thousand and more organisations cost: answers, publication, memory."""

import time
from collections.abc import Callable

from benchmarks.api.cases import live
from benchmarks.api.load import Side, compare, first_answer
from benchmarks.api.memory import of_workers
from benchmarks.api.options import Options
from benchmarks.report import megabytes, number, table

# Rounds under load: rates are for orientation here, processor time is what is compared.
ROUNDS = 2
GROWTH, PUBLISH_COUNT, PUBLISH_SECONDS = 1.5, 10_000, 10
SLOWEST_MS = 100


def measure(options: Options, stage: Callable) -> dict:
    """Return {number of organisations: what it costs}."""
    return {"counts": {str(count): _measure(stage(count), count, options) for count in options.counts}}


def _measure(here, count, options):
    result = {"publish": here.task("publish"), "publish a change": here.task("publish_change")}
    sizes = {path: path.stat().st_size for path in here.published.resolve().rglob("*") if path.is_file()}
    index = sum(size for path, size in sizes.items() if path.parent.name == ".index")
    result |= {"index": index, "files": sum(sizes.values()) - index}
    result["processor"] = here.task("cost", count, options.processor_seconds)
    cases = {case.name: case for case in live(count)}
    began = time.monotonic()
    with here.ours() as server:
        sides = {name: Side(server, case) for name, case in cases.items()}
        first_answer(sides["list of 20"])
        result["started in"] = time.monotonic() - began
        result["rates"] = compare(sides, options, ROUNDS)
        result["workers"] = of_workers(server.pid)
    return result


def tables(result: dict) -> list[str]:
    """Return the tables: a column for each number of organisations."""
    counts = result["counts"]
    each = list(counts.values())
    heads = ["", *(f"{int(count):,}" for count in counts)]
    cases = list(each[0]["processor"])
    cost = [[name, *(number(one["processor"][name]) for one in each)] for name in cases]
    growth = ["list of 20, beside the fewest", *(f"{grown:.2f}" for grown in _growth(result))]
    rates = [
        [
            name,
            *(f"{number(one['rates'][name]['rate'])} ({number(one['rates'][name]['p99'])})" for one in each),
        ]
        for name in cases
    ]
    others = [
        ["first publication, s", *(number(one["publish"]["seconds"]) for one in each)],
        ["of which processor time, s", *(number(one["publish"]["processor"]) for one in each)],
        [
            "publication after a change of one, s",
            *(number(one["publish a change"]["seconds"]) for one in each),
        ],
        ["publication's most memory, MB", *(megabytes(one["publish"]["memory"]) for one in each)],
        ["all files of a release, MB", *(megabytes(one["files"]) for one in each)],
        ["index, MB", *(megabytes(one["index"]) for one in each)],
        ["memory of one worker (PSS), MB", *(megabytes(one["workers"]["each"]) for one in each)],
        ["both workers start and answer in, s", *(number(one["started in"]) for one in each)],
    ]
    return [
        "Processor time of one answer, in ms, without server and client:",
        table(heads, [*cost, growth]),
        "Requests per second (and p99 in ms) from two workers:",
        table(heads, rates),
        "Publishing and memory:",
        table(heads, others),
    ]


def verdicts(result: dict) -> list[tuple[str, str, str, bool]]:
    """Return (what is asked for, limit, measured, whether it holds)."""
    found = []
    for count, grown in list(zip(result["counts"], _growth(result), strict=True))[1:]:
        claim = f"list of 20 with {int(count):,} organisations, beside the fewest"
        found.append((claim, f"at most {GROWTH} times", f"{grown:.2f}", grown <= GROWTH))
    published = result["counts"].get(str(PUBLISH_COUNT))
    if published:
        seconds = published["publish"]["seconds"]
        claim = f"publishing {PUBLISH_COUNT:,}"
        found.append((claim, f"under {PUBLISH_SECONDS} s", f"{number(seconds)} s", seconds < PUBLISH_SECONDS))
    rates = [rate for one in result["counts"].values() for rate in one["rates"].values()]
    slow = max(rate["p99"] for rate in rates)
    claim = "the slowest kind of question at any number: p99"
    found.append((claim, f"under {SLOWEST_MS} ms", f"{number(slow)} ms", slow < SLOWEST_MS))
    errors = sum(rate["errors"] for rate in rates)
    return [*found, ("live API at every number: errors", "none", number(errors), errors == 0)]


def _growth(result):
    costs = [one["processor"]["list of 20"] for one in result["counts"].values()]
    return [cost / costs[0] for cost in costs]
