"""Visitors who take their time, to hold what others need: each returns after how many seconds they were cut off."""

import socket
import ssl
import time

from tests.deployment.visitor import Visitor

# A form that Django reads before it refuses it: what a visitor needs to keep a thread waiting.
FORM = (
    "POST {path} HTTP/1.1\r\nHost: localhost\r\nOrigin: https://localhost\r\nX-Forwarded-Proto: https\r\n"
    "Cookie: __Host-csrf=abcdefghijklmnopqrstuvwxyzABCDEF\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\n"
)


def slow_header(visitor: Visitor, patience: float) -> float | None:
    """Send a header byte by byte; None if nobody ended that within `patience` seconds."""
    with connected(visitor) as one:
        return _until_cut_off(one, patience, lambda: one.sendall(b"a"), begin=b"GET / HTTP/1.1\r\nX-Slow: ")


def slow_body(visitor: Visitor, path: str, patience: float) -> float | None:
    """Announce a form and never send it."""
    with connected(visitor) as one:
        return _until_cut_off(one, patience, lambda: None, begin=FORM.format(path=path).encode())


def slow_reader(visitor: Visitor, path: str, patience: float) -> float | None:
    """Ask for a file again and again and read nothing."""
    question = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Proto: https\r\n\r\n".encode()
    with connected(visitor, receive=4096) as one:
        began = time.monotonic()
        one.sendall(question * 50)
        while time.monotonic() - began < patience:
            time.sleep(0.5)
            if _is_reset(one):
                return time.monotonic() - began
        return None


def _until_cut_off(one, patience, send, begin):
    began = time.monotonic()
    one.sendall(begin)
    one.settimeout(0.5)
    while time.monotonic() - began < patience:
        try:
            send()
            one.recv(1000)
        except TimeoutError:
            continue
        except OSError:
            pass
        return time.monotonic() - began
    return None


def _is_reset(one):
    """Tell whether the other side has ended the connection, without reading."""
    return one.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR) != 0


def begin_body(one: socket.socket, path: str):
    """Announce a form."""
    one.sendall(FORM.format(path=path).encode())


def connected(visitor: Visitor, receive: int | None = None) -> socket.socket:
    """Return a connection with TLS, if the visitor speaks it; `receive` bytes are taken without being read."""
    plain = socket.socket()
    if receive:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive)
    plain.settimeout(20)
    plain.connect(("127.0.0.1", visitor.port))
    if visitor.authority is None:
        return plain
    context = ssl.create_default_context(cafile=str(visitor.authority))
    return context.wrap_socket(plain, server_hostname="localhost")
