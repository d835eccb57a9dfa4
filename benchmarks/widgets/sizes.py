"""What the built files weigh, and the page without scripts."""

import statistics

import brotli

from benchmarks.report import number, table
from benchmarks.widgets import plain
from benchmarks.widgets.budgets import organisations, verdict
from benchmarks.widgets.options import Options
from benchmarks.widgets.stage import BUILT, ROOT, Stage

WORLD = ROOT / "widgets" / "src" / "basemap" / "world.js"
LANGUAGES = ("ar", "en", "es", "eu", "fr")


def measure(options: Options, stage: Stage) -> dict:
    """Return bytes of modules and tiles, of `overview.json` for each number of organisations, of the page."""
    modules = {name: _size(BUILT / entry["file"]) for name, entry in stage.manifest.items()}
    overviews = {}
    for count in options.counts:
        with stage.site(count) as site:
            overviews[str(count)] = len(site.answers["/published/v1/overview.json"].content)
    with stage.browser() as browser:
        page = plain.measure(browser, max(options.counts))
    return {
        "modules": modules,
        "tiles": [_size(path) for path in sorted(BUILT.glob("tile-*.json"))],
        "base map": _size(WORLD),
        "overview": overviews,
        "page": page,
    }


def _size(path):
    return len(brotli.compress(path.read_bytes(), quality=11))


def tables(result: dict) -> list[str]:
    """Return the table."""
    modules, page = result["modules"], result["page"]
    rows = [
        *([f"`{name}`, module", number(size)] for name, size in modules.items()),
        ["tile of the detailed base map, median", number(statistics.median(result["tiles"]))],
        ["tile of the detailed base map, heaviest", number(max(result["tiles"]))],
        *(
            [f"`overview.json`, {organisations(int(count))}", number(size)]
            for count, size in result["overview"].items()
        ),
        *([f"page without scripts: {kind}", number(size)] for kind, size in page.items()),
    ]
    return [table(["what", "bytes"], rows)]


def verdicts(result: dict) -> list[list[str]]:
    """Return what holds."""
    modules, page = result["modules"], result["page"]
    words = max(modules[f"directory-{lang}"] for lang in LANGUAGES)
    return [
        # The base map travels inside the first module.
        verdict("code", modules["map"] - result["base map"]),
        verdict("base map", result["base map"]),
        verdict("second", modules["directory"] + words),
        *(verdict("overview", size, organisations(int(count))) for count, size in result["overview"].items()),
        verdict("plain", page["HTML"] + page["picture"]),
    ]
