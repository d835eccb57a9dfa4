"""A visitor who sends exactly what a test says, over TLS, and believes the authority of this run."""

import http.client
import ssl
from dataclasses import dataclass
from pathlib import Path

ANSWER_SECONDS = 30


@dataclass(frozen=True)
class Reply:
    """Status, headers (names in small letters; the last one of a name) and body as they came, compressed or not."""

    status: int
    headers: dict[str, str]
    body: bytes
    names: tuple[str, ...]

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


@dataclass(frozen=True)
class Visitor:
    """Asks a port of loopback; without an authority in clear text."""

    port: int
    authority: Path | None = None

    def connection(self) -> http.client.HTTPConnection:
        """Return a connection that may be used for several requests."""
        if self.authority is None:
            return http.client.HTTPConnection("localhost", self.port, timeout=ANSWER_SECONDS)
        context = ssl.create_default_context(cafile=str(self.authority))
        return http.client.HTTPSConnection("localhost", self.port, timeout=ANSWER_SECONDS, context=context)

    def ask(self, path: str, headers=None, *, method="GET", body=None, connection=None) -> Reply:
        """Return what is answered to one request."""
        used = connection or self.connection()
        try:
            used.request(method, path, body=body, headers=headers or {})
            answer = used.getresponse()
            given = answer.getheaders()
            content = answer.read()
        finally:
            if connection is None:
                used.close()
        small = [(name.lower(), value) for name, value in given]
        return Reply(answer.status, dict(small), content, tuple(name for name, _ in small))
