"""What follows from logging in, and from setting up a second factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.signals import authenticator_added, authenticator_reset
from django.contrib.auth.signals import user_logged_in

from accounts import sessions


def begin_session(sender, request, user, **kwargs):
    """Note when the session began, and what the person may do."""
    sessions.begin(request.session, user)


def count_as_second_factor(sender, request, user, authenticator, **kwargs):
    """Whoever has just set up an app, a key or new recovery codes has proved it: this session alone goes on."""
    if request.user == user:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
        request.session.cycle_key()


def connect():
    """Listen."""
    user_logged_in.connect(begin_session, dispatch_uid="accounts.begin_session")
    for signal in (authenticator_added, authenticator_reset):
        signal.connect(count_as_second_factor, dispatch_uid="accounts.count_as_second_factor")
