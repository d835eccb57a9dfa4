"""What answers for the published files and the files of the widgets, whoever asks: Django or the WSGI server."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from cms.common.http.answers import FOREVER, SHORT, Answer, Content, content_of, fetched
from cms.common.http.encodings import compress
from cms.conf import defenders_settings
from widgets.stored_files import StoredFiles

PUBLISHED = "/published/v1/"
WIDGETS = "/widgets/v1/"
WIDGETS_FOLDER = Path(__file__).resolve().parent / "static" / "widgets" / "v1"

PUBLISHED_NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}(?:\.[a-z]{2,3})?\.(json|geojson|csv)")
# The hash in a name belongs to the content: such a file never changes.
WIDGET_NAME = re.compile(r"[a-z][a-z0-9-]{0,40}(?P<hash>\.[0-9a-f]{8,64})?\.(?P<type>js|json)")

CONTENT_TYPES = {
    "json": "application/json",
    "geojson": "application/geo+json",
    "csv": "text/csv; charset=utf-8; header=present",
    "js": "text/javascript; charset=utf-8",
}
SUFFIXES = {"br": ".br", "gzip": ".gz", "identity": ""}

# Per process. Compressed, the directory of ten thousand organisations is smaller than the largest that is kept.
_stored = StoredFiles(largest=8_000_000, together=64_000_000)


def published_answer(environ: Mapping[str, str], name: str) -> Answer | None:
    """Return the answer for a published file, None without it; needs no database."""
    known = PUBLISHED_NAME.fullmatch(name)
    if not known:
        return None
    path = f"{defenders_settings.PUBLISHED_ROOT}/current/{name}"
    headers = {"Content-Type": CONTENT_TYPES[known[1]], "Cache-Control": SHORT}
    return fetched(environ, lambda encoding: _stored.content(path + SUFFIXES[encoding]), headers)


def widget_answer(environ: Mapping[str, str], name: str) -> Answer | None:
    """Return the answer for a file of the widgets, None without it."""
    known = WIDGET_NAME.fullmatch(name)
    if not known:
        return None
    path = WIDGETS_FOLDER / name
    headers = {
        "Content-Type": CONTENT_TYPES[known["type"]],
        "Cache-Control": FOREVER if known["hash"] else SHORT,
    }
    return fetched(environ, lambda encoding: encoded_file(path, encoding), headers)


def encoded_file(path: Path, encoding: str) -> Content | None:
    """Return a file in an encoding, None without a file; compressed once, until the file changes."""
    try:
        state = path.stat()
        return _encoded(path, encoding, state.st_mtime_ns, state.st_size)
    except OSError:
        return None


@lru_cache(maxsize=1024)
def _encoded(path, encoding, _changed, _size):
    return content_of(compress(path.read_bytes(), encoding, thoroughly=True))


# What the path of a file begins with -> what answers for the rest of it.
FOLDERS: dict[str, Callable[[Mapping[str, str], str], Answer | None]] = {
    PUBLISHED: published_answer,
    WIDGETS: widget_answer,
}
