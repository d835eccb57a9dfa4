"""Names for whoever is counted: keyed hashes, of which nobody can read an address, a login or an e-mail address."""

import hmac
import secrets
import time

from django.conf import settings
from django.utils.encoding import force_bytes

from cms.common.http.clients import client_network
from cms.conf import defenders_settings

DAY = 86_400


def name_of_client(request) -> str:
    """Return the name under which the requests of an address are counted today.

    Who cannot be told apart, behind a proxy nobody told us of, has a name of their own each time: the limits of the
    account still hold, and nobody is locked out by somebody else.
    """
    network = client_network(
        request.META.get("REMOTE_ADDR", ""),
        request.META.get("HTTP_X_FORWARDED_FOR", ""),
        defenders_settings.NUM_PROXIES,
    )
    return keyed_name("client", network) if network else secrets.token_hex(16)


def keyed_name(kind: str, value: str) -> str:
    """Return a name for a value that tells nothing of it, another one every day.

    Whatever a database takes for the same login has the same name: PostgreSQL compares capitals, and those of "ſ" and
    "ı" are S and I, so that each such letter would otherwise have limits of its own.
    """
    folded = value.upper().casefold()
    words = f"accounts.clients|{kind}|{int(time.time() // DAY)}|{folded}"
    return hmac.digest(force_bytes(settings.SECRET_KEY), words.encode(), "sha256").hex()[:32]
