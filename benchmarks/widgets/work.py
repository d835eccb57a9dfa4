"""What an embed asks of the visitor's device: its longest task, with and without JIT, and its memory."""

from benchmarks.report import megabytes, number, ratio, table
from benchmarks.widgets import measure as visits
from benchmarks.widgets.budgets import organisations, verdict
from benchmarks.widgets.options import Options
from benchmarks.widgets.stage import JITLESS, Stage

OURS = ("floating", "directory")
BESIDE = "floating"
MEMORY = ("heap", "buffers")
FLAGS = {"with JIT": (), "without JIT": (JITLESS,)}


def measure(options: Options, stage: Stage) -> dict:
    """Return {flags: {embed: {step: longest task, heap, buffers}}} for the most organisations."""
    count = max(options.counts)
    names = ("empty", *OURS, *stage.names)
    found: dict = {"count": count, "titles": {}, "runs": {}}
    with stage.site(count) as site:
        found["titles"] = {name: site.embeds[name].title for name in names}
        for kind, flags in FLAGS.items():
            with stage.browser(*flags) as browser:
                found["runs"][kind] = {name: _medians(browser, site, name, options) for name in names}
    return found


def _medians(browser, site, name, options):
    steps = ("nothing", *(step for step in site.embeds[name].can if step in (*options.steps, "drawn")))
    return visits.medians(
        [visits.work(browser, site.address(name), steps, options) for _ in range(options.repeat)]
    )


def longest(found: dict, last: int | None = None) -> float:
    """Return the longest task of a visit; `last` steps only."""
    return max([time for step, time in found.items() if step not in MEMORY][:last])


# Until its content is there: before the first step, waiting, and the step that waits for content.
COMING = 3


def tables(result: dict) -> list[str]:
    """Return the table."""
    quick, slow = (result["runs"][kind] for kind in FLAGS)
    ours = [longest(runs[BESIDE], COMING) for runs in (quick, slow)]
    rows = [
        [
            title,
            *_coming(name, quick[name], ours[0]),
            *_coming(name, slow[name], ours[1]),
            *(number(longest(runs[name])) if name in OURS else "" for runs in (quick, slow)),
            *(megabytes(quick[name][what]) for what in MEMORY),
        ]
        for name, title in result["titles"].items()
    ]
    heads = [
        *("embed", "longest task while it comes, ms", "times ours", "without JIT, ms", "times ours"),
        *("longest of a whole visit, ms", "without JIT, ms", "heap, MB", "beside the heap, MB"),
    ]
    return [f"{organisations(result['count'])}:", table(heads, rows)]


def _coming(name, found, ours):
    time = longest(found, COMING)
    return number(time), "" if name in ("empty", *OURS) else ratio(time, ours)


def verdicts(result: dict) -> list[list[str]]:
    """Return what holds."""
    condition = organisations(result["count"])
    tasks = [
        verdict("task", max(longest(runs[name]) for name in OURS), f"{condition}, {kind}")
        for kind, runs in result["runs"].items()
    ]
    quick = next(iter(result["runs"].values()))
    return [*tasks, verdict("heap", max(quick[name]["heap"] for name in OURS), condition)]
