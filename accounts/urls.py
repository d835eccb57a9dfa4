"""All addresses of accounts, and no other: no signing up, no addresses of e-mail, no logging in by a code."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path
from wagtail.utils.urlpatterns import decorate_urlpatterns

from accounts.views import factors, login, passwords
from cms.common.http.policies import Kind
from cms.headers.kinds import of_kind

urlpatterns = decorate_urlpatterns(
    [
        path("login/", login.LoginView.as_view(), name="account_login"),
        path("logout/", account.logout, name="account_logout"),
        path("reauthenticate/", login.ReauthenticateView.as_view(), name="account_reauthenticate"),
        path("password/change/", passwords.PasswordChangeView.as_view(), name="account_change_password"),
        path("password/reset/", passwords.PasswordResetView.as_view(), name="account_reset_password"),
        path("password/reset/sent/", account.password_reset_done, name="account_reset_password_done"),
        re_path(
            r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
            account.password_reset_from_key,
            name="account_reset_password_from_key",
        ),
        path(
            "password/reset/done/",
            account.password_reset_from_key_done,
            name="account_reset_password_from_key_done",
        ),
        path("2fa/", mfa.index, name="mfa_index"),
        path("2fa/authenticate/", login.AuthenticateView.as_view(), name="mfa_authenticate"),
        path("2fa/reauthenticate/", login.ReauthenticateCodeView.as_view(), name="mfa_reauthenticate"),
        path("2fa/app/", factors.ActivateAppView.as_view(), name="mfa_activate_totp"),
        path("2fa/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
        path("2fa/recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
        path("2fa/recovery-codes/new/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
        path("2fa/keys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
        path("2fa/keys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
        path("2fa/keys/login/", webauthn.login_webauthn, name="mfa_login_webauthn"),
        path(
            "2fa/keys/reauthenticate/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"
        ),
        path("2fa/keys/<int:pk>/remove/", factors.RemoveKeyView.as_view(), name="mfa_remove_webauthn"),
        path("2fa/keys/<int:pk>/edit/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    ],
    of_kind(Kind.ACCOUNT),
)
NAMES = frozenset(pattern.name for pattern in urlpatterns)
