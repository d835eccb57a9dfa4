"""What Granian does without nginx: docs/deploy.md says it as it is here."""

import shlex
import socket
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.deployment import documentation, slow
from tests.deployment.processes import Server
from tests.deployment.shipped import ROOT
from tests.deployment.visitor import Visitor

THREADS = 2


def command_of_the_page():
    """Return the words of the command, without where it listens and with few threads."""
    (text,) = [block for block in documentation.blocks("console") if block.startswith("granian ")]
    return shlex.split(text.replace("\\\n", " "))


@pytest.fixture(scope="module")
def alone(machine):
    """A visitor of a Granian that listens to the network itself."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    said = {
        "granian": machine.granian.command[0],
        "fullchain.pem": str(machine.certificate.chain),
        "privkey.pem": str(machine.certificate.key),
        "0.0.0.0": "127.0.0.1",  # noqa: S104
        "443": str(port),
    }
    command = [said.get(word, word) for word in command_of_the_page()]
    for option, value in (("--workers", "1"), ("--blocking-threads", str(THREADS))):
        command[command.index(option) + 1] = value
    visitor = Visitor(port, machine.certificate.authority)
    server = Server(
        command,
        lambda: _answers(visitor),
        machine.places.folder / "alone.log",
        environment=machine.environment,
        folder=ROOT,
    )
    try:
        server.start()
        yield visitor
    finally:
        server.stop()


def _answers(visitor):
    try:
        return visitor.ask("/livez").status == 200
    except OSError:
        return False


def test_it_speaks_tls_and_answers(alone):
    assert alone.ask("/published/v1/overview.json", {"X-Forwarded-Proto": "https"}).status == 200


def test_it_cuts_off_slow_headers_in_the_time_of_the_command(alone):
    words = command_of_the_page()
    seconds = int(words[words.index("--http1-header-read-timeout") + 1]) / 1000
    assert seconds - 1 < slow.slow_header(alone, seconds + 8) < seconds + 8


def test_slow_bodies_keep_everybody_else_waiting(alone):
    """Why it does not belong on the open internet by itself. Should this fail, docs/deploy.md can say better."""
    with ThreadPoolExecutor(THREADS) as pool:
        bodies = [pool.submit(slow.slow_body, alone, "/accounts/login/", 8) for _ in range(THREADS)]
        time.sleep(2)
        began = time.monotonic()
        assert alone.ask("/livez").status == 200
        waited = time.monotonic() - began
        assert [body.result() for body in bodies] == [None] * THREADS
    assert waited > 3
