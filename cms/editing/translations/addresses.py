"""Where things about a translated text or page are in the admin."""

from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page


def view_name(name, row):
    """Return the full name of a view ("edit", "unpublish", "workflow_action"...) of a row, for `reverse`."""
    if isinstance(row, Page):
        return f"wagtailadmin_pages:{name}"
    opts = row._meta
    return f"wagtailsnippets_{opts.app_label}_{opts.model_name}:{name}"


def address(name, row, *more):
    """Return the address of a view of a row."""
    return reverse(view_name(name, row), args=[quote(row.pk), *more])


def back_to(request, row):
    """Return the address that the request asks to go on to, if it is one of this site, or the editor of the row."""
    return get_valid_next_url_from_request(request) or address("edit", row)
