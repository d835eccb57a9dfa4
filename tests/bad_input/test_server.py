"""What only a real server sees: lines that are no requests, floods of headers, lengths that lie, and who is slow."""

import contextlib
import re
import socket

import pytest

from tests.api.served import Served, SQLiteFile
from tests.bad_input.policies import INSIDE

# Without it there would be no migrated database to copy.
pytestmark = pytest.mark.django_db

SECONDS = 2  # for an answer; then whoever sent no whole request hangs up
HOST = b"Host: site.example\r\nX-Forwarded-Proto: https\r\n"
FIRST = b"GET /livez HTTP/1.1\r\n"

# Name -> (bytes, the status they are answered with).
MALFORMED = {
    "no words": (b"\x00\xff\x16\x03\x01\r\n\r\n", 400),
    "the beginning of TLS": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200), 400),
    "no version": (b"GET /livez\r\n\r\n", 400),
    "a version of the future": (b"GET /livez HTTP/9.9\r\n" + HOST + b"\r\n", 400),
    "a space in the path": (b"GET /li vez HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a nul in the path": (b"GET /\x00 HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    "a line end in a header": (FIRST + HOST + b"A: b\rc\r\n\r\n", 400),
    "a nul in a header": (FIRST + HOST + b"A: \x00\r\n\r\n", 400),
    "a header without a name": (FIRST + HOST + b": x\r\n\r\n", 400),
    "a header without a colon": (FIRST + HOST + b"nonsense\r\n\r\n", 400),
    "a space before the colon": (FIRST + HOST + b"A : b\r\n\r\n", 400),
    "two lengths": (FIRST + HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400),
    "a length that is no number": (FIRST + HOST + b"Content-Length: x\r\n\r\n", 400),
    "a length below nothing": (FIRST + HOST + b"Content-Length: -1\r\n\r\n", 400),
    "a length beyond 64 bits": (FIRST + HOST + b"Content-Length: 99999999999999999999\r\n\r\n", 400),
    "ten thousand headers": (FIRST + HOST + b"A: b\r\n" * 10_000 + b"\r\n", 431),
    "a header of a megabyte": (FIRST + HOST + b"A: " + b"b" * 1_000_000 + b"\r\n\r\n", 431),
    "an address of a megabyte": (b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 431),
    "chunks that are none": (
        b"POST /oembed/ HTTP/1.1\r\n"
        + HOST
        + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nnonsense\r\n0\r\n\r\n",
        405,
    ),
    "no host": (FIRST + b"X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n", 200),
    "two hosts": (FIRST + b"Host: evil.example\r\n" + HOST + b"Connection: close\r\n\r\n", 200),
    "the whole address": (
        b"GET http://evil.example/livez HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n",
        200,
    ),
    "a star": (b"OPTIONS * HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 404),
    "an unknown method": (b"FOO /livez HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 405),
    "an expectation": (FIRST + HOST + b"Expect: nonsense\r\nConnection: close\r\n\r\n", 200),
    "an upgrade": (FIRST + HOST + b"Upgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n", 200),
    "bytes in the query": (b"GET /livez?\xff\xfe HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n", 400),
    "bytes in a header": (FIRST + HOST + b"A: \xff\xfe\r\nConnection: close\r\n\r\n", 200),
    "a body where none belongs": (FIRST + HOST + b"Content-Length: 3\r\nConnection: close\r\n\r\na=b", 200),
    "eight kilobytes of address": (
        b"GET /widgets/v1/" + b"a" * 8192 + b" HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n",
        404,
    ),
}


@pytest.fixture(scope="module")
def served(django_db_setup, django_db_blocker, tmp_path_factory, pytestconfig):
    """The site with the settings of a public host, on an empty database."""
    folder = tmp_path_factory.mktemp("served")
    site = Served(folder, SQLiteFile(folder, pytestconfig.cache.mkdir("database")).url)
    yield site
    site.close()


def told(site, sent):
    """Send bytes and return (status or None, everything that came back until the connection or the patience ended)."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=SECONDS) as line:
        received = b""
        # Whoever is refused early may be cut off while still sending.
        with contextlib.suppress(OSError):
            line.sendall(sent)
        with contextlib.suppress(OSError):
            while content := line.recv(65536):
                received += content
    status = re.match(rb"HTTP/1\.[01] (\d{3})", received)
    return status and int(status[1]), received


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_no_request_is_refused_and_the_next_one_answered(served, name):
    sent, expected = MALFORMED[name]
    status, received = told(served, sent)
    assert status == expected, received[:500]
    assert not INSIDE.search(received)
    assert len(received) < 20_000
    assert served.get("/livez")[0] == 200


def test_whoever_promises_more_than_is_sent_gets_no_failure(served):
    sent = b"POST /oembed/ HTTP/1.1\r\n" + HOST + b"Content-Length: 1000\r\nConnection: close\r\n\r\nabc"
    status, received = told(served, sent)
    assert status in {400, 405, 408, None}, received[:500]
    assert served.get("/livez")[0] == 200


def test_what_follows_a_request_is_not_taken_for_part_of_it(served):
    smuggled = b"GET /livez HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
    both = b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    _status, received = told(served, b"POST /oembed/ HTTP/1.1\r\n" + HOST + both + smuggled)
    # Refused, or read by the chunks alone: never two readings of the same bytes.
    assert received.count(b"HTTP/1.1 ") <= 2
    assert not INSIDE.search(received)
