"""Which hosts may be asked: public addresses of the internet and nothing else, looked up anew for every request.

An editor can type any address. Without this, the server would ask its own network for her, and a site that redirects
to an inner address, or whose name changes between looking up and asking, would too: so the connection goes to the very
address that was checked here. Imports no Django.
"""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

PORTS = {"http": 80, "https": 443}
# What may stand in a path or query as it is; everything else is escaped.
_SAFE = "%/:=&?~+!$,;'@()*[]-._"


class NotAsked(Exception):
    """The address is not one that is asked."""


@dataclass(frozen=True)
class Target:
    """One request: to `ip`, for `host`. `path` begins with a slash and holds the query."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str


def look_up(host: str) -> list[str]:
    """Return the IP addresses of a host. OSError when it has none."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[4][0]) for address in found))


def is_public(ip: str) -> bool:
    """Say whether an IP address is one of the internet: not private, local, of a provider's metadata, or made up."""
    try:
        address = ipaddress.ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    if inner is not None:
        return is_public(str(inner))
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and getattr(address, "teredo", None) is None
        and not getattr(address, "is_site_local", False)
    )


@dataclass(frozen=True)
class Policy:
    """How hosts are looked up and which of their addresses and ports are asked; tests put their own in."""

    look_up: Callable[[str], list[str]] = look_up
    is_allowed: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(PORTS.values())

    def target(self, url: str) -> Target:
        """Return where to ask for an address. `NotAsked` if nowhere, OSError if its host is unknown."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port or PORTS.get(parts.scheme)
        except ValueError as error:
            raise NotAsked from error
        if not host or port not in self.ports or parts.scheme not in PORTS:
            raise NotAsked
        if parts.username is not None or is_onion(host):
            raise NotAsked
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError as error:
            raise NotAsked from error
        ips = self.look_up(host)
        # One inner address among several is enough: who controls the name chooses which one is taken.
        if not ips or not all(self.is_allowed(ip) for ip in ips):
            raise NotAsked
        path = quote(parts.path or "/", safe=_SAFE)
        return Target(
            parts.scheme,
            host,
            port,
            f"{path}?{quote(parts.query, safe=_SAFE)}" if parts.query else path,
            ips[0],
        )


def is_onion(host: str) -> bool:
    """Say whether a host can be reached over Tor only."""
    return host.rstrip(".").endswith(".onion")
