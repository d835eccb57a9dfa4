"""A host of published files that does what hosts should not: every folder of it is one way to fail."""

import http.server
import json
import threading
from contextlib import contextmanager

CHUNK = b" " * 65536
FIFTY_MEGABYTES = 50 * 1024 * 1024

# case: (status, content type, body)
ANSWERS = {
    "broken": (500, "text/plain", b"no"),
    "gone": (404, "text/html", b"<!doctype html><h1>404</h1>"),
    "busy": (503, "application/json", b"{}"),
    "captive": (200, "text/html", b"<!doctype html><h1>Hotel</h1><form>"),
    "html-as-json": (200, "application/json", b"\n <html><script>alert(1)</script>"),
    "empty": (200, "application/json", b""),
    "partial": (200, "application/json", b'{"schema_version": 1, "as_of": "2026-11-2'),
    "list": (200, "application/json", b"[]"),
    "nothing": (200, "application/json", b"null"),
    "later": (200, "application/json", b'{"schema_version": 2, "as_of": "2026-11-22"}'),
    "undated": (200, "application/json", b'{"schema_version": 1, "as_of": "now"}'),
    "hollow": (200, "application/json", b'{"schema_version": 1, "as_of": "2026-11-22", "lang": "es"}'),
    "binary": (200, "application/octet-stream", bytes(range(256)) * 64),
    "deep": (200, "application/json", b"[" * 200_000),
}

# What a browser tells nobody the reason of: for its readers the host is not there.
UNREACHABLE = ("refused", "forbidden", "elsewhere", "cut-off", "not-gzip")

ENDLESS = "huge"


class BadHost:
    """Addresses of folders, and what was asked of them: `sent` has the bytes that each case could send."""

    def __init__(self, server, closed_port):
        self.url = f"http://127.0.0.1:{server.server_port}"
        self._closed = f"http://127.0.0.1:{closed_port}"
        self.files = server.files
        self.sent = server.sent
        self.gate = server.gate

    def folder(self, case):
        """Return the address of the folder of a case."""
        return f"{self._closed if case == 'refused' else self.url}/{case}/"

    def put(self, case, name, value):
        """Let a folder have a file that is answered as it should be."""
        self.files[f"/{case}/{name}"] = value if isinstance(value, bytes) else json.dumps(value).encode()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        """Say nothing."""

    def do_GET(self):
        case, _, name = self.path.strip("/").partition("/")
        body = self.server.files.get(self.path)
        if case == "slow":
            self.server.gate.wait(60)
        if body is not None:
            self._answer(200, "application/json", body)
        elif case in ANSWERS:
            self._answer(*ANSWERS[case])
        elif case == "forbidden":
            self._answer(200, "application/json", b"{}", shared=False)
        elif case == "elsewhere":
            self._head(302, {"Location": f"/captive/{name}", "Content-Length": "0"})
        elif case == "cut-off":
            self._head(200, {"Content-Length": "5000"})
            self.wfile.write(b'{"schema_version": 1, ')
            self.close_connection = True
        elif case == "not-gzip":
            self._head(200, {"Content-Encoding": "gzip", "Content-Length": "5"})
            self.wfile.write(b"plain")
        elif case == ENDLESS:
            self._endless(name)
        else:
            self._answer(404, "text/plain", b"")

    def _head(self, status, headers, *, shared=True):
        self.send_response(status)
        for field, value in headers.items():
            self.send_header(field, value)
        if shared:
            self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()

    def _answer(self, status, content_type, body, *, shared=True):
        self._head(status, {"Content-Type": content_type, "Content-Length": str(len(body))}, shared=shared)
        self.wfile.write(body)

    def _endless(self, name):
        self._head(200, {"Content-Type": "application/json", "Content-Length": str(FIFTY_MEGABYTES)})
        self.close_connection = True
        sent = self.server.sent
        try:
            for _ in range(FIFTY_MEGABYTES // len(CHUNK)):
                self.wfile.write(CHUNK)
                sent[name] = sent.get(name, 0) + len(CHUNK)
        except OSError:
            return  # whoever asked has left


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Visitors leave in the middle: say nothing."""


@contextmanager
def bad_host(closed_port):
    """Run the host; nobody may listen on the closed port."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.files, server.sent, server.gate = {}, {}, threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield BadHost(server, closed_port)
    finally:
        server.gate.set()
        server.shutdown()
        server.server_close()
