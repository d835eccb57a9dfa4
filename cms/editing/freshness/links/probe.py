"""Ask one address: HEAD, then GET where that says nothing; no cookies, no body, few redirects. Imports no Django."""

import http.client
import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from urllib.parse import urljoin

from cms.editing.freshness.links.targets import NotAsked, Policy, Target

MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
MISSING = {404, 410}
# An answer about the program that asks, or about this moment, and not about the page.
UNCLEAR = {401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 503, 999}


@dataclass(frozen=True)
class Finding:
    """`outcome` is a key of `link_check.OUTCOMES`; `status` the last HTTP status, None without any answer."""

    outcome: str
    status: int | None = None


@dataclass(frozen=True)
class Prober:
    """How addresses are asked. `timeout` is in seconds, for one request; `turn(host)` waits for a host to be free."""

    user_agent: str
    timeout: float = 10
    policy: Policy = field(default_factory=Policy)
    turn: Callable[[str], AbstractContextManager] = nullcontext

    def probe(self, url: str) -> Finding:
        """Return what is found at an address. Raises nothing."""
        status = None
        try:
            for _ in range(MOST_REDIRECTS + 1):
                target = self.policy.target(url)
                status, location = self._ask(target)
                if status not in REDIRECTS or not location:
                    return Finding(outcome_of(status), status)
                url = urljoin(url, location)
        except NotAsked:
            return Finding("refused", status)
        except ssl.SSLCertVerificationError:
            return Finding("insecure", status)
        except (OSError, http.client.HTTPException, ValueError):
            return Finding("unreachable", status)
        return Finding("redirects", status)

    def _ask(self, target: Target) -> tuple[int, str | None]:
        """Return (status, address it redirects to). A server that refuses HEAD is asked the way a browser does."""
        with self.turn(target.host):
            status, location = self._request("HEAD", target)
            if status >= 400 and status not in {404, 410, 429}:
                status, location = self._request("GET", target)
        return status, location

    def _request(self, method: str, target: Target) -> tuple[int, str | None]:
        connection = _connection(target, self.timeout)
        # A server that sends one letter at a time would keep every single wait short and the whole one endless.
        alarm = threading.Timer(self.timeout, _cut, [connection])
        alarm.daemon = True
        alarm.start()
        try:
            connection.request(
                method,
                target.path,
                headers={"User-Agent": self.user_agent, "Accept": "*/*", "Connection": "close"},
            )
            # Closed with the body unread: not even a page without an end costs anything.
            response = connection.getresponse()
            return response.status, response.headers.get("Location")
        finally:
            alarm.cancel()
            connection.close()


def outcome_of(status: int) -> str:
    """Return what an HTTP status says about a page."""
    if status < 400:
        return "ok"
    if status in MISSING:
        return "missing"
    return "unclear" if status in UNCLEAR else "error"


class _PlainConnection(http.client.HTTPConnection):
    """HTTP to the address that was checked, whatever its name leads to by now."""

    ip = ""

    def connect(self):
        self.sock = socket.create_connection((self.ip, self.port), self.timeout)


class _SecureConnection(http.client.HTTPSConnection):
    """The same with TLS; the certificate is that of the host."""

    ip = ""
    context: ssl.SSLContext

    def connect(self):
        plain = socket.create_connection((self.ip, self.port), self.timeout)
        self.sock = plain
        self.sock = self.context.wrap_socket(plain, server_hostname=self.host)


def _connection(target: Target, timeout: float) -> http.client.HTTPConnection:
    if target.scheme == "http":
        plain = _PlainConnection(target.host, target.port, timeout=timeout)
        plain.ip = target.ip
        return plain
    context = ssl.create_default_context()
    secure = _SecureConnection(target.host, target.port, timeout=timeout, context=context)
    secure.ip, secure.context = target.ip, context
    return secure


def _cut(connection: http.client.HTTPConnection) -> None:
    # Shut down rather than closed: a thread that reads wakes up from it.
    if connection.sock is not None:
        try:
            connection.sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            return
