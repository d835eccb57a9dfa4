"""System checks of how the API is shared between visitors."""

from django.conf import settings
from django.core.checks import Error, Warning, register
from django.utils.module_loading import import_string

from cms.conf import defenders_settings

# They write to a disk, where nothing of a visitor may ever be.
LASTING_CACHES = (
    "django.core.cache.backends.db.DatabaseCache",
    "django.core.cache.backends.filebased.FileBasedCache",
)


@register("defenders")
def check_rate(app_configs, **kwargs):
    """E019: how often a visitor may ask."""
    try:
        rate = defenders_settings.API_RATE
    except (ValueError, TypeError):
        rate = ()
    if rate or rate is None:
        return []
    return [
        Error(
            "DEFENDERS_API_RATE must be a number of requests in a period, such as '300/min', or None for no limit.",
            hint="Periods are sec, min and hour.",
            id="defenders.E019",
        )
    ]


@register("defenders")
def check_proxies(app_configs, **kwargs):
    """E020, W004: without the number of proxies, everybody behind them looks like one visitor."""
    proxies = defenders_settings.NUM_PROXIES
    if isinstance(proxies, int) and not isinstance(proxies, bool) and 0 <= proxies <= 20:
        return []
    if proxies is not None:
        return [
            Error(
                "DEFENDERS_NUM_PROXIES must be the number of proxies that add to X-Forwarded-For, 0 for none.",
                id="defenders.E020",
            )
        ]
    if not getattr(settings, "SECURE_PROXY_SSL_HEADER", None) or not getattr(
        settings, "DEFENDERS_API_RATE", True
    ):
        return []
    return [
        Warning(
            "There is a proxy (SECURE_PROXY_SSL_HEADER), and DEFENDERS_NUM_PROXIES does not say how many.",
            hint="Until it does, visitors who come through it are not limited to DEFENDERS_API_RATE.",
            id="defenders.W004",
        )
    ]


@register("defenders")
def check_cache(app_configs, **kwargs):
    """E021: where requests are counted."""
    alias = defenders_settings.API_CACHE
    known = settings.CACHES.get(alias)
    if known is not None and not _lasts(known["BACKEND"]):
        return []
    return [
        Error(
            f"DEFENDERS_API_CACHE must be one of CACHES that writes to no disk, not {alias!r}.",
            hint="Requests are counted there, and nothing of a visitor is ever stored.",
            id="defenders.E021",
        )
    ]


def _lasts(address):
    try:
        return issubclass(import_string(address), tuple(map(import_string, LASTING_CACHES)))
    except (ImportError, TypeError):
        return False
