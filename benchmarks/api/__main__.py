"""Measures the API and the published files beside stock endpoints and nginx, and prints tables with ratios.

python -m benchmarks.api [--only lists files scale] [--largest 100000] [--write] [--json FILE]

What a run found is kept in var/benchmark/results.json, so that sections can be measured one after the other.
"""

import argparse
import json
import time
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.api import files, lists, scale
from benchmarks.api.data import ROOT, environment_of
from benchmarks.api.load import need_wrk
from benchmarks.api.machine import describe, load_average
from benchmarks.api.options import Options
from benchmarks.api.report import table, write

SECTIONS = {"lists": lists, "files": files, "scale": scale}
PAGE = ROOT / "docs" / "performance.md"


def say(*words):
    """Tell the person who runs the benchmark."""
    print(*words, flush=True)  # noqa: T201


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", nargs="+", choices=SECTIONS, default=list(SECTIONS), help="these sections")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    parser.add_argument("--json", type=Path, help="write what was measured into this file too")
    for field in fields(Options):
        parser.add_argument(f"--{field.name}", type=field.type, default=field.default)
    given = vars(parser.parse_args())
    only, to_page, to_file = given.pop("only"), given.pop("write"), given.pop("json")
    need_wrk()
    results = run(Options(**given), only)
    for name, text in texts(results).items():
        say(f"\n## {name}\n\n{text}")
        if to_page:
            write(PAGE, name, text)
    if to_file:
        to_file.write_text(json.dumps(results, indent=1))


def run(options: Options, only: list[str]) -> dict:
    """Measure these sections; return them with what is known of the others from this machine."""
    machine = describe(environment_of(options.count, options.folder)["DATABASE_URL"])
    kept = options.folder / "results.json"
    known = json.loads(kept.read_text()) if kept.exists() else {}
    # What another machine or another version measured is not put beside this.
    results = known if known.get("machine") == machine else {"machine": machine, "sections": {}}
    for name in only:
        began, load = time.monotonic(), load_average()
        say(f"{name}: measuring; load of the machine before: {load:.1f}")
        measured = SECTIONS[name].measure(options)
        results["sections"][name] = {
            "measured on": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            "seconds": time.monotonic() - began,
            "load before": load,
            "result": measured,
        }
        kept.write_text(json.dumps(results, indent=1))
    return results


def texts(results: dict) -> dict[str, str]:
    """Return {name of the place in the page: Markdown}."""
    sections = {name: results["sections"][name] for name in SECTIONS if name in results["sections"]}
    verdicts = [
        [claim, limit, measured, "yes" if holds else "**no**"]
        for name, section in sections.items()
        for claim, limit, measured, holds in SECTIONS[name].verdicts(section["result"])
    ]
    runs = [
        [name, section["measured on"], f"{section['seconds']:.0f}", f"{section['load before']:.1f}"]
        for name, section in sections.items()
    ]
    machine = table(["machine", ""], [list(row) for row in results["machine"].items()])
    return {
        "machine": f"{machine}\n\n{table(['section', 'measured on', 'took, s', 'load before'], runs)}",
        "targets": table(["what", "target", "measured", "holds"], verdicts),
        **{name: "\n\n".join(SECTIONS[name].tables(section["result"])) for name, section in sections.items()},
    }


if __name__ == "__main__":
    main()
