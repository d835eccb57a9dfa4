"""Measures the widgets as built, beside a lean Leaflet map on the same data, and prints medians.

python -m benchmarks.widgets [--repeat 3] [--count 1000 10000]
"""

import argparse
import json
import statistics
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.widgets import pages
from benchmarks.widgets.files import compressed, published_files
from benchmarks.widgets.measure import first_marker, work
from benchmarks.widgets.server import Answer, serve
from scripts.require_chromium import find_chromium

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "widgets/static/widgets/v1"
LEAFLET = ROOT / "node_modules/leaflet/dist"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

LIMITS = {"first marker": 1900, "requests": 2, "longest task": 100, "heap": 5_000_000, "bytes": 35_000}


PAGES = ("map", "floating", "bare", "directory", "leaflet", "empty")
STEPS = {
    "empty": [],
    "directory": ["loaded", "typing", "country"],
    "map": ["loaded", "typing", "country", "places"],
}


def say(*words):
    """Tell the person who runs the benchmark."""
    print(*words, flush=True)  # noqa: T201


def medians(runs):
    """Return the median of each number of the runs."""
    return {name: round(statistics.median(run[name] for run in runs)) for name in runs[0]}


def wire(count):
    """Return {path: Answer} of everything that is served."""
    modules = {f"/widgets/v1/{path.name}": path.read_bytes() for path in BUILT.iterdir()}
    data = {
        f"/published/v1/{name}": text
        for name, text in published_files(count, datetime.now(UTC).date()).items()
    }
    others = {f"/leaflet.{kind}": (LEAFLET / f"leaflet.{kind}").read_bytes() for kind in ("js", "css")}
    everything = modules | data | others
    return {path: Answer(compressed(content), "br") for path, content in everything.items()}


def add_pages(answers, port):
    """Put the host pages on the server; give {name: address}."""
    manifest = json.loads((BUILT / "manifest.json").read_text())
    files = {name: manifest[name]["file"] for name in ("map", "directory")}
    host = f"http://localhost:{port}"
    for name in PAGES:
        answers[f"/{name}"] = Answer(pages.page(getattr(pages, name.upper()), host=host, **files))
    return {name: f"http://127.0.0.1:{port}/{name}" for name in PAGES}


def measure(playwright, count, repeat):
    """Print everything for one number of organisations; give {number: value} of the map for the verdict."""
    answers = wire(count)
    size = len(answers["/published/v1/directory.es.json"].content)
    say(f"\n## {count} organisations (their file: {size / 1000:.0f} kB with brotli)\n")
    found = {}
    with serve(answers) as port:
        addresses = add_pages(answers, port)
        for name, flags in (("with JIT", []), ("--jitless", ["--js-flags=--jitless"])):
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS + flags)
            if not flags:
                own, floating, bare, other = (
                    medians([first_marker(browser, addresses[page]) for _ in range(repeat)])
                    for page in ("map", "floating", "bare", "leaflet")
                )
                say("map, pinned  ", own)
                say("map, floating", floating)
                say("no preload   ", bare)
                say("Leaflet      ", other)
                say("Leaflet/map  ", {key: round(other[key] / own[key], 1) for key in own})
                found |= {key: max(own[key], floating[key]) for key in own}
            for page, steps in STEPS.items():
                result = medians([work(browser, addresses[page], ["nothing", *steps]) for _ in range(repeat)])
                say(f"{page}, {name}: longest task of each step, memory:", result)
                longest = max(value for key, value in result.items() if key not in ("heap", "buffers"))
                found["longest task"] = max(found.get("longest task", 0), longest)
                found["heap"] = max(found.get("heap", 0), result["heap"])
            browser.close()
    return found


def main():
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--count", type=int, nargs="+", default=[1000, 10000])
    options = parser.parse_args()
    with sync_playwright() as playwright:
        for count in options.count:
            found = measure(playwright, count, options.repeat)
            for name, limit in LIMITS.items():
                say(
                    f"{'ok     ' if found[name] <= limit else 'TOO MUCH'} {name}: {found[name]} (at most {limit})"
                )


if __name__ == "__main__":
    main()
