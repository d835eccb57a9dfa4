"""What every environment shares. Secrets and addresses are set in `dev`, `test` and `production`."""

import os
from pathlib import Path

from config.settings import services

from .accounts import *  # noqa: F403

PROJECT_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(os.environ.get("DATA_DIR", PROJECT_DIR / "var")).resolve()

INSTALLED_APPS = [
    "cms",
    "widgets",
    "accounts",  # before those whose templates it has in its own words
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtailgeowidget",
    "wagtail_localize",
    "wagtail_localize.locales",  # takes the place of wagtail.locales
    "wagtail.api.v2",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "cms.headers.middleware.HeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "cms.pages.onion.OnionLocationMiddleware",
    # The API, published files, embed pages and widgets are answered here: what follows is for editors and pages.
    "cms.api.middleware.PublicAddressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.gate.Gate",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    # Last: it has to know who asks.
    "cms.editing.bad_input.middleware.AdminInput",
]

CSRF_FAILURE_VIEW = "config.unproven_forms.unproven_form"

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "config" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": services.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "es"
LANGUAGES = [("es", "Español"), ("eu", "Euskara"), ("en", "English"), ("fr", "Français"), ("ar", "العربية")]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Madrid"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [PROJECT_DIR / "config" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

WAGTAIL_SITE_NAME = "Protect Those Who Defend"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES[:4]
WAGTAILADMIN_BASE_URL = os.environ.get("BASE_URL", "http://localhost:8000")
# The admin asks nobody outside: no avatars from gravatar, no question after newer versions.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS = []
# A public picture or document is not exchanged without a review.
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.editing.roles.public_files.PublicImageForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.editing.roles.public_files.PublicDocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "docx", "ods", "xlsx", "txt"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20_000_000
# Never by an address of its own, where no collection is private.
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# Of these we can take away what a camera wrote. No SVG: it may hold programs.
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10_000_000
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILAPI_RICH_TEXT_FORMAT = "html"
WAGTAILAPI_BASE_URL = WAGTAILADMIN_BASE_URL
WAGTAILAPI_LIMIT_MAX = 100
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "cms.search_backend"}}
# Sending something to a translator publishes nothing.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# Leaflet comes from this site, never from elsewhere.
GEO_WIDGET_LEAFLET_TILE_LAYER = ""

DEFENDERS_BASE_URL = WAGTAILADMIN_BASE_URL
DEFENDERS_PUBLISHED_ROOT = DATA_DIR / "published"

# In memory, each process its own. Counters of the API have a place of their own, so that they push nothing else out.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "throttling": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "throttling",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    },
}
DEFENDERS_API_CACHE = "throttling"

from .headers import *  # noqa: E402, F403
