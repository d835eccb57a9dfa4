"""What is found at an address: asked on this machine alone, bounded in every direction."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cms.editing.freshness.links.probe import Finding, Prober
from cms.editing.freshness.links.run import Turns, ask_all
from cms.editing.freshness.links.targets import Policy


class Site(BaseHTTPRequestHandler):
    """Answers by path; `seen` are the requests it got."""

    seen: list = []

    def do_HEAD(self):
        self.answer()

    def do_GET(self):
        self.answer()

    def answer(self):
        self.seen.append((self.command, self.path, dict(self.headers)))
        getattr(self, f"at_{self.path.strip('/').split('/')[0]}", self.at_status)()

    def at_status(self):
        self.reply(int(self.path.split("/")[2]))

    def at_gethead(self):
        self.reply(405 if self.command == "HEAD" else 200)

    def at_loop(self):
        self.reply(302, "/loop/")

    def at_hops(self):
        left = int(self.path.split("/")[2])
        self.reply(301, f"/hops/{left - 1}") if left else self.reply(200)

    def at_inside(self):
        self.reply(302, "http://inside.example/secret")

    def at_script(self):
        self.reply(302, "javascript:alert(1)")

    def at_endless(self):
        self.send_response(200)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"x" * 1000)

    def at_drip(self):
        try:
            for letter in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 1000:
                self.wfile.write(bytes([letter]))
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def at_nonsense(self):
        self.wfile.write(b"\x00\xff" * 50)

    def at_cookie(self):
        self.send_response(302)
        self.send_header("Set-Cookie", "who=you")
        self.send_header("Location", "/status/200")
        self.end_headers()

    def reply(self, status, location=None):
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def log_message(self, *args):
        return


@pytest.fixture(scope="module")
def server():
    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield site.server_port
    site.shutdown()


@pytest.fixture
def probe(server):
    Site.seen.clear()
    ips = {"inside.example": "10.0.0.1"}
    policy = Policy(
        look_up=lambda host: [ips.get(host, "127.0.0.1")],
        is_allowed=lambda ip: ip == "127.0.0.1",
        ports=frozenset({server, 80}),
    )
    prober = Prober("Checker (+https://defenders.example.org)", timeout=0.4, policy=policy)
    return lambda path: prober.probe(f"http://site.example:{server}{path}")


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/status/200", "ok", 200),
        ("/status/204", "ok", 204),
        ("/status/404", "missing", 404),
        ("/status/410", "missing", 410),
        ("/status/400", "error", 400),
        ("/status/500", "error", 500),
        ("/status/401", "unclear", 401),
        ("/status/403", "unclear", 403),
        ("/status/429", "unclear", 429),
        ("/status/503", "unclear", 503),
        ("/gethead/", "ok", 200),
        ("/hops/5", "ok", 200),
        ("/hops/6", "redirects", 301),
        ("/loop/", "redirects", 302),
        ("/inside/", "refused", 302),
        ("/script/", "refused", 302),
        ("/endless/", "ok", 200),
        ("/nonsense/", "unreachable", None),
    ],
)
def test_what_is_found(probe, path, outcome, status):
    assert probe(path) == Finding(outcome, status)


def test_a_server_that_sends_a_letter_at_a_time_is_cut_off(probe):
    started = time.monotonic()
    assert probe("/drip/").outcome == "unreachable"
    assert time.monotonic() - started < 3


def test_a_site_that_is_not_there_is_unreachable():
    policy = Policy(look_up=lambda host: ["127.0.0.1"], is_allowed=lambda ip: True, ports=frozenset({9}))
    assert Prober("x", 0.5, policy).probe("http://site.example:9/") == Finding("unreachable")


def test_a_name_that_nobody_knows_is_unreachable():
    def unknown(host):
        raise OSError

    assert Prober("x", 0.5, Policy(look_up=unknown)).probe("https://site.example/").outcome == "unreachable"


def test_a_plain_server_behind_a_secure_address_is_unreachable(server):
    policy = Policy(look_up=lambda host: ["127.0.0.1"], is_allowed=lambda ip: True, ports=frozenset({server}))
    assert Prober("x", 0.5, policy).probe(f"https://site.example:{server}/").outcome == "unreachable"


def test_it_says_who_asks_and_takes_no_cookies(probe):
    probe("/cookie/")
    assert [(method, path) for method, path, _headers in Site.seen] == [
        ("HEAD", "/cookie/"),
        ("HEAD", "/status/200"),
    ]
    for _method, _path, headers in Site.seen:
        assert headers["User-Agent"] == "Checker (+https://defenders.example.org)"
        assert not {"Cookie", "Referer", "Authorization"} & set(headers)


def test_a_host_is_asked_one_thing_at_a_time_and_all_of_them_end():
    busy, worst = {"site": 0}, []
    turns = Turns(pause=0)

    def probe(url):
        with turns("site"):
            busy["site"] += 1
            worst.append(busy["site"])
            time.sleep(0.005)
            busy["site"] -= 1
        return Finding("ok", 200)

    urls = [f"http://{name}.example/{number}" for name in "abc" for number in range(3)]
    assert {url for url, _finding in ask_all(urls, probe, 3, 10)} == set(urls)
    assert max(worst) == 1


def test_nothing_is_begun_after_the_time_is_over():
    assert list(ask_all(["http://a.example/"], lambda url: Finding("ok"), 2, 0)) == []
