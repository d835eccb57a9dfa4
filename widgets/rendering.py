"""Pages as HTML from their templates, none larger than its limit. Needs no request."""

from collections.abc import Callable, Sequence

from django.template.loader import render_to_string

from widgets.pages import Detail

HTML_LIMIT = 100_000  # bytes, uncompressed

# From everything to what always fits.
DETAILS = (
    Detail(contacts=3, summary=600, whole=True),
    Detail(contacts=1, summary=300, whole=True),
    Detail(contacts=0, summary=60, whole=False),
    Detail(contacts=0, summary=20, whole=False),
)


def render(template: str, content: dict) -> bytes:
    """Return the HTML of an embed page; `template` is a name below `widgets/embed/`."""
    return render_to_string(f"widgets/embed/{template}.html", content).encode()


def render_within_limit(template: str, content_at: Callable, details: Sequence = DETAILS) -> bytes:
    """Return the HTML with as much detail as the limit allows; `content_at` takes one of the details."""
    html = b""
    for detail in details:
        html = render(template, content_at(detail))
        if len(html) <= HTML_LIMIT:
            break
    return html
