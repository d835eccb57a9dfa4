"""Requests as bytes, put to the WSGI application as a server puts them: nothing is repaired on the way."""

import io
from dataclasses import dataclass
from http import HTTPStatus
from time import thread_time
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

HOST = "defenders.example.org"


class Answer(NamedTuple):
    """What came back; `headers` with small letters, `seconds` of work for it."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def text(self):
        """The body as text."""
        return self.body.decode("utf-8")


@dataclass(frozen=True)
class Asker:
    """Asks one WSGI application; `headers` are sent with everything."""

    application: object
    headers: tuple[tuple[str, str], ...] = ()

    def __call__(self, target, method="GET", headers=(), body=b"", length=None):
        """Return the Answer. `target` is path and query as in the request line, `length` what Content-Length says."""
        told = []
        environ = environment(target, method, (*self.headers, *headers), body, length)
        begun = thread_time()
        answer = self.application(environ, lambda status, sent, exc_info=None: told.append((status, sent)))
        try:
            content = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        seconds = thread_time() - begun
        ((status, sent),) = told
        assert HTTPStatus(int(status[:3]))
        return Answer(int(status[:3]), as_mapping(sent), content, seconds)


def environment(target, method="GET", headers=(), body=b"", length=None):
    """Return the WSGI environment of a request; text stands for bytes in Latin-1, as PEP 3333 wants it."""
    path, _mark, query = target.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path.encode("latin-1")).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": HOST,
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "203.0.113.9",
        "HTTP_HOST": HOST,
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "https",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    if body or length is not None:
        environ["CONTENT_LENGTH"] = str(len(body)) if length is None else length
    for name, value in headers:
        key = name.upper().replace("-", "_")
        known = key in ("CONTENT_TYPE", "CONTENT_LENGTH")
        if value is None:
            environ.pop(f"HTTP_{key}", None)
        else:
            environ[key if known else f"HTTP_{key}"] = value
    return environ


def as_mapping(sent):
    """Return the headers by name; several cookies are joined, anything else may be there once."""
    headers: dict[str, str] = {}
    for name, value in sent:
        known = headers.get(name.lower())
        assert known is None or name.lower() == "set-cookie", name
        headers[name.lower()] = value if known is None else f"{known}\n{value}"
    return headers
