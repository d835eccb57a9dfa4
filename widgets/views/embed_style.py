"""The style sheets of the embed pages: one for all, and one for a partner's accent colour.

They have addresses of their own because the pages allow no styles inside the HTML, and because a public page
should not depend on how a site serves its static files.
"""

from pathlib import Path

from django.utils.translation import gettext as _

from widgets.colours import accent_for, parse_colour
from widgets.public_files import encoded_file
from widgets.views.delivery import deliver, deliver_made, problem, public

STYLE = Path(__file__).resolve().parents[1] / "static" / "defenders_widgets" / "embed.css"
CONTENT_TYPE = "text/css; charset=utf-8"


@public
def embed_style(request):
    """Serve the style sheet."""
    return deliver(request, CONTENT_TYPE, lambda encoding: encoded_file(STYLE, encoding))


@public
def embed_accent(request, accent):
    """Serve the custom properties of an accent colour, six hexadecimal digits, made readable in both themes."""
    colour = parse_colour(f"#{accent}")
    if colour is None:
        return problem(404, _("A colour has six hexadecimal digits."))
    properties = []
    for theme in ("light", "dark"):
        readable, text = accent_for(theme, colour)
        properties += [f"--accent-{theme}:{readable}", f"--on-accent-{theme}:{text}"]
    css = f":root{{{';'.join(properties)}}}".encode()
    return deliver_made(request, CONTENT_TYPE, css)
