"""What the site talks to, as the environment says: PostgreSQL, Redis, a mail server. Files: `object_storage`."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import dj_database_url

from config.settings.environment import address, number, optional, refuse

# Seconds. Each bounds how long something that hangs may hold a visitor, or other editors, up.
CONNECT = 5
LOCK = 10
IDLE_IN_TRANSACTION = 60
MAIL_SECONDS = 10

DATABASE = "postgres://user:password@host/name, or sqlite:///path"
REDIS = "redis://host:6379/0, rediss:// with TLS, or unix:///path/to/socket?db=0"
MAIL_SERVER = "smtp://user:password@host:587, smtp+tls:// with STARTTLS, or smtps:// with TLS"

# Scheme -> (use STARTTLS, use TLS, port).
MAIL_SCHEMES = {"smtp": (False, False, 25), "smtp+tls": (True, False, 587), "smtps": (False, True, 465)}


def database(folder: Path) -> dict:
    """Return the database of DATABASE_URL, without it a file in this folder."""
    url = optional("DATABASE_URL", f"sqlite:///{folder / 'db.sqlite3'}")
    try:
        found = dj_database_url.parse(url)
    except ValueError:
        refuse("DATABASE_URL", f"is no address of a database: {DATABASE}.")
    if found["ENGINE"].endswith("sqlite3"):
        # Editors save while a publication reads: wait for the lock, take it at the start of a transaction, and let
        # readers go on meanwhile (write-ahead log). What was deleted is overwritten, so that no copy of the file has
        # it.
        found["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;",
        }
    elif found["ENGINE"].endswith("postgresql"):
        _bound(found)
    else:
        refuse("DATABASE_URL", f"names a database that is not supported: {DATABASE}.")
    return found


def _bound(found):
    """Let nothing wait for PostgreSQL for ever.

    A thread of the server keeps its connection for a minute and asks before it uses it again. A pool would need another
    package, and bound what is bounded already: workers times threads.
    """
    found.update(CONN_MAX_AGE=60, CONN_HEALTH_CHECKS=True)
    options = found.setdefault("OPTIONS", {})
    options.setdefault("connect_timeout", CONNECT)
    limits = {
        "statement_timeout": number("DATABASE_STATEMENT_SECONDS", 30),
        "lock_timeout": LOCK,
        "idle_in_transaction_session_timeout": IDLE_IN_TRANSACTION,
    }
    options.setdefault("options", " ".join(f"-c {name}={seconds * 1000}" for name, seconds in limits.items()))


def caches(in_memory: dict) -> dict:
    """Return the caches: those in memory, each process its own, or one Redis for all where REDIS_URL says which."""
    if not address("REDIS_URL", ("redis", "rediss", "unix"), REDIS):
        return in_memory
    location = optional("REDIS_URL")
    backend = "config.redis_cache.RedisOrMemory"
    return {
        alias: {
            "BACKEND": backend,
            "LOCATION": location,
            "KEY_PREFIX": alias,
            "OPTIONS": dict(cache.get("OPTIONS", {})),
        }
        for alias, cache in in_memory.items()
    }


class Mail(NamedTuple):
    """A mail server, as Django's settings of these names want it."""

    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool


def mail() -> Mail:
    """Return the mail server of EMAIL_URL, without it the one of this machine."""
    parts = address("EMAIL_URL", MAIL_SCHEMES, MAIL_SERVER)
    if parts is None:
        return Mail("localhost", 25, "", "", False, False)
    starttls, tls, port = MAIL_SCHEMES[parts.scheme]
    host = parts.hostname or refuse("EMAIL_URL", f"names no host: {MAIL_SERVER}.")
    return Mail(
        host, parts.port or port, unquote(parts.username or ""), unquote(parts.password or ""), starttls, tls
    )
