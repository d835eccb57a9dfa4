"""Load on a server by wrk: requests per second and latencies, several sides in turns so that noise hits all alike."""

import http.client
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.api.cases import Case
from benchmarks.api.servers import Server

SCRIPT = Path(__file__).parent / "load.lua"
CONNECTIONS = 16
WARM_UP_SECONDS = 1
# As the proxy in front of a public host says it; without it every answer would lead to https.
HEADERS = {"Host": "127.0.0.1", "X-Forwarded-Proto": "https"}


@dataclass(frozen=True)
class Side:
    """One of those that are compared: a server and what is asked of it; `status` is what it answers."""

    server: Server
    case: Case
    status: int = 200


def need_wrk() -> None:
    """Stop with a sentence when the load generator is missing."""
    if not shutil.which("wrk"):
        sys.exit("The load comes from wrk: install it first (Debian, Ubuntu: apt install wrk).")


def first_answer(side: Side, path: str | None = None) -> tuple[dict[str, str], bytes]:
    """Return (headers, body) of one address; stop when it does not answer as it should."""
    connection = http.client.HTTPConnection("127.0.0.1", side.server.port, timeout=120)
    path = path or side.case.paths[0]
    connection.request("GET", path, headers=HEADERS | dict(side.case.headers))
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != side.status:
        sys.exit(f"{side.server.name}, {path}: {response.status} instead of {side.status}. {body[:300]!r}")
    return dict(response.getheaders()), body


def compare(sides: Mapping[str, Side], rounds: int, seconds: float) -> dict[str, dict[str, float]]:
    """Return {side: medians of rate (1/s), p50 and p99 (ms), and the sum of errors} of rounds in turns."""
    found: dict[str, list[dict]] = {name: [] for name in sides}
    for side in sides.values():
        for path in side.case.paths:
            first_answer(side, path)
        _wrk(side, WARM_UP_SECONDS)
    for _ in range(rounds):
        for name, side in sides.items():
            found[name].append(_wrk(side, seconds))
    return {name: _medians(results) for name, results in found.items()}


def _medians(results):
    medians = {name: statistics.median(one[name] for one in results) for name in ("rate", "p50", "p99")}
    return medians | {"errors": sum(one["errors"] for one in results)}


def _wrk(side, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as paths:
        paths.write("\n".join(side.case.paths) + "\n")
        paths.flush()
        headers = HEADERS | dict(side.case.headers)
        command = [
            *("wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--timeout", "30s"),
            *("--duration", f"{max(1, round(seconds))}s", "--script", str(SCRIPT)),
            *(part for name, value in headers.items() for part in ("--header", f"{name}: {value}")),
            *(f"http://127.0.0.1:{side.server.port}/", "--", paths.name),
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return json.loads(done.stdout.strip().splitlines()[-1])
