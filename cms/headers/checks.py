"""System checks of what writes the headers."""

from django.conf import settings
from django.core.checks import Error, Warning, register

MIDDLEWARE = "cms.headers.middleware.HeadersMiddleware"
# What they write themselves would stay, and what they refuse would leave without headers.
AFTER_IT = {
    "django.middleware.security.SecurityMiddleware",
    "cms.api.middleware.PublicAddressMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
}


@register("defenders")
def check_headers_middleware(app_configs, **kwargs):
    """W006, E027: without it the editor and the guidance pages have no Content-Security-Policy."""
    order = list(settings.MIDDLEWARE)
    if MIDDLEWARE not in order:
        return [
            Warning(
                f"MIDDLEWARE lacks {MIDDLEWARE}: editor and guidance pages have no Content-Security-Policy.",
                hint="Put it first.",
                id="defenders.W006",
            )
        ]
    return [
        Error(f"{MIDDLEWARE} must stand before {name} in MIDDLEWARE.", id="defenders.E027")
        for name in sorted(AFTER_IT.intersection(order[: order.index(MIDDLEWARE)]))
    ]
