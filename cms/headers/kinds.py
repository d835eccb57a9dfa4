"""Which kind an address is: its view says so, or a name in the table, or where it lies."""

from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from cms.common.http.policies import Kind
from cms.conf import defenders_settings

# Addresses whose views are Wagtail's.
NAMES = {
    "wagtailadmin_login": Kind.ACCOUNT,
    "wagtailadmin_logout": Kind.ACCOUNT,
    "wagtailadmin_password_reset": Kind.ACCOUNT,
    "wagtailadmin_password_reset_done": Kind.ACCOUNT,
    "wagtailadmin_password_reset_confirm": Kind.ACCOUNT,
    "wagtailadmin_password_reset_complete": Kind.ACCOUNT,
    "wagtaildocs_serve": Kind.DOCUMENT,
}


def of_kind(kind: Kind):
    """Return what marks a view as one of this kind."""

    def mark(view):
        view.header_kind = kind
        return view

    return mark


def kind_of(request, response) -> Kind | None:
    """Return the kind of an answer; None where a site decides itself.

    A page of ours answers at an address of Wagtail's, which is another's at the next page: it marks its response.
    """
    match = request.resolver_match or _resolved(request.path_info)
    if match:
        kind = getattr(match.func, "header_kind", None) or NAMES.get(match.view_name)
        if kind:
            return kind
    if _is_below_admin(request.path):
        return Kind.ADMIN
    return getattr(response, "header_kind", None) or (
        Kind.PAGE if defenders_settings.HEADERS_EVERYWHERE else None
    )


def _resolved(path):
    try:
        return resolve(path)
    except Resolver404:
        return None


def _is_below_admin(path):
    try:
        return path.startswith(reverse("wagtailadmin_home"))
    except NoReverseMatch:
        return False
