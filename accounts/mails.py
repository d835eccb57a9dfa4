"""Mails about accounts, in the language of the person, without addresses or devices.

They leave in a thread of their own: how long an answer takes does not tell whether there was somebody to write to.
"""

import logging
from threading import Thread

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from accounts.languages import language_of
from cms.conf import defenders_settings

logger = logging.getLogger("accounts")

# What happened, by the name that allauth gives it -> what the mail says.
NOTICES = {
    "account/email/password_changed": _("Your password was changed."),
    "account/email/password_reset": _("Your password was set anew, with a link from an e-mail."),
    "mfa/email/totp_activated": _("An authenticator app was added to your account."),
    "mfa/email/totp_deactivated": _("The authenticator app was removed from your account."),
    "mfa/email/webauthn_added": _("A key was added to your account."),
    "mfa/email/webauthn_removed": _("A key was removed from your account."),
    "mfa/email/recovery_codes_generated": _(
        "New recovery codes were made for your account; the old ones are void."
    ),
    "accounts/second_factor_reset": _(
        "An administrator removed the second factor and the password of your account, because the second factor was "
        "lost. Set a new password, then log in: you are led to a new second factor."
    ),
}


def send_reset_link(user, address) -> None:
    """Send the link that leads to a new password."""
    with translation.override(language_of(user)):
        body = render_to_string(
            "accounts/mails/reset.txt",
            {"site": settings.WAGTAIL_SITE_NAME, "login": user.get_username(), "address": address},
        )
        subject = translation.gettext("A new password for %(site)s") % {"site": settings.WAGTAIL_SITE_NAME}
        _send(user, subject, body)


def send_notice(what, user) -> None:
    """Tell somebody what was changed in their account."""
    with translation.override(language_of(user)):
        body = render_to_string(
            "accounts/mails/notice.txt",
            {
                "site": settings.WAGTAIL_SITE_NAME,
                "login": user.get_username(),
                "sentence": NOTICES[what],
                "address": defenders_settings.BASE_URL + reverse("account_reset_password"),
            },
        )
        subject = translation.gettext("Your account for %(site)s was changed") % {
            "site": settings.WAGTAIL_SITE_NAME
        }
        _send(user, subject, body)


def _send(user, subject, body):
    if not user.email:
        return
    message = EmailMessage(subject, body.strip() + "\n", to=[user.email])
    Thread(target=_deliver, args=(message,), name="accounts-mail").start()


def _deliver(message):
    try:
        message.send()
    except Exception:  # noqa: BLE001  whatever the mail server says, the person has got their answer already
        logger.error("A mail about an account could not be sent.")
