"""The site that is compared with: same database, production settings, middleware as `wagtail start` writes it."""

from benchmarks.api.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.api.stock_urls"
WAGTAILAPI_LIMIT_MAX = None
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
