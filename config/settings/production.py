"""For a public host: everything that must be said is required from the environment."""

from config.settings import object_storage, services
from config.settings.environment import names, number, optional, origin, refuse, required, yes

from .base import *  # noqa: F403
from .base import CACHES, DATABASES
from .https import *  # noqa: F403
from .logs import DEFAULT_EXCEPTION_REPORTER, DEFAULT_EXCEPTION_REPORTER_FILTER, LOGGING  # noqa: F401
from .private_files import private_database

DEBUG = False
SECRET_KEY = required("SECRET_KEY", "put at least 50 random characters there")
if len(SECRET_KEY) < 50:
    refuse("SECRET_KEY", "is too short: put at least 50 random characters there.")
ALLOWED_HOSTS = names("ALLOWED_HOSTS", "the names of this host, with commas between them")
WAGTAILADMIN_BASE_URL = WAGTAILAPI_BASE_URL = DEFENDERS_BASE_URL = origin(
    "BASE_URL", "the address of this site, such as https://defenders.example.org"
)

private_database(DATABASES["default"])
CACHES = services.caches(CACHES)
STORAGES = object_storage.storages(DEFENDERS_BASE_URL)
if "renditions" in STORAGES:
    WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
if "published" in STORAGES:
    DEFENDERS_PUBLISHED_STORAGE = "published"

_mail = services.mail()
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = services.MAIL_SECONDS
DEFAULT_FROM_EMAIL = SERVER_EMAIL = optional(
    "DEFAULT_FROM_EMAIL", f"no-reply@{DEFENDERS_BASE_URL.partition('://')[2].partition(':')[0]}"
)

# Where visitors tell of a mistake in an entry.
DEFENDERS_CORRECTIONS = optional("CORRECTIONS")
# Where whoever found a weakness reports it, and what can be expected then: /.well-known/security.txt.
DEFENDERS_SECURITY_CONTACT = optional("SECURITY_CONTACT")
DEFENDERS_SECURITY_POLICY = optional("SECURITY_POLICY")
# This site in the Tor network.
DEFENDERS_ONION_URL = optional("ONION_URL")
# For a trial: unverified sample content may be loaded, and search engines are told to stay away.
DEFENDERS_SAMPLE_CONTENT = yes("SAMPLE_CONTENT")

# How many proxies add to X-Forwarded-For: the web server in front, and a CDN before it if there is one.
DEFENDERS_NUM_PROXIES = number("NUM_PROXIES", 1)
