"""`/published/v1/<name>`: the published files, from the folder of the current release and nothing else."""

import re

from django.utils.translation import gettext as _

from cms.conf import defenders_settings
from widgets.views.delivery import deliver, problem, public

NAME = re.compile(r"[a-z][a-z0-9_-]{0,40}(?:\.[a-z]{2,3})?\.(json|geojson|csv)")

CONTENT_TYPES = {
    "json": "application/json",
    "geojson": "application/geo+json",
    "csv": "text/csv; charset=utf-8",
}

SUFFIXES = {"br": ".br", "gzip": ".gz", "identity": ""}


@public
def published_file(request, name):
    """Serve a published file; needs no database."""
    known = NAME.fullmatch(name)
    current = defenders_settings.PUBLISHED_ROOT / "current"
    if known:
        response = deliver(request, CONTENT_TYPES[known[1]], lambda encoding: _read(current, name, encoding))
        if response is not None:
            return response
    if not current.is_dir():
        return problem(503, _("Nothing has been published yet. Try again in a minute."))
    return problem(404, _("There is no published file of this name. manifest.json lists them."))


def _read(current, name, encoding):
    path = current / f"{name}{SUFFIXES[encoding]}"
    # The release the link led to may go before the file is opened: then the link leads to the next one.
    for _attempt in range(2):
        try:
            return path.read_bytes()
        except OSError:
            continue
    return None
