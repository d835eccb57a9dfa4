"""For a public host: everything that must be said is required from the environment."""

import os

from .base import *  # noqa: F403
from .logs import DEFAULT_EXCEPTION_REPORTER, DEFAULT_EXCEPTION_REPORTER_FILTER, LOGGING  # noqa: F401

DEBUG = False
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",")
WAGTAILADMIN_BASE_URL = WAGTAILAPI_BASE_URL = DEFENDERS_BASE_URL = os.environ["BASE_URL"]

# Where visitors tell of a mistake in an entry.
DEFENDERS_CORRECTIONS = os.environ.get("CORRECTIONS", "")

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies add to X-Forwarded-For: the web server in front, and a CDN before it if there is one.
DEFENDERS_NUM_PROXIES = int(os.environ.get("NUM_PROXIES", "1"))
SECURE_SSL_REDIRECT = True
# Whoever watches the processes asks them without a proxy.
SECURE_REDIRECT_EXEMPT = [r"^(?:livez|readyz)$"]
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
