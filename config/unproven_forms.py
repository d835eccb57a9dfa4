"""A form without a token that fits: an editor's own is offered to be sent again, everything else is refused."""

from accounts.views.unsent import repeatable_form
from cms.pages import errors


def unproven_form(request, reason=""):
    """Return the page for it."""
    return repeatable_form(request) or errors.unproven_form(request, reason)
