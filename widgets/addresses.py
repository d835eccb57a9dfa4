"""Absolute addresses we give out: from `reverse()` and the configured base URL, never from the request."""

from urllib.parse import urlencode, urlsplit

from django.urls import NoReverseMatch, reverse

from cms.conf import defenders_settings

NAMESPACE = "defenders_widgets"
LONGEST_PASTED = 1000  # characters
SLUG = "slug"  # any one
# Element -> its own lasting script; the one of the map knows every element.
LIGHT_SCRIPTS = {"directory": "defenders-directory.js", "guidance": "defenders-guidance.js"}
LOCAL_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


def public_base() -> str:
    """Return scheme and host of the public addresses: https, http only for this machine."""
    base = urlsplit(defenders_settings.BASE_URL)
    local = base.hostname in LOCAL_HOSTS or (base.hostname or "").endswith(".localhost")
    scheme = "http" if local and base.scheme == "http" else "https"
    return f"{scheme}://{base.netloc}"


def path(name: str, *args) -> str:
    """Return the path of an address of the widgets."""
    return reverse(f"{NAMESPACE}:{name}", args=args)


def absolute(name: str, *args, query: str = "") -> str:
    """Return an absolute address of the widgets."""
    return f"{public_base()}{path(name, *args)}" + (f"?{query}" if query else "")


def privacy_page(lang: str) -> str:
    """Return the path of the page about privacy; empty on a site that has none."""
    try:
        return reverse("defenders_pages:privacy", kwargs={"lang": lang})
    except NoReverseMatch:
        return ""


def oembed_url(page: str) -> str:
    """Return the address that gives the code for an embed page (see `oembed`); empty for a page that nobody embeds.

    A page of whatever words and filters somebody typed has an address too long to be pasted.
    """
    if len(page) > LONGEST_PASTED:
        return ""
    return absolute("oembed", query=urlencode({"url": page, "format": "json"}))


def organisation_pages(lang: str) -> tuple[str, str]:
    """Return what stands before the slug in the address of an organisation's page, and what stands after it."""
    before, _slug, after = absolute("organisation", SLUG, query=urlencode({"lang": lang})).rpartition(SLUG)
    return before, after


def script_name(kind: str) -> str:
    """Return the name of the lasting script for an element that is alone on a page."""
    return LIGHT_SCRIPTS.get(kind, "defenders.js")


def script_url(kind: str) -> str:
    """Return the address of the script that partners paste with an element."""
    return absolute("widget_file", script_name(kind))


def preload_url(kind: str) -> str:
    """Return the address of the published file that an element wants before all others; empty without one."""
    return absolute("published_file", "overview.json") if kind == "map" else ""
