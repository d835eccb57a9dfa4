"""Where things about a translated text or page are in the admin."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

# Page view, and snippet view, by what they do.
VIEWS = {
    "edit": ("wagtailadmin_pages:edit", "edit"),
    "unpublish": ("wagtailadmin_pages:unpublish", "unpublish"),
    "delete": ("wagtailadmin_pages:delete", "delete"),
    "history": ("wagtailadmin_pages:history", "history"),
    "workflow_action": ("wagtailadmin_pages:workflow_action", "workflow_action"),
}


def address(name, row, *more):
    """Return the address of a view of VIEWS for a row."""
    page_view, snippet_view = VIEWS[name]
    if isinstance(row, Page):
        return reverse(page_view, args=[row.pk, *more])
    return reverse(row.snippet_viewset.get_url_name(snippet_view), args=[quote(row.pk), *more])


def back_to(request, row):
    """Return the address that the request asks to go on to, if it is one of this site, or the editor of the row."""
    return get_valid_next_url_from_request(request) or address("edit", row)
