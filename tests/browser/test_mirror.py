"""A static copy in a browser: widgets move on to it when the first host fails, and its pages work below any path."""

import functools
import http.server
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import override_settings

from tests.browser.conftest import free_port
from tests.widgets.directories import record
from tests.widgets.mirrors import publish_whole

HOSTS = ("refuses", "fails", "blocks", "hangs")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


class _StaticHost(_Quiet):
    """What docs/mirror.md asks of a host: files, and the header that lets other sites read them."""

    def end_headers(self):
        """Add the header."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


class _Broken(_Quiet):
    """A host that answers as `server.answers` says; None keeps silent until the end."""

    def do_GET(self):
        """Answer."""
        if self.server.answers is None:
            self.server.over.wait(60)
            return
        status, body = self.server.answers
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(body)


@dataclass(frozen=True)
class Hosts:
    """Addresses of a static host with a copy below a path, its folder, and of hosts that fail in different ways."""

    mirror: str
    copy: Path
    broken: dict


def _serve(handler, **facts):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    vars(server).update(facts)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="module")
def hosts(tmp_path_factory):
    """A copy made by the command, on a host of its own, and hosts that fail."""
    folder, root = tmp_path_factory.mktemp("static"), tmp_path_factory.mktemp("published")
    publish_whole(root, [record("first"), record("second", areas_served=["KE"])])
    with override_settings(DEFENDERS_PUBLISHED_ROOT=root):
        call_command("export_mirror", str(folder / "copies" / "one"), languages="es", verbosity=0)
    over = threading.Event()
    static = _serve(functools.partial(_StaticHost, directory=str(folder)))
    servers = {
        "fails": _serve(_Broken, answers=(500, b"{}")),
        "blocks": _serve(_Broken, answers=(200, b"<!doctype html><p>This site is blocked.</p>")),
        "hangs": _serve(_Broken, answers=None, over=over),
    }
    ports = {"refuses": free_port()} | {name: server.server_port for name, server in servers.items()}
    yield Hosts(
        f"http://127.0.0.1:{static.server_port}/copies/one/",
        folder / "copies" / "one",
        {name: f"http://127.0.0.1:{port}" for name, port in ports.items()},
    )
    over.set()
    for server in (static, *servers.values()):
        server.shutdown()


def test_widgets_move_on_to_the_copy_whatever_is_wrong_with_the_first_host(hosts, partner, open_page):
    """One element per way of failing, a map and a list of a host that works, and scripts that are pinned elsewhere."""
    mirror = f"{hosts.mirror}published/v1/"
    broken = "".join(
        f'<defenders-directory id="{name}" lang="es" src="{address}" mirrors="{mirror}">.</defenders-directory>'
        for name, address in hosts.broken.items()
    )
    page = partner(
        "mirrors.html",
        f'<!doctype html><html lang="es"><meta charset="utf-8"><title>x</title><body>'
        f'<defenders-map id="map" lang="es" src="{hosts.broken["refuses"]}" mirrors="{mirror}">.</defenders-map>'
        f'{broken}<script type="module" src="{hosts.mirror}widgets/v1/defenders.js"></script>',
    )
    visit = open_page()
    visit.page.clock.install()
    visit.page.goto(page)
    for name in (*HOSTS[:3], "map"):
        visit.page.locator(f"#{name}").scroll_into_view_if_needed()
        visit.page.locator(f"#{name} [part=card]").first.wait_for()
    visit.page.locator("#hangs").scroll_into_view_if_needed()
    visit.page.clock.fast_forward(10_000)
    visit.page.locator("#hangs [part=card]").first.wait_for()
    refused = [url for url in visit.requests if url.startswith(f"{hosts.broken['refuses']}/")]
    assert len(refused) <= 3  # overview and directory of the map, directory of the list: never a file twice
    assert visit.leaves_no_trace()


def test_no_copy_is_asked_while_the_first_host_answers(hosts, partner, open_page, site):
    page = partner(
        "first-host.html",
        f'<!doctype html><html lang="es"><meta charset="utf-8"><title>x</title><body>'
        f'<defenders-map lang="es" mirrors="{hosts.mirror}published/v1/">.</defenders-map>'
        f'<script type="module" src="{site.url}/widgets/v1/defenders.js"></script>',
    )
    visit = open_page(page)
    visit.page.locator("defenders-map [part=card]").first.wait_for()
    assert not [url for url in visit.requests if url.startswith(hosts.mirror)]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_page_of_the_copy_works_below_a_path_with_and_without_scripts(hosts, open_page, scripts):
    visit = open_page(java_script_enabled=scripts)
    visit.page.goto(f"{hosts.mirror}index.html")
    visit.page.locator(".copy a").first.click()
    if scripts:
        visit.page.locator("defenders-directory [part=card]").first.wait_for()
        assert visit.hosts() == {"/".join(hosts.mirror.split("/")[:3])}
    else:
        visit.page.locator(".index summary").first.click()
        visit.page.locator(".index details[open] a").first.click()
        assert "/directory/country/" in visit.page.url
        visit.page.locator(".cards h4 a").first.click()
        assert "/organisations/" in visit.page.url
        assert visit.page.locator("h1").is_visible()
    assert visit.errors == []


def test_a_page_of_the_copy_is_readable_from_a_disk(hosts, open_page):
    visit = open_page((hosts.copy / "embed/v1/map/index.html").as_uri(), java_script_enabled=False)
    style = "document.styleSheets.length"
    assert visit.page.locator(".atlas img").evaluate("image => image.naturalWidth") > 0
    assert visit.page.locator("html").evaluate(f"() => {style}") == 1
