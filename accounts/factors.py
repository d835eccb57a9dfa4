"""What allauth asks about second factors: names without addresses, secrets that no copy of the database tells."""

import base64
import logging

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.standing import FACTORS
from cms.conf import defenders_settings

logger = logging.getLogger("accounts")


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: secrets are encrypted, and the last factor is replaced rather than removed."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "This is your only second factor. Set up another one first, then remove this one."
        ),
        "incorrect_code": _("This code or key was not accepted. Try again with a new one."),
    }

    def get_totp_issuer(self):
        """The name of the site, as the app shows it."""
        return settings.WAGTAIL_SITE_NAME

    def _get_site_name(self):
        return settings.WAGTAIL_SITE_NAME

    def _get_user_identifier(self, user):
        # Not the e-mail address: it would lie in apps and on keys.
        return user.get_username()

    def generate_authenticator_name(self, user, type):
        """What a new key is called until the person names it."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Key %(number)d") % {"number": number}

    def encrypt(self, text):
        """Encrypt with the secret key of the site."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """Decrypt; what another secret key encrypted becomes a secret that nobody knows, so that no code fits."""
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.warning("A second factor cannot be read: SECRET_KEY is not the one it was stored with.")
            return generate_totp_secret()

    def can_delete_authenticator(self, authenticator):
        """The last factor stays while one is required."""
        if not defenders_settings.SECOND_FACTOR_REQUIRED:
            return True
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=FACTORS)
        return others.exclude(pk=authenticator.pk).exists()


def _cipher():
    return MultiFernet(
        [Fernet(_key(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    )


def _key(secret):
    digest = salted_hmac("accounts.factors", "key", secret=secret, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
