"""For the test suite: fast hashing, an address that belongs to nobody, nothing kept."""

import os
import tempfile
from pathlib import Path

from .base import *  # noqa: F403

SECRET_KEY = "only-for-tests"
DEBUG = False
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

DATA_DIR = Path(tempfile.mkdtemp(prefix="defenders-test-"))
MEDIA_ROOT = DATA_DIR / "media"
DEFENDERS_PUBLISHED_ROOT = DATA_DIR / "published"
WAGTAILADMIN_BASE_URL = WAGTAILAPI_BASE_URL = DEFENDERS_BASE_URL = "https://defenders.example.org"

# Tests publish when they say so.
DEFENDERS_PUBLISH_ON_CHANGE = False
DEFENDERS_SAMPLE_CONTENT = True
# What a second factor and a second person change is tested by itself.
DEFENDERS_SECOND_FACTOR_REQUIRED = False
DEFENDERS_REVIEWERS_PUBLISH_ALONE = True

if "DATABASE_URL" not in os.environ:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
