"""Logging in: the password, then the second factor; and proving who one is once more."""

from allauth.account.views import LoginView as AllauthLoginView
from allauth.account.views import ReauthenticateView as AllauthReauthenticateView
from allauth.mfa.base.views import AuthenticateView as AllauthAuthenticateView
from allauth.mfa.base.views import ReauthenticateView as AllauthReauthenticateCodeView
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from accounts import sessions

SENTENCES = {
    sessions.AGE: _("You have been logged in for as long as one may be at a time. Please log in again."),
    sessions.IDLE: _("Nothing was done for a while, so you were logged out. Please log in again."),
    sessions.RIGHTS: _("What you may do here was changed, so you were logged out. Please log in again."),
    sessions.FACTOR: _(
        "The second factor of your account was changed, so you were logged out. Please log in again."
    ),
    sessions.GONE: _("You were logged out. Please log in again."),
}


class TooManyMixin:
    """Whoever tried too often is answered with 429: the form says so in a sentence."""

    def render_to_response(self, context, **kwargs):
        form = context.get("form")
        if form is not None and form.is_bound and _is_too_many(form):
            kwargs["status"] = 429
        return super().render_to_response(context, **kwargs)


def _is_too_many(form):
    codes = {"too_many_login_attempts", "rate_limited"}
    return any(error.code in codes for errors in form.errors.as_data().values() for error in errors)


class LoginView(TooManyMixin, AllauthLoginView):
    """Login and password, or a passkey; says why the session before ended."""

    def get_context_data(self, **kwargs):
        reason = SENTENCES.get(self.request.GET.get("ended"))
        return super().get_context_data(**kwargs) | {"reason": reason}


class AuthenticateView(TooManyMixin, AllauthAuthenticateView):
    """The second factor."""


class ReauthenticateView(TooManyMixin, AllauthReauthenticateView):
    """The password once more, for who has no second factor."""


class ReauthenticateCodeView(TooManyMixin, AllauthReauthenticateCodeView):
    """A code once more."""


def too_many_requests(request):
    """Answer whoever asks too often; allauth looks for it as `handler429` of the addresses."""
    return render(request, "429.html", status=429)
