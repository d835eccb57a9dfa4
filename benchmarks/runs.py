"""What was measured, section by section, kept in a file so that sections can be measured one after the other.

`{"machine": {what: words}, "sections": {name: {"measured on", "seconds", "load before", "result"}}}`
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.machine import load_average
from benchmarks.report import write

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"


def parser_of(description: str, sections: Iterable[str]) -> argparse.ArgumentParser:
    """Return what reads the command line: which sections, and where the tables go."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument(
        "--only",
        nargs="*",
        choices=list(sections),
        default=list(sections),
        help="these sections; none prints what is known",
    )
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.relative_to(ROOT)}")
    parser.add_argument("--json", type=Path, help="write what was measured into this file too")
    return parser


def tell(results: dict, texts: Mapping[str, str], given: argparse.Namespace) -> None:
    """Print the tables, {name of the place in the page: Markdown}, and write what `parser_of` was asked to write."""
    for name, text in texts.items():
        say(f"\n## {name}\n\n{text}")
        if given.write:
            write(PAGE, name, text)
    if given.json:
        given.json.write_text(json.dumps(results, indent=1))


def say(*words) -> None:
    """Tell the person who runs the benchmark."""
    print(*words, flush=True)  # noqa: T201


def run(names: Iterable[str], measure: Callable[[str], dict], machine: dict, kept: Path) -> dict:
    """Measure these sections; return them with what is known of the others from this machine."""
    known = json.loads(kept.read_text()) if kept.exists() else {}
    # What another machine or other versions measured is not put beside this.
    results = known if known.get("machine") == machine else {"machine": machine, "sections": {}}
    for name in names:
        began, load = time.monotonic(), load_average()
        say(f"{name}: measuring; load of the machine before: {load:.1f}")
        result = measure(name)
        results["sections"][name] = {
            "measured on": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            "seconds": time.monotonic() - began,
            "load before": load,
            "result": result,
        }
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(results, indent=1))
    return results


def described(results: dict) -> list[list[str]]:
    """Return rows (what, words): the machine, and when each section was measured."""
    when = [
        [
            f"{name}, measured on",
            f"{section['measured on']}, in {section['seconds']:.0f} s, load before {section['load before']:.1f}",
        ]
        for name, section in results["sections"].items()
    ]
    return [*(list(row) for row in results["machine"].items()), *when]
