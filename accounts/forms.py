"""Forms of allauth, where they accept too much or break on nonsense."""

import time

from allauth.account.forms import LoginForm as AllauthLoginForm
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm as AllauthAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as AllauthReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn
from allauth.mfa.webauthn.internal import auth as keys
from django.db import transaction
from django.utils.crypto import salted_hmac
from fido2.webauthn import UserVerificationRequirement

# What the parser of keys raises on values that no browser makes.
UNREADABLE = (TypeError, ValueError, KeyError, AttributeError, IndexError, AssertionError)


class LoginForm(AllauthLoginForm):
    """Login and password; the page has the link to a new password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class UsedOnceMixin:
    """A code of an app works once. allauth notes that in a cache, which every process may have for itself."""

    def clean_code(self):
        code = super().clean_code()
        if self.authenticator.type == Authenticator.Type.TOTP and not _note_use(self.authenticator.pk, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


def _note_use(pk, code):
    """Return whether the code was not used before, and note that it is now."""
    # As it is compared: the same code with a space or a dash in it is no other code.
    digest = salted_hmac("accounts.forms.used", normalize_user_code(code), algorithm="sha256").hexdigest()
    lasts = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    now = time.time()
    with transaction.atomic():
        authenticator = Authenticator.objects.select_for_update().get(pk=pk)
        used = {key: at for key, at in authenticator.data.get("used", {}).items() if now - at <= lasts}
        if digest in used:
            return False
        authenticator.data["used"] = used | {digest: now}
        authenticator.save(update_fields=["data"])
    return True


class AuthenticateForm(UsedOnceMixin, AllauthAuthenticateForm):
    """The code at the login."""


class ReauthenticateForm(UsedOnceMixin, AllauthReauthenticateForm):
    """The code before something that matters."""


class ReadableKeyMixin:
    """Whatever is no answer of a key is refused with a sentence."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except UNREADABLE:
            raise get_adapter().validation_error("incorrect_code") from None


class AuthenticateKeyForm(ReadableKeyMixin, webauthn.AuthenticateWebAuthnForm):
    """The key at the login, after the password."""


class LoginKeyForm(ReadableKeyMixin, webauthn.LoginWebAuthnForm):
    """The passkey instead of login and password: it answers a question for PIN, finger or face, and no other one.

    Questions of the other forms, asked in the same session, do without: a key that was found would be enough.
    """

    def clean_credential(self):
        asked = (keys.get_state() or {}).get("user_verification")
        if asked != UserVerificationRequirement.REQUIRED:
            raise get_adapter().validation_error("incorrect_code")
        return super().clean_credential()


class ReauthenticateKeyForm(ReadableKeyMixin, webauthn.ReauthenticateWebAuthnForm):
    """The key before something that matters."""


class AddKeyForm(webauthn.AddWebAuthnForm):
    """A new key; a passkey unless the person says otherwise."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True

    def clean(self):
        try:
            return super().clean()
        except UNREADABLE:
            raise get_adapter().validation_error("incorrect_code") from None
