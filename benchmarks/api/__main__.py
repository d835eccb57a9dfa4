"""Measures the API and the published files beside stock endpoints and nginx, and prints tables with ratios.

python -m benchmarks.api [--only lists files scale] [--largest 100000] [--write] [--json FILE]

What a run found is kept in var/benchmark/results.json, so that sections can be measured one after the other.
"""

from functools import partial
from pathlib import Path

from benchmarks import runs
from benchmarks.api import files, lists, scale
from benchmarks.api.data import FOLDER, environment_of
from benchmarks.api.machine import describe
from benchmarks.api.options import COUNTS, Options
from benchmarks.api.stage import Loopback
from benchmarks.api.wrk import need_wrk
from benchmarks.report import table

SECTIONS = {"lists": lists, "files": files, "scale": scale}
# A hundred thousand take longer than all the rest together.
LARGEST = 10_000


def main() -> None:
    """Run the benchmark."""
    parser = runs.parser_of(__doc__, SECTIONS)
    add = parser.add_argument
    add(
        "--largest",
        type=int,
        default=LARGEST,
        choices=COUNTS,
        help="most organisations for growth (%(default)s)",
    )
    add("--count", type=int, default=Options.count, help="organisations for lists and files (%(default)s)")
    add("--rounds", type=int, default=Options.rounds, help="rounds in turns under load (%(default)s)")
    add("--seconds", type=float, default=Options.seconds, help="of a round, whole ones (%(default)s)")
    add("--folder", type=Path, default=FOLDER, help="where databases and results are kept (%(default)s)")
    given = parser.parse_args()
    need_wrk()
    counts = tuple(count for count in COUNTS if count <= given.largest)
    options = Options(count=given.count, counts=counts, rounds=given.rounds, seconds=given.seconds)
    results = run(options, given.only, given.folder)
    runs.tell(results, texts(results), given)


def run(options: Options, only: list[str], folder: Path) -> dict:
    """Measure these sections; return them with what is known of the others from this machine."""
    stage = partial(Loopback, folder=folder)
    machine = describe(environment_of(options.count, folder)["DATABASE_URL"])
    return runs.run(
        only, lambda name: SECTIONS[name].measure(options, stage), machine, folder / "results.json"
    )


def texts(results: dict) -> dict[str, str]:
    """Return {name of the place in the page: Markdown}."""
    sections = {name: results["sections"][name] for name in SECTIONS if name in results["sections"]}
    verdicts = [
        [claim, limit, measured, "yes" if holds else "**no**"]
        for name, section in sections.items()
        for claim, limit, measured, holds in SECTIONS[name].verdicts(section["result"])
    ]
    return {
        "machine": table(["", ""], runs.described({**results, "sections": sections})),
        "targets": table(["what", "target", "measured", "holds"], verdicts),
        **{name: "\n\n".join(SECTIONS[name].tables(section["result"])) for name, section in sections.items()},
    }


if __name__ == "__main__":
    main()
