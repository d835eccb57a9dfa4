"""The embed page of the map as somebody without scripts gets it: made by the real views, loaded by the browser."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.test import override_settings

from benchmarks.api.in_process import answer
from benchmarks.widgets.files import organisations, published_files
from benchmarks.widgets.server import Answer, serve
from benchmarks.widgets.tab import tab

PAGE = "/embed/v1/map/?lang=es"
KINDS = {"text/html": "HTML", "image/webp": "picture", "text/css": "style sheet"}


def measure(browser, count: int) -> dict[str, int]:
    """Return {kind: bytes on the wire} of what the page loads when scripts are switched off."""
    loaded: dict[str, int] = {}
    with _application(count) as application, tab(browser, "") as visit:

        def find(path):
            status, headers, content = answer(application, path, (("Accept-Encoding", "br"),))
            kind = headers["Content-Type"].partition(";")[0]
            if status == 200:
                loaded[KINDS[kind]] = loaded.get(KINDS[kind], 0) + len(content)
            return Answer(content, headers.get("Content-Encoding", ""), headers["Content-Type"])

        with serve(find) as port:
            visit.send("Emulation.setScriptExecutionDisabled", value=True)
            visit.send("Page.navigate", url=f"http://127.0.0.1:{port}{PAGE}")
            visit.wait(lambda: any(name == "Page.loadEventFired" for name, _ in visit.log))
    return loaded


@contextmanager
def _application(count: int) -> Iterator:
    """The site with so many organisations published, and nothing in its database."""
    from config.wsgi import application

    with tempfile.TemporaryDirectory() as folder:
        current = Path(folder) / "current"
        current.mkdir()
        for name, content in published_files(organisations(count), datetime.now(UTC).date()).items():
            (current / name).write_bytes(content)
        with override_settings(DEFENDERS_PUBLISHED_ROOT=Path(folder)):
            yield application
