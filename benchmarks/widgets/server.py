"""One loopback server for widgets, data and host pages; pages at 127.0.0.1 embed from localhost, another origin."""

import http.server
import mimetypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """A file as it goes over the wire."""

    content: bytes
    encoding: str = ""
    type: str = ""


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        answer = self.server.find(self.path)
        self.send_response(200 if answer else 404)
        content = answer.content if answer else b""
        kind = (answer and answer.type) or mimetypes.guess_type(self.path.partition("?")[0])[0]
        self.send_header("Content-Type", kind or "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Timing-Allow-Origin", "*")
        self.send_header("Cache-Control", "public, max-age=300")
        if answer and answer.encoding:
            self.send_header("Content-Encoding", answer.encoding)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        """Say nothing."""


@contextmanager
def serve(find: Callable[[str], Answer | None]) -> Iterator[int]:
    """Answer with what `find` gives for a path with its query; give the port."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.find = find
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
