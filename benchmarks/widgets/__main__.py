"""Measures the widgets as built, beside other maps on the same data, and prints tables with ratios.

python -m benchmarks.widgets [--only sizes arrival visits work] [--count 1000 10000] [--repeat 3] [--write]

It ends with 1 when a limit does not hold. What a run found is kept in var/benchmark/widgets.json, so that sections
can be measured one after the other.
"""

import os
import subprocess
import sys

import django
from playwright.sync_api import sync_playwright

from benchmarks import runs
from benchmarks.machine import hardware
from benchmarks.report import table
from benchmarks.widgets import arrival, peers, sizes, visits, work
from benchmarks.widgets.budgets import BROKEN
from benchmarks.widgets.options import Options
from benchmarks.widgets.stage import ROOT, Stage
from scripts.require_chromium import find_chromium

SECTIONS = {"sizes": sizes, "arrival": arrival, "visits": visits, "work": work}
KEPT = ROOT / "var" / "benchmark" / "widgets.json"


def main() -> None:
    """Run the benchmark."""
    parser = runs.parser_of(__doc__, SECTIONS)
    add = parser.add_argument
    add("--count", type=int, nargs="+", default=Options.counts, help="organisations (%(default)s)")
    add("--repeat", type=int, default=Options.repeat, help="visits of which the median is told (%(default)s)")
    add("--peers", nargs="*", choices=peers.PEERS, default=Options.peers, help="beside these (%(default)s)")
    given = parser.parse_args()
    options = Options(tuple(sorted(given.count)), given.repeat, tuple(given.peers))
    results = run(options, given.only)
    runs.tell(results, texts(results), given)
    if broken := [row[0] for row in verdicts(results) if row[-1] == BROKEN]:
        sys.exit(f"Limits that do not hold: {'; '.join(broken)}.")


def run(options: Options, only: list[str]) -> dict:
    """Measure these sections; return them with what is known of the others from this machine."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.api.settings")
    django.setup()
    if missing := [name for name in options.peers if not peers.is_installed(name)]:
        sys.exit(
            f"{', '.join(missing)}: not there. `make bench-widgets` installs the packages (see package.json)."
        )
    with sync_playwright() as playwright:
        stage = Stage(playwright.chromium, options.peers)
        return runs.run(only, lambda name: SECTIONS[name].measure(options, stage), describe(options), KEPT)


def describe(options: Options) -> dict[str, str]:
    """Return {what: words} about the machine, the browser and the versions."""
    command = [find_chromium(), "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    return hardware() | {
        "browser": " ".join(said.split()[:2]),
        "beside": peers.versions(options.peers) or "nobody",
        "visits, of which the median": str(options.repeat),
    }


def texts(results: dict) -> dict[str, str]:
    """Return {name of the place in the page: Markdown}."""
    sections = _in_order(results)
    known = {
        "machine": table(["", ""], runs.described({**results, "sections": sections})),
        "budgets": table(["what", "target", "limit", "measured", "holds"], verdicts(results)),
        **{name: "\n\n".join(SECTIONS[name].tables(section["result"])) for name, section in sections.items()},
    }
    return {f"widgets, {name}": text for name, text in known.items()}


def verdicts(results: dict) -> list[list[str]]:
    """Return the rows of all budgets that are known."""
    found = _in_order(results).items()
    return [row for name, section in found for row in SECTIONS[name].verdicts(section["result"])]


def _in_order(results):
    return {name: results["sections"][name] for name in SECTIONS if name in results["sections"]}


if __name__ == "__main__":
    main()
