"""What a visitor waits for over a slow network, beside other maps on the same data."""

from benchmarks.report import number, ratio, table
from benchmarks.widgets import measure as visits
from benchmarks.widgets.budgets import organisations, verdict
from benchmarks.widgets.options import Options
from benchmarks.widgets.stage import Stage

OURS = ("pinned", "floating", "bare")
# Others are put beside what the README has.
BESIDE = "floating"


def measure(options: Options, stage: Stage) -> dict:
    """Return {number of organisations: {embed: what `bench.arrival()` says, medians}} and the titles."""
    counts, titles = {}, {}
    with stage.browser() as browser:
        for count in options.counts:
            with stage.site(count) as site:
                names = (*OURS, *stage.names)
                runs: dict[str, list] = {name: [] for name in names}
                # In turns, so that whatever else happens on the machine hits all alike.
                for _ in range(options.repeat):
                    for name in names:
                        runs[name].append(visits.arrival(browser, site.address(name), options))
                counts[str(count)] = {name: visits.medians(found) for name, found in runs.items()}
                titles |= {name: site.embeds[name].title for name in names}
    return {"counts": counts, "titles": titles}


# Title of a column -> what it shows.
COLUMNS = {
    "first marker, ms": "marker",
    "bytes to it": "bytes",
    "requests": "requests",
    "markers on a base map, ms": "map",
    "bytes to them": "map bytes",
}
COMPARED = ("marker", "bytes", "map")


def tables(result: dict) -> list[str]:
    """Return a sentence and a table for each number of organisations."""
    heads = [
        head
        for title, key in COLUMNS.items()
        for head in (title, *(["times ours"] if key in COMPARED else []))
    ]
    texts = []
    for count, embeds in result["counts"].items():
        rows = [
            [result["titles"][name], *_cells(name, found, embeds[BESIDE])] for name, found in embeds.items()
        ]
        texts += [f"{organisations(int(count))}:", table(["embed", *heads], rows)]
    return texts


def _cells(name, found, ours):
    for key in COLUMNS.values():
        yield "none" if found[key] is None else number(found[key])
        if key in COMPARED:
            yield "" if name in OURS or found[key] is None else ratio(found[key], ours[key])


def verdicts(result: dict) -> list[list[str]]:
    """Return what holds."""
    rows = []
    for count, embeds in result["counts"].items():
        condition = organisations(int(count))
        for name in ("pinned", "floating"):
            rows.append(verdict("marker", embeds[name]["marker"], f"{name}, {condition}"))
        rows.append(verdict("bytes", embeds["floating"]["bytes"], condition))
    last = list(result["counts"].values())[-1]
    return [*rows, *(verdict(name, last[name]["requests"]) for name in ("pinned", "floating"))]
