"""What only some may open looks to everybody else as if it were not there.

Wagtail leads to a login, which says that there is a page, and gives out a document whose page was taken off. Whoever
has an account logs in first. Hooks of Wagtail; a shared password stays a way in: asking for it is its purpose.
"""

from django.conf import settings
from django.http import Http404
from django.utils import timezone
from wagtail.models import BaseViewRestriction, PageViewRestriction

from cms.directory.shown_files import is_shown
from cms.pages.base import DefendersPage


def hide_private_page(page, request, serve_args, serve_kwargs):
    """Answer 404 for a guidance page that has expired, and for one that this visitor may not open.

    Before Wagtail looks at the method: it answers OPTIONS for whatever is live.
    """
    if not isinstance(page, DefendersPage):
        return
    # Unpublishing it is the timer's work; what has expired is not shown even if the timer stands still.
    is_over = page.expire_at and page.expire_at <= timezone.now()
    if is_over or (_any_is_silent() and not _passes(request, _silent(page.get_view_restrictions()))):
        raise Http404


def hide_document(document, request):
    """Answer 404 for a document that this visitor may not open, and for one that nothing published shows."""
    restrictions = document.collection.get_view_restrictions()
    if restrictions:
        # Who passes them may read what is in a private collection, whoever shows it.
        is_open = _passes(request, _silent(restrictions))
    else:
        is_open = is_shown(document, lambda page: _passes(request, page.get_view_restrictions()))
    if not is_open and not _is_editor(request):
        raise Http404


def _any_is_silent():
    # Most sites restrict no page: one query then, where asking for those of a page takes two.
    return PageViewRestriction.objects.exclude(restriction_type=BaseViewRestriction.PASSWORD).exists()


def _silent(restrictions):
    return [one for one in restrictions if one.restriction_type != BaseViewRestriction.PASSWORD]


def _is_editor(request):
    return _has_session(request) and request.user.has_perm("wagtailadmin.access_admin")


def _passes(request, restrictions):
    # Whoever has no session passes none, and asking for it would show in the headers of the answer.
    return not restrictions or (
        _has_session(request) and all(one.accept_request(request) for one in restrictions)
    )


def _has_session(request):
    return settings.SESSION_COOKIE_NAME in request.COOKIES
