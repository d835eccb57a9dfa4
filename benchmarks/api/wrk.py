"""Load on a port of loopback by wrk, as many clients as `CONNECTIONS` at once."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.api.cases import Case

SCRIPT = Path(__file__).parent / "wrk.lua"
CONNECTIONS = 16


def need_wrk() -> None:
    """Stop with a sentence when the load generator is missing."""
    if not shutil.which("wrk"):
        sys.exit("The load comes from wrk: install it first (Debian, Ubuntu: apt install wrk).")


def load(port: int, case: Case, headers: Mapping[str, str], seconds: float) -> dict[str, float]:
    """Return `rate` (1/s), `p50` and `p99` (ms), `requests` and `errors`: statuses from 400 on and lost connections.

    wrk knows whole seconds only.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as paths:
        paths.write("\n".join(case.paths) + "\n")
        paths.flush()
        sent = {**headers, **dict(case.headers)}
        command = [
            *("wrk", "--threads", "1", "--connections", str(CONNECTIONS), "--timeout", "30s"),
            *("--duration", f"{max(1, round(seconds))}s", "--script", str(SCRIPT)),
            *(part for name, value in sent.items() for part in ("--header", f"{name}: {value}")),
            *(f"http://127.0.0.1:{port}/", "--", paths.name),
        ]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return json.loads(done.stdout.strip().splitlines()[-1])
