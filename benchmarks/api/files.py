"""Published files from this project's own server, beside nginx and Granian's own route for files."""

from collections.abc import Callable
from dataclasses import replace

from benchmarks.api.cases import Case
from benchmarks.api.load import Side, compare, first_answer
from benchmarks.api.options import Options
from benchmarks.report import number, ratio, table, times

OURS, NGINX, STATIC = "this project", "nginx", "Granian's static route"
NAMES = ("overview.json", "directory.es.json")
SUFFIXES = {"identity": "", "gzip": ".gz", "br": ".br"}
LEAST = 0.5


def measure(options: Options, stage: Callable) -> dict:
    """Return what each server answers per second for each file and encoding, and for a copy that is current."""
    # Files are sent by tens of thousands a second: a short round is enough.
    options = replace(options, seconds=options.seconds / 2)
    here = stage(options.count)
    here.task("publish")
    rates: dict[str, dict] = {}
    with here.ours() as ours, here.nginx() as theirs, here.static() as static:
        servers = {OURS: ours, NGINX: theirs, STATIC: static}
        for name in NAMES:
            for encoding, suffix in SUFFIXES.items():
                content = (here.published / f"{name}{suffix}").read_bytes()
                sides = {one: side(server, one, name, encoding) for one, server in servers.items()}
                for one in sides.values():
                    if first_answer(one)[1] != content:
                        raise ValueError(f"{one.server.name} does not answer with {name}{suffix}.")
                rates[f"{name}, {encoding}, {len(content):,} bytes"] = compare(sides, options)
        known = {one: known_copy(side(servers[one], one, NAMES[0], "identity")) for one in (OURS, NGINX)}
        rates[f"{NAMES[0]}, not changed (304)"] = compare(known, options)
    return {"count": options.count, "rates": rates}


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
    etag = first_answer(one)[0]["etag"]
    case = Case(one.case.name, one.case.paths, (*one.case.headers, ("If-None-Match", etag)))
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
    parts = {
        what: times(sides[OURS]["rate"], sides[NGINX]["rate"]) for what, sides in result["rates"].items()
    }
    errors = sum(one["errors"] for sides in result["rates"].values() for one in sides.values())
    return [
        *(
            (f"{what}: requests/s beside nginx", f"at least {LEAST}", f"{part:.2f}", part >= LEAST)
            for what, part in parts.items()
        ),
        ("published files: errors", "none", number(errors), errors == 0),
    ]
