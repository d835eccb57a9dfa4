"""What a visit costs. Times in ms, sizes in bytes."""

import statistics
import time
from pathlib import Path

from benchmarks.widgets.tab import tab

WATCH = (Path(__file__).parent / "watch.js").read_text()


def medians(runs: list[dict]) -> dict:
    """Return the median of each number of the runs; None where a run has none."""
    return {
        name: None if value is None else round(statistics.median(run[name] for run in runs))
        for name, value in runs[0].items()
    }


def arrival(browser, url, options) -> dict:
    """Return what `bench.arrival()` says over the slow network; the host page's bytes do not count."""
    with tab(browser, WATCH) as visit:
        visit.slow_processor(options.slower)
        visit.slow_network(options.network)
        visit.send("Page.navigate", url=url)
        visit.run("bench.arrived()")
        return visit.run("bench.arrival()")


def work(browser, url, steps, options) -> dict:
    """Return the longest task of each step, and what scripts keep in memory afterwards."""
    with tab(browser, WATCH) as visit:
        visit.slow_processor(options.slower)
        visit.start_tracing()
        visit.send("Page.navigate", url=url)
        time.sleep(options.rest)
        for step in steps:
            visit.run(f"performance.mark('bench {step}'), bench.{step}()")
            time.sleep(options.rest)
        # The tasks first: weighing the heap forces a collection, which is a long task of its own.
        tasks = longest(steps, *visit.tasks())
        return tasks | heap(visit)


def longest(steps, tasks, marks) -> dict:
    """Return {step: processor time of its longest task}; what came before the first step is `start`."""
    begins = [0, *(marks[f"bench {step}"] for step in steps), float("inf")]
    return {
        step: max((time for at, time in tasks if begin <= at < end), default=0)
        for step, begin, end in zip(("start", *steps), begins, begins[1:], strict=False)
    }


def heap(visit) -> dict:
    """Return the script heap after a collection of garbage, and the bytes that scripts keep outside it."""
    visit.send("HeapProfiler.enable")
    visit.send("HeapProfiler.collectGarbage")
    usage = visit.send("Runtime.getHeapUsage")
    return {"heap": usage["usedSize"], "buffers": usage.get("backingStorageSize", 0)}
