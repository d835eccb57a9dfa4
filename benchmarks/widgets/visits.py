"""A whole visit by the browser's own log: whom it asks, what it keeps, what going near to a country loads."""

import time

from benchmarks.report import number, table
from benchmarks.widgets import traces
from benchmarks.widgets.budgets import verdict
from benchmarks.widgets.measure import WATCH
from benchmarks.widgets.options import Options
from benchmarks.widgets.stage import Stage
from benchmarks.widgets.tab import tab


def measure(options: Options, stage: Stage) -> dict:
    """Return the traces of a visit, and {country: bytes} of going near."""
    with stage.browser() as browser, stage.site(min(options.counts)) as site:
        page = site.address("floating")
        return {
            "traces": trace(browser, page, options),
            "near": {country: near(browser, page, country, options) for country in options.countries},
        }


def trace(browser, page: str, options: Options) -> dict:
    """Return what a whole visit leaves behind."""
    with tab(browser, WATCH) as visit:
        traces.start(visit)
        visit.send("Page.navigate", url=page)
        for step in options.steps:
            visit.run(f"bench.{step}()")
        time.sleep(options.rest)
        return traces.found(visit, page)


def near(browser, page: str, country: str, options: Options) -> int:
    """Return the bytes that are loaded after a country was chosen in the list."""
    with tab(browser, WATCH) as visit:
        visit.send("Page.navigate", url=page)
        visit.run("bench.loaded()")
        before = _settled(visit, options)
        visit.run(f"bench.country('{country}')")
        return _settled(visit, options) - before


def _settled(visit, options) -> int:
    """Return the bytes of everything that was loaded, once nothing more comes."""
    loaded = None
    while loaded != (loaded := visit.run("bench.loadedBytes()")):
        time.sleep(options.rest)
    return loaded


def tables(result: dict) -> list[str]:
    """Return the table."""
    return [
        table(
            ["going near to", "bytes"], [[country, number(size)] for country, size in result["near"].items()]
        )
    ]


def verdicts(result: dict) -> list[list[str]]:
    """Return what holds."""
    rows = [verdict(name, result["traces"][name]) for name in ("hosts", "cookies", "stored")]
    return [*rows, verdict("zoom", max(result["near"].values()))]
