"""What a visit costs. Times in ms, sizes in bytes."""

import time
from pathlib import Path

from benchmarks.widgets.tab import tab

WATCH = (Path(__file__).parent / "watch.js").read_text()
REST = 1.5  # seconds after each step, so that what follows from it is over

FILES_SO_FAR = """performance.getEntriesByType('resource')
  .filter(({ name, responseEnd }) => name.startsWith('http') && responseEnd && responseEnd <= bench.marker)
  .map(({ encodedBodySize }) => encodedBodySize)"""


def first_marker(browser, url):
    """Return time, bytes and requests to the first marker over the slow network; the host page's bytes do not count."""
    with tab(browser, WATCH) as visit:
        visit.slow_network()
        visit.send("Page.navigate", url=url)
        visit.run("until(() => bench.marker)")
        sizes = visit.run(FILES_SO_FAR)
        return {"first marker": visit.run("bench.marker"), "bytes": sum(sizes), "requests": len(sizes)}


def work(browser, url, steps):
    """Return the longest task of each step, and what scripts keep in memory afterwards."""
    with tab(browser, WATCH) as visit:
        visit.start_tracing()
        visit.send("Page.navigate", url=url)
        time.sleep(REST)
        for step in steps:
            visit.run(f"performance.mark('bench {step}'), bench.{step}()")
            time.sleep(REST)
        # The tasks first: weighing the heap forces a collection, which is a long task of its own.
        tasks = longest(steps, *visit.tasks())
        return tasks | heap(visit)


def longest(steps, tasks, marks):
    """Return {step: processor time of its longest task}; what came before the first step is `start`."""
    begins = [0, *(marks[f"bench {step}"] for step in steps), float("inf")]
    return {
        step: max((time for at, time in tasks if begin <= at < end), default=0)
        for step, begin, end in zip(("start", *steps), begins, begins[1:], strict=False)
    }


def heap(visit):
    """Return the script heap after a collection of garbage, and the bytes that scripts keep outside it."""
    visit.send("HeapProfiler.enable")
    visit.send("HeapProfiler.collectGarbage")
    usage = visit.send("Runtime.getHeapUsage")
    return {"heap": usage["usedSize"], "buffers": usage.get("backingStorageSize", 0)}
