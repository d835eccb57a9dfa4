"""Which other hosts the settings name: pictures, style sheets, street maps and previews may come from them."""

from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings

from cms.common.http.policies import Elsewhere
from cms.conf import defenders_settings


def elsewhere() -> Elsewhere:
    """Return the origins beside the site's own."""
    tiles = defenders_settings.MAP_TILES or {}
    return Elsewhere(
        pictures=_origins(settings.MEDIA_URL),
        static=_origins(settings.STATIC_URL),
        tiles=_origins(tiles.get("url", "")),
        previews=_origins(defenders_settings.HEADLESS_PREVIEW_URL),
        widgets=_origins(defenders_settings.BASE_URL),
    )


@lru_cache(maxsize=64)
def _origins(address):
    """Return the scheme and host of an address, nothing for one on the site itself.

    Tiles have their servers in a placeholder, such as https://{s}.tiles.example: any host in its place.
    """
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return ()
    if not parts.netloc:
        return ()
    host = parts.netloc.rpartition("@")[2]
    first, dot, rest = host.partition(".")
    if "{" in first:
        host = f"*{dot}{rest}"
    return (f"{parts.scheme}://{host}" if parts.scheme else host,)
