"""The page of a made-up partner, for development: what `demo/` holds, with this site as the host of the widgets."""

import re
from pathlib import Path

from django.http import Http404, HttpResponse

from cms.common.http.policies import Kind
from cms.headers.kinds import of_kind
from widgets.addresses import public_base

FOLDER = Path(__file__).resolve().parents[2] / "demo"
FIRST_PAGE = "partner.es.html"
NAME = re.compile(r"partner(?:\.[a-z]{2})?\.(html|css)")
CONTENT_TYPES = {"html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8"}

# Stands in the pages for scheme and host, as in the documentation.
PLACEHOLDER = "https://HOST"


def demo_content(name: str, base_url: str) -> str:
    """Return a file of the demo with its widgets coming from the base URL; FileNotFoundError for another name."""
    if not NAME.fullmatch(name):
        raise FileNotFoundError(name)
    return (FOLDER / name).read_text(encoding="utf-8").replace(PLACEHOLDER, base_url)


@of_kind(Kind.DEMO)
def demo_file(request, name=FIRST_PAGE):
    """Serve a file of the demo."""
    try:
        content = demo_content(name, public_base())
    except FileNotFoundError:
        raise Http404 from None
    return HttpResponse(content, content_type=CONTENT_TYPES[NAME.fullmatch(name)[1]])
