"""People who log in as people do: by the forms, one after the other, with an app that shows codes."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.contrib.auth import get_user_model
from django.test import Client

PASSWORD = "a quiet sentence of one's own"
LOGIN, SECOND, SET_UP = "/accounts/login/", "/accounts/2fa/authenticate/", "/accounts/2fa/"


def code_of(secret, steps=0):
    """Return the code that an app shows now, or some half minutes earlier or later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def code_for(user, steps=0):
    """Return the code that the app of an account shows."""
    return code_of(decrypt(Authenticator.objects.get(user=user, type="totp").data["secret"]), steps)


def make_person(login="ana", *, app=False, **fields):
    """Return a new superuser (or whatever `fields` say), on request with an app set up."""
    fields = {"email": f"{login}@example.org", "is_superuser": True, **fields}
    user = get_user_model().objects.create_user(login, password=PASSWORD, **fields)
    if app:
        TOTP.activate(user, generate_totp_secret())
    return user


def browser(**headers):
    """Return a client whose browser speaks English."""
    return Client(headers={"accept-language": "en", **headers})


def type_password(client, login="ana", password=PASSWORD, **fields):
    """Send the login form."""
    return client.post(LOGIN, {"login": login, "password": password, **fields})


def log_in(user, client=None):
    """Log in with the password, and with the app if there is one; return the client."""
    client = client or browser()
    type_password(client, user.username)
    if Authenticator.objects.filter(user=user, type="totp").exists():
        client.post(SECOND, {"code": code_for(user)})
    return client


def is_in(client, address="/admin/"):
    """Say whether the editor opens."""
    return client.get(address).status_code == 200
