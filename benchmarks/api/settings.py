"""The settings of a public host, for servers on loopback that are measured: no secret, no throttle."""

import os

os.environ.setdefault("SECRET_KEY", "protects-nothing-but-a-benchmark-with-made-up-organisations")
os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1")
os.environ.setdefault("BASE_URL", "https://defenders.example.org")

from config.settings.production import *  # noqa: F403

# The timer publishes, and here it is the benchmark that does.
DEFENDERS_PUBLISH_ON_CHANGE = False
DEFENDERS_API_RATE = None
