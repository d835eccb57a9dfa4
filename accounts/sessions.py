"""How long a session of the editor lasts: three numbers and a fingerprint inside it, and nothing about who asks."""

import time

from accounts.standing import Standing, read_standing
from cms.conf import defenders_settings

KEY = "defenders_accounts"

# A request within this time of the last one is not worth a write to the database.
SEEN_SECONDS = 60

# Why a session ended; the login page has a sentence for each.
AGE, IDLE, RIGHTS, FACTOR, GONE = "age", "idle", "rights", "factor", "gone"
REASONS = (AGE, IDLE, RIGHTS, FACTOR, GONE)


def begin(session, user) -> None:
    """Note that somebody has just logged in, and with what rights."""
    now = int(time.time())
    session[KEY] = {"began": now, "seen": now, "standing": read_standing(user).fingerprint}


def reason_to_end(session, standing: Standing) -> str | None:
    """Return why a session may not go on, None if it may."""
    known = session.get(KEY)
    if known is None:
        return GONE
    now = time.time()
    if now - known["began"] > defenders_settings.SESSION_LIFE.total_seconds():
        return AGE
    if now - known["seen"] > defenders_settings.SESSION_IDLE.total_seconds():
        return IDLE
    return None if known["standing"] == standing.fingerprint else RIGHTS


def touch(session) -> None:
    """Note that the person did something."""
    now = int(time.time())
    if now - session[KEY]["seen"] >= SEEN_SECONDS:
        session[KEY] = session[KEY] | {"seen": now}
