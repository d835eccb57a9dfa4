"""For one machine: console e-mail, a secret key of its own below DATA_DIR, helpful error pages."""

import os

from django.core.management.utils import get_random_secret_key

from .base import *  # noqa: F403
from .base import DATA_DIR, DATABASES
from .logs import LOGGING_OF_A_TERMINAL
from .private_files import kept_secret, private_database, private_folder

DEBUG = True
# The error pages that help developers have their styles and scripts in their HTML.
DEFENDERS_HEADERS_EVERYWHERE = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", ".localhost"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
# A newcomer tries everything alone; on a public host somebody else has to approve.
DEFENDERS_REVIEWERS_PUBLISH_ALONE = True

# The accounts of the demo need no second factor; who sets one up is asked for it.
DEFENDERS_SECOND_FACTOR_REQUIRED = False

# Shows where entries lead; nobody reads what is sent to a domain that exists for examples.
DEFENDERS_CORRECTIONS = "editors@example.org"

PORT = int(os.environ.get("PORT", "8000"))
WAGTAILADMIN_BASE_URL = WAGTAILAPI_BASE_URL = DEFENDERS_BASE_URL = os.environ.get(
    "BASE_URL", f"http://localhost:{PORT}"
)

# MACHINE_TRANSLATION=dummy shows how machine translation looks: it turns the words round.
if os.environ.get("MACHINE_TRANSLATION") == "dummy":
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"
    }
    DEFENDERS_MACHINE_TRANSLATION_PAIRS = [("es", target) for target in ("eu", "en", "fr", "ar")]

private_folder(DATA_DIR)
private_database(DATABASES["default"])
SECRET_KEY = kept_secret(DATA_DIR / "secret_key", get_random_secret_key)

# What visitors look for is not written down, not even in a terminal: neither requests nor pages that do not exist.
LOGGING = LOGGING_OF_A_TERMINAL
