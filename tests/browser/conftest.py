"""A real Chromium before the real site: the server is the one that `make run` starts, in a process of its own.

The site answers at http://localhost:<port>, the partner's page at http://127.0.0.1:<port>: another origin.
"""

import functools
import http.server
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from scripts.require_chromium import find_chromium

ROOT = Path(__file__).parents[2]
START_SECONDS = 180  # a busy machine; how fast it starts is measured elsewhere

# Playwright keeps an event loop in this thread, which Django would take for asynchronous code in all later tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# Two hidden pages of its own (below the address bar), which Chromium would start anew for every visitor: half of what a
# visit takes. The last such flag counts alone, so what Playwright switches off is repeated.
SWITCHED_OFF = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(SWITCHED_OFF)}",
]


@dataclass(frozen=True)
class RunningSite:
    """A site with the sample content: its address, its folder, and the editor's password."""

    url: str
    data: Path
    password: str


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark everything in this folder: `-m "not browser"` leaves it out."""
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


def free_port():
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The demo site, started once for all browser tests."""
    data = tmp_path_factory.mktemp("site")
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"DATA_DIR": str(data), "PORT": str(port), "DJANGO_SETTINGS_MODULE": "config.settings.dev"}
    log = data / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "manage.py", "demo", "--port", str(port), "--data", str(data)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    url = f"http://localhost:{port}"
    try:
        _wait_until_it_answers(url, process, log)
        yield RunningSite(url, data, (data / "editor-login").read_text())
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_it_answers(url, process, log):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"The site did not start:\n{log.read_text()}")
        try:
            urllib.request.urlopen(f"{url}/", timeout=5)  # noqa: S310
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
        else:
            return
    pytest.fail(f"The site did not answer in {START_SECONDS} seconds:\n{log.read_text()}")


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture(scope="session")
def partner(tmp_path_factory):
    """Return a function that puts a page on the partner's server and gives its address."""
    folder = tmp_path_factory.mktemp("partner")
    handler = functools.partial(_QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def put(name, content):
        (folder / name).write_text(content, encoding="utf-8")
        return f"http://127.0.0.1:{server.server_port}/{name}"

    yield put
    server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    """The browser."""
    path = find_chromium()
    assert path, "The browser tests need Chromium: install it, or set CHROMIUM to its path."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Return a function that opens an address in a fresh visitor's browser; see `Visit` for what it notes."""
    contexts = []

    def open_address(address=None, *, width=1280, height=900, **options):
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(20_000)
        contexts.append(context)
        visit = Visit(context)
        if address:
            visit.page.goto(address)
        return visit

    yield open_address
    for context in contexts:
        context.close()


class Visit:
    """A page and what happened on it: `requests` (addresses), `errors` (uncaught ones and those of the console)."""

    def __init__(self, context):
        self.context = context
        self.page = context.new_page()
        self.requests = []
        self.errors = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def hosts(self):
        """Return the scheme, host and port of everything that was asked for."""
        return {"/".join(url.split("/")[:3]) for url in self.requests}

    def leaves_no_trace(self):
        """Say whether the visit left neither a cookie nor anything in the storages."""
        stored = self.page.evaluate("localStorage.length + sessionStorage.length")
        return not self.context.cookies() and stored == 0
