"""Published files from this project's own server, beside nginx and Granian's own route for files."""

from pathlib import Path

from benchmarks.api import task
from benchmarks.api.cases import Case
from benchmarks.api.data import prepare
from benchmarks.api.load import Side, compare, first_answer
from benchmarks.api.options import Options
from benchmarks.api.report import number, ratio, table
from benchmarks.api.servers import granian, granian_static, nginx

OURS, NGINX, STATIC = "this project", "nginx", "Granian's static route"
NAMES = ("overview.json", "directory.es.json")
SUFFIXES = {"identity": "", "gzip": ".gz", "br": ".br"}
LEAST = 0.5


def measure(options: Options) -> dict:
    """Return what each server answers per second for each file and encoding, and for a copy that is current."""
    environment = prepare(options.count, options.folder)
    task.run(environment, "publish")
    current = Path(environment["DATA_DIR"]) / "published" / "current"
    rates: dict[str, dict] = {}
    with (
        granian(OURS, environment) as ours,
        nginx(current) as theirs,
        granian_static(current, environment) as static,
    ):
        servers = {OURS: ours, NGINX: theirs, STATIC: static}
        for name in NAMES:
            for encoding, suffix in SUFFIXES.items():
                path = current / f"{name}{suffix}"
                sides = {one: side(servers[one], one, name, encoding) for one in servers}
                content = path.read_bytes()
                for one in sides.values():
                    if first_answer(one)[1] != content:
                        raise ValueError(f"{one.server.name} does not answer with {path}.")
                rates[f"{name}, {encoding}, {len(content):,} bytes"] = _rates(sides, options)
        known = {one: known_copy(side(servers[one], one, NAMES[0], "identity")) for one in (OURS, NGINX)}
        rates[f"{NAMES[0]}, not changed (304)"] = _rates(known, options)
    return {"count": options.count, "rates": rates}


def _rates(sides, options):
    return compare(sides, options.rounds, options.seconds / 2)


def side(server, kind: str, name: str, encoding: str) -> Side:
    """Return how a server is asked for a file in an encoding."""
    headers = (("Accept-Encoding", encoding),)
    path = f"/published/v1/{name}"
    if kind == NGINX and encoding == "br":
        path = f"/br/{name}.br"
    if kind == STATIC:
        # It knows no encodings: the compressed file is a file like others.
        path = f"/files/{name}{SUFFIXES[encoding]}"
    return Side(server, Case(f"{name}, {encoding}", (path,), headers))


def known_copy(one: Side) -> Side:
    """Return the same question by somebody who has the answer already."""
    headers = {name.lower(): value for name, value in first_answer(one)[0].items()}
    case = Case(one.case.name, one.case.paths, (*one.case.headers, ("If-None-Match", headers["etag"])))
    return Side(one.server, case, status=304)


def tables(result: dict) -> list[str]:
    """Return the table."""
    rows = [
        [
            what,
            *(number(sides[name]["rate"]) if name in sides else "" for name in (OURS, NGINX, STATIC)),
            ratio(sides[OURS]["rate"], sides[NGINX]["rate"]),
            number(sides[OURS]["p99"]),
            number(sides[NGINX]["p99"]),
        ]
        for what, sides in result["rates"].items()
    ]
    heads = [
        "file",
        *(f"{name}, requests/s" for name in (OURS, NGINX, STATIC)),
        "this project's part of nginx",
        "p99, ms",
        "nginx's p99, ms",
    ]
    return [table(heads, rows)]


def verdicts(result: dict) -> list[tuple[str, str, str, bool]]:
    """Return (what is asked for, limit, measured, whether it holds)."""
    parts = {what: sides[OURS]["rate"] / sides[NGINX]["rate"] for what, sides in result["rates"].items()}
    errors = sum(one["errors"] for sides in result["rates"].values() for one in sides.values())
    return [
        *(
            (f"{what}: requests/s beside nginx", f"at least {LEAST}", f"{part:.2f}", part >= LEAST)
            for what, part in parts.items()
        ),
        ("published files: errors", "none", number(errors), errors == 0),
    ]
