"""Every login path but one is closed, wherever a site puts its addresses: decided by what a view is."""

from django.contrib.auth import views
from django.http import Http404

# Kind of view -> the page that does it instead.
ELSEWHERE = (
    (views.LoginView, "account_login"),
    (views.PasswordChangeView, "account_change_password"),
    (views.PasswordChangeDoneView, "account_change_password"),
    (views.PasswordResetView, "account_reset_password"),
    (views.PasswordResetDoneView, "account_reset_password"),
    (views.PasswordResetConfirmView, "account_reset_password"),
    (views.PasswordResetCompleteView, "account_reset_password"),
)
ELSEWHERE_BY_NAME = {"admin:login": "account_login", "admin:password_change": "account_change_password"}

# A password that many share opens private pages and documents without an account and without a limit.
SHARED_PASSWORDS = {"wagtailcore_authenticate_with_password", "wagtaildocs_authenticate_with_password"}


def page_instead(view, name: str) -> str | None:
    """Return the name of the page that somebody is led to instead of a view; None if the view is open.

    Views that have no place here at all are an `Http404`: shared passwords, and whatever of allauth is not in
    `accounts.urls` (signing up, logging in by a code, addresses of e-mail).
    """
    if name in SHARED_PASSWORDS or (_is_of_allauth(view) and name not in _ours()):
        raise Http404
    kind = getattr(view, "view_class", None)
    if isinstance(kind, type):
        for closed, instead in ELSEWHERE:
            if issubclass(kind, closed):
                return instead
    return ELSEWHERE_BY_NAME.get(name)


def _is_of_allauth(view):
    kind = getattr(view, "view_class", view)
    return getattr(kind, "__module__", "").startswith("allauth.")


def _ours():
    from accounts.urls import NAMES

    return NAMES
