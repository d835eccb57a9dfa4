"""What allauth asks about accounts: closed to the public, counted without addresses, mails without traces."""

import time

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from accounts import mails
from accounts.clients import keyed_name, name_of_client
from cms.conf import defenders_settings

__all__ = ["AccountAdapter", "get_adapter"]


class AccountAdapter(DefaultAccountAdapter):
    """Administrators make accounts in Wagtail; here people log in, and look after their password and second factor."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes, then try again."),
        "username_password_mismatch": _("The login or the password is not right."),
    }

    def is_open_for_signup(self, request):
        """Nobody signs up."""
        return False

    def is_safe_url(self, url):
        """Only this very site, not another one that is served here too."""
        request = context.request
        return url_has_allowed_host_and_scheme(url, {request.get_host()}, require_https=request.is_secure())

    def get_client_ip(self, request):
        """No address: the name under which it is counted."""
        return name_of_client(request)

    def get_http_user_agent(self, request):
        """Nobody's business."""
        return ""

    def _get_login_attempts_cache_key(self, request, **credentials):
        return keyed_name("login", credentials.get("username", ""))

    def authenticate(self, request, **credentials):
        """An account that was switched off answers like one that never was, whatever the password."""
        user = super().authenticate(request, **credentials)
        return user if user and user.is_active else None

    def respond_user_inactive(self, request, user):
        """Nor does it with a passkey: the login page, and nothing more."""
        return HttpResponseRedirect(reverse("account_login"))

    def get_reauthentication_methods(self, user):
        """Who has a second factor is asked for it: the password alone was enough to come by."""
        methods = super().get_reauthentication_methods(user)
        return [method for method in methods if method["id"].startswith("mfa")] or methods

    def is_reauthentication_required(self, *, app, **kwargs):
        """Who logged in a moment ago is not asked again."""
        records = get_authentication_records(context.request, context.request.user)
        now = time.time()
        if any(now - record["at"] < app_settings.REAUTHENTICATION_TIMEOUT for record in records):
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_reset_password_from_key_url(self, key):
        """The configured address, never the host that somebody asked for."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return defenders_settings.BASE_URL + path.replace("UID-KEY", key)

    def send_mail(self, template_prefix, email, context):
        """Only one mail has templates here: the one with the link to a new password."""
        mails.send_reset_link(context["user"], context["password_reset_url"])

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Say what was changed, and not from where."""
        mails.send_notice(template_prefix, user)
