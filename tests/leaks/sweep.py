"""Visits addresses and searches whatever comes back: status, headers, and the body as a reader would unpack it."""

import gzip
from dataclasses import dataclass
from pathlib import Path

import brotli
from django.test import Client
from PIL import Image as Pixels

from tests.leaks.canaries import Flock

# What every address is asked, beside a plain GET: (method, headers).
OTHERWISE = (
    ("head", {}),
    ("options", {"origin": "https://partner.example"}),
    ("post", {}),
    ("put", {"content-type": "text/x-unknown"}),
    ("get", {"accept-encoding": "br, gzip"}),
    ("get", {"accept": "text/html", "accept-language": "ar", "if-none-match": '""'}),
    ("get", {"host": "other.example", "x-forwarded-host": "other.example", "cookie": "sessionid=x"}),
)


@dataclass(frozen=True)
class Answer:
    """What an address answered; `leaked` and `shown` are names of the canaries in it that nobody asked for."""

    method: str
    address: str
    status: int
    leaked: frozenset[str]
    shown: frozenset[str]


class Sweep:
    """A visitor without an account who looks at everything."""

    def __init__(self, secrets: Flock, shown: Flock, client: Client | None = None):
        self._secrets, self._shown = secrets, shown
        self._client = client or Client(raise_request_exception=False)

    def visit(self, address: str, method: str = "get", headers: dict | None = None) -> Answer:
        """Ask an address and search the answer."""
        response = getattr(self._client, method)(address, headers=headers or {})
        content = as_bytes(response)
        # An answer may repeat what was asked, and nothing else.
        asked = self._secrets.found_in(address.encode())
        return Answer(
            method,
            address,
            response.status_code,
            frozenset(self._secrets.found_in(content) - asked),
            frozenset(self._shown.found_in(content)),
        )


def as_bytes(response) -> bytes:
    """Return all that an answer says: headers, cookies, and the unpacked body."""
    said = [str(response.reason_phrase), str(response.cookies)]
    said += [f"{name}: {value}" for name, value in response.items()]
    body = b"".join(response.streaming_content) if response.streaming else response.content
    encoding = response.get("Content-Encoding", "")
    return "\n".join(said).encode() + b"\n" + unpacked(body, encoding)


def unpacked(body: bytes, encoding: str = "") -> bytes:
    """Return bytes as they were before they were compressed, as "gzip", "br" or not at all."""
    if not body:
        return body
    return {"gzip": gzip.decompress, "br": brotli.decompress}.get(encoding, bytes)(body)


def in_file(path: Path) -> bytes:
    """Return what a file tells: its name, its content, and what is compressed in it."""
    content = path.read_bytes()
    encoding = {".gz": "gzip", ".br": "br"}.get(path.suffix, "")
    return path.name.encode() + b"\n" + unpacked(content, encoding) + b"\n" + _in_picture(path)


def _in_picture(path):
    if path.suffix not in (".png", ".jpg", ".jpeg", ".webp", ".gif"):
        return b""
    with Pixels.open(path) as picture:
        said = [repr(picture.info), repr(dict(picture.getexif())), repr(picture.getexif().get_ifd(0x8825))]
    return "\n".join(said).encode()
