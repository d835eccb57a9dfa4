"""The settings of a public host, an address more that fails on purpose, and a second log in the usual format.

The second one shows what an ordinary log would have kept: without it, finding nothing would prove nothing.
"""

import copy
import os

from config.settings.production import *  # noqa: F403
from config.settings.production import LOGGING as QUIET

ROOT_URLCONF = "tests.traces.urls"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
DEFENDERS_API_RATE = "12/hour"

LOGGING = copy.deepcopy(QUIET)
LOGGING["formatters"]["usual"] = {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
LOGGING["handlers"]["usual"] = {
    "class": "logging.FileHandler",
    "formatter": "usual",
    "filename": os.environ["USUAL_LOG"],
}
LOGGING["root"]["handlers"].append("usual")
for _logger in LOGGING["loggers"].values():
    _logger["handlers"].append("usual")
