"""Processor time per request of a WSGI application, called as a server calls it, without server and client.

Wall time says how busy the machine is; this says what an answer costs.
"""

import io
import statistics
import time
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from benchmarks.api.cases import Case
from benchmarks.api.servers import HEADERS

REPEAT = 3


def answer(application, path: str, headers: Iterable[tuple[str, str]] = ()) -> tuple[int, dict, bytes]:
    """Return (status, headers, body) of one request."""
    started = []

    def start_response(status, response_headers, exc_info=None):
        started.append((int(status.split()[0]), dict(response_headers)))

    body = application(_environ(path, headers), start_response)
    content = b"".join(body)
    if hasattr(body, "close"):
        body.close()
    return (*started[-1], content)


def milliseconds(application, case: Case, seconds: float) -> float:
    """Return the processor time per request in ms: the median of some rounds of at least `seconds` each.

    ValueError when an address does not answer with 200.
    """
    for path in case.paths:
        status, _, content = answer(application, path, case.headers)
        if status != 200:
            raise ValueError(f"{path}: {status}. {content[:300]!r}")
    return statistics.median(_round(application, case, seconds) for _ in range(REPEAT))


def _round(application, case, seconds):
    began, count = time.process_time(), 0
    while True:
        for path in case.paths:
            answer(application, path, case.headers)
        count += len(case.paths)
        passed = time.process_time() - began
        if passed >= seconds:
            return passed / count * 1000


def _environ(path, headers):
    parts = urlsplit(path)
    sent = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in (*HEADERS.items(), *headers)}
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(parts.path),
        "QUERY_STRING": parts.query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        **sent,
    }
