"""The gate before everything that a session of an editor opens.

A session goes on while it is young enough, was used lately, its owner may still do what they could when logging in, and
it was opened with one of the second factors the account has now. Whoever has no second factor yet is nobody, everywhere
but on the way to one (`WAY`). Visitors without a session are not looked at.
"""

from urllib.parse import urlencode, urlsplit

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, SESSION_KEY, logout
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

from accounts import sessions
from accounts.adapter import get_adapter
from accounts.closed import page_instead
from accounts.languages import language_of
from accounts.standing import read_standing
from accounts.urls import NAMES
from accounts.views.unsent import unsent_form
from cms.conf import defenders_settings

# What somebody reaches who has no second factor yet.
WAY = {
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_index",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "wagtailadmin_logout",
}
# What an open tab asks by itself while nobody sits before it.
BY_ITSELF = {"wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"}

REASON_FIELD = "ended"


class Gate:
    """Middleware; it stands after those of authentication, messages and allauth."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.accounts_ended = request.accounts_newcomer = None
        request.accounts_closed = False
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            self._examine(request)
        response = self._lead(request, self.get_response(request))
        if _view_name(request) in NAMES:
            # Secrets and codes stay in no cache, and going back after logging out shows none.
            add_never_cache_headers(response)
        return response

    def _examine(self, request):
        if not request.user.is_authenticated:
            if SESSION_KEY in request.session:
                # The account is gone or was switched off: its session must not wait for better days.
                self._end(request, sessions.GONE)
            return
        standing = read_standing(request.user)
        reason = sessions.reason_to_end(request.session, standing)
        if reason:
            self._end(request, reason)
            return
        used = _used_authenticators(request)
        if (used or standing.has_second_factor) and not used & standing.authenticator_ids:
            self._end(request, sessions.FACTOR)
        elif not standing.has_second_factor and defenders_settings.SECOND_FACTOR_REQUIRED:
            request.accounts_newcomer = request.user
            _see(request, AnonymousUser())

    def _end(self, request, reason):
        logout(request)
        _see(request, AnonymousUser())
        request.accounts_ended = reason

    def process_view(self, request, view, args, kwargs):
        """Lead away from closed doors, and let newcomers through on their way."""
        name = request.resolver_match.view_name
        instead = page_instead(view, name)
        if instead:
            request.accounts_closed = True
            return HttpResponseRedirect(_address(instead, request.GET.get(REDIRECT_FIELD_NAME), request))
        if request.accounts_newcomer and name in WAY:
            _see(request, request.accounts_newcomer)
        if sessions.KEY in _session(request) and name not in BY_ITSELF:
            sessions.touch(request.session)
        if name in NAMES and request.user.is_authenticated:
            translation.activate(language_of(request.user))
            request.LANGUAGE_CODE = translation.get_language()
        return None

    def process_exception(self, request, exception):
        """Ask for the password or the second factor once more.

        allauth would keep the request meanwhile, with its headers, and with them the address of the person.
        """
        if not isinstance(exception, ReauthenticationRequired):
            return None
        methods = get_adapter().get_reauthentication_methods(request.user)
        page = methods[0]["url"] if methods else reverse("account_login")
        return HttpResponseRedirect(_address(page, request.get_full_path(), request))

    def _lead(self, request, response):
        """Give whoever is sent to the login page a reason, or the page that helps."""
        if not _leads_to_login(response):
            return response
        if request.accounts_newcomer:
            return HttpResponseRedirect(reverse("mfa_index"))
        if request.method == "POST" and not request.accounts_closed and _view_name(request) not in NAMES:
            return unsent_form(request)
        if request.accounts_ended:
            address = response["Location"]
            sign = "&" if "?" in address else "?"
            return HttpResponseRedirect(f"{address}{sign}{urlencode({REASON_FIELD: request.accounts_ended})}")
        return response


def _used_authenticators(request):
    records = get_authentication_records(request, request.user)
    return {record.get("id") for record in records if record.get("method") == "mfa"}


def _see(request, user):
    """Whatever asks for the user of this request gets this one."""
    request.user = request._cached_user = user


def _session(request):
    return request.session if settings.SESSION_COOKIE_NAME in request.COOKIES else {}


def _view_name(request):
    return request.resolver_match.view_name if request.resolver_match else None


def _leads_to_login(response):
    return isinstance(response, HttpResponseRedirect) and urlsplit(response["Location"]).path == reverse(
        "account_login"
    )


def _address(page, next_page, request):
    """Return the address of a page, with where to go afterwards if that is on this site."""
    address = page if page.startswith("/") else reverse(page)
    safe = next_page and url_has_allowed_host_and_scheme(
        next_page, {request.get_host()}, require_https=request.is_secure()
    )
    return f"{address}?{urlencode({REDIRECT_FIELD_NAME: next_page})}" if safe else address
