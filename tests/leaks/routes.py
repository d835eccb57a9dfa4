"""The patterns of the URL conf as they are, so that no address can be forgotten."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

ADMIN = "admin/"
LANGUAGE = "<language>/"


def routes(patterns=None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield (whole pattern, URLPattern) of every view."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        # What stands there depends on the language of whoever asks.
        part = LANGUAGE if isinstance(one.pattern, LocalePrefixPattern) else one.pattern
        here = f"{before}{part}"
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, here)
        else:
            yield here, one


def public_routes() -> dict[str, URLPattern]:
    """Return the patterns that are not the editor's."""
    return {route: one for route, one in routes() if not route.startswith(ADMIN)}


def admin_routes() -> dict[str, URLPattern]:
    """Return the patterns of the editor."""
    return {route: one for route, one in routes() if route.startswith(ADMIN)}


def has_parts(pattern: URLPattern) -> bool:
    """Say whether an address of the pattern needs values, or stands for many addresses."""
    return "(" in str(pattern.pattern) or "<" in str(pattern.pattern)
