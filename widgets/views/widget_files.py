"""`/widgets/v1/<file>`: the built scripts, compressed once per file."""

import re
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext as _

from widgets.encodings import compress
from widgets.views.delivery import FOREVER, SHORT, deliver, problem, public

FOLDER = Path(__file__).resolve().parents[1] / "static" / "widgets" / "v1"

# The hash in a name belongs to the content: such a file never changes.
NAME = re.compile(r"[a-z][a-z0-9-]{0,40}(?P<hash>\.[0-9a-f]{8,64})?\.(?P<type>js|json)")

CONTENT_TYPES = {"js": "text/javascript; charset=utf-8", "json": "application/json"}


@public
def widget_file(request, name):
    """Serve a file of the widgets."""
    known = NAME.fullmatch(name)
    response = known and deliver(
        request,
        CONTENT_TYPES[known["type"]],
        lambda encoding: encoded_file(FOLDER / name, encoding),
        cache=FOREVER if known["hash"] else SHORT,
    )
    return response or problem(404, _("There is no file of the widgets with this name."))


def encoded_file(path, encoding):
    """Return the content of a file in an encoding, None without a file; kept until the file changes."""
    try:
        state = path.stat()
        return _encoded(path, encoding, state.st_mtime_ns, state.st_size)
    except OSError:
        return None


@lru_cache(maxsize=256)
def _encoded(path, encoding, _changed, _size):
    return compress(path.read_bytes(), encoding, thoroughly=True)
