"""What Wagtail asks about a page that may be withdrawn."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from cms.directory.visibility import is_withdrawn
from cms.editing.withdrawal.views import PAGE_ACTIONS
from cms.pages.withdrawn import withdrawn_among
from cms.snippets.page_withdrawal import PageWithdrawal


def page_buttons(page, user, view_name=None, next_url=None):
    """Yield the actions for the menu at the head of a page."""
    if page.is_root() or page._state.adding:
        return
    for position, action in enumerate(PAGE_ACTIONS):
        if action.applies_to(page) and action.allowed(user, page):
            url = reverse(f"defenders_page_{action.name}", args=[page.pk])
            yield Button(action.label, url=url, icon_name=action.icon_name, priority=61 + position)


def tell_about_withdrawal(request, page):
    """Say above the form that nobody sees the page, whatever its state says."""
    if request.method != "GET" or not is_withdrawn(page):
        return
    row = (
        PageWithdrawal.objects.filter(translation_key=page.translation_key)
        .select_related("withdrawn_by")
        .first()
    )
    if row is None:
        messages.warning(
            request,
            _(
                "A page above this one is withdrawn: nobody outside sees this page either, whatever is published."
            ),
        )
        return
    messages.warning(
        request,
        _(
            "This page is withdrawn in all languages since %(moment)s: nobody outside sees it, whatever is published. "
            "Reason given: %(reason)s"
        )
        % {"moment": date_format(localtime(row.withdrawn_at), "DATETIME_FORMAT"), "reason": row.reason},
    )


def keep_withdrawn_page_in_place(request, page, *args):
    """Moved or copied elsewhere, a withdrawn page, or one below it, would be public again."""
    if not is_withdrawn(page):
        return None
    messages.error(
        request,
        _(
            "“%(name)s” is withdrawn, or a page above it is: it can be moved and copied once the withdrawal is ended."
        )
        % {"name": page},
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def copy_no_withdrawn_page(request, page):
    """The same for a copy, with the pages below it where those are copied too."""
    recursive = request.method == "POST" and bool(request.POST.get("copy_subpages"))
    withdrawn = withdrawn_among(page, recursive).first()
    return keep_withdrawn_page_in_place(request, withdrawn) if withdrawn else None


def keep_withdrawn_pages_in_place(request, action_type, objects, action):
    """The same for several pages at once."""
    if action_type != "move":
        return None
    withdrawn = [page for page in objects if isinstance(page, Page) and is_withdrawn(page)]
    return keep_withdrawn_page_in_place(request, withdrawn[0]) if withdrawn else None


def hide_withdrawn_page(page, request, serve_args, serve_kwargs):
    """Answer 404 for a withdrawn page and for those below it."""
    if is_withdrawn(page):
        raise Http404
