"""Where it is measured: a browser, and a site on loopback with made-up organisations and host pages."""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser, BrowserType

from benchmarks.widgets import peers
from benchmarks.widgets.files import on_the_wire, organisations, published_files
from benchmarks.widgets.pages import Embed, embeds, page
from benchmarks.widgets.server import Answer, serve
from scripts.require_chromium import find_chromium

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "widgets" / "static" / "widgets" / "v1"
# MapLibre needs WebGL 2, here in software; the same flags for everybody. Without --disable-gpu every other canvas would
# be drawn by that software too, in tasks of a second.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
JITLESS = "--js-flags=--jitless"


@dataclass(frozen=True)
class Site:
    """Organisations as published files beside the built widgets, and a host page for every embed."""

    port: int
    embeds: dict[str, Embed]
    answers: dict[str, Answer]

    @property
    def host(self) -> str:
        """The address that serves everything but the host pages."""
        return f"http://localhost:{self.port}"

    def address(self, name: str) -> str:
        """Return the address of the host page with this embed, on another host."""
        return f"http://127.0.0.1:{self.port}/{name}"


class Stage:
    """Gives browsers and sites to the sections."""

    def __init__(self, browsers: BrowserType, names: Iterable[str]):
        self.browsers = browsers
        self.names = tuple(names)

    @contextmanager
    def browser(self, *flags: str) -> Iterator[Browser]:
        """A browser with these flags more."""
        opened = self.browsers.launch(executable_path=find_chromium(), args=[*FLAGS, *flags])
        try:
            yield opened
        finally:
            opened.close()

    @contextmanager
    def site(self, count: int) -> Iterator[Site]:
        """A site with so many organisations."""
        answers = self._wire(count)
        found = embeds(self.manifest, self.names)
        with serve(lambda path: answers.get(path.partition("?")[0])) as port:
            site = Site(port, found, answers)
            answers |= {f"/{name}": Answer(page(embed, site.host)) for name, embed in found.items()}
            yield site

    @cached_property
    def manifest(self) -> dict:
        """The built modules by name."""
        return json.loads((BUILT / "manifest.json").read_text())

    def _wire(self, count):
        """Return {path: Answer} of everything but the host pages."""
        records = organisations(count)
        files = {f"/widgets/v1/{path.relative_to(BUILT)}": path.read_bytes() for path in _files_below(BUILT)}
        published = published_files(records, datetime.now(UTC).date())
        files |= {f"/published/v1/{name}": content for name, content in published.items()}
        files |= peers.files(self.names, records)
        return {path: _answer(path, content) for path, content in files.items()}


def _files_below(folder):
    return (path for path in folder.rglob("*") if path.is_file())


def _answer(path, content):
    return Answer(content) if path.endswith(".png") else Answer(on_the_wire(path, content), "br")
