"""Which headers protect an answer: one table of the kinds of addresses, for all who answer.

Django's views and middleware (`cms.headers`), the files that leave before Django is asked (`widgets/wsgi.py`) and the
web server in front (`deploy/nginx/headers`) read it here. Pure: nothing here knows Django.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType

SELF, NONE = "'self'", "'none'"

# What no page of ours asks a browser for; scripts of others that got in despite everything cannot either.
_REFUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "interest-cohort",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)


class Kind(StrEnum):
    """What an address gives: redirects, errors and answers without a body are of the kind of their address."""

    FILE = "file"  # for programs: API, published files, scripts and style sheets of the widgets, sitemaps
    HEALTH = "health"  # for whoever watches the processes
    API_DOCS = "api_docs"  # the description of the API as a page
    EMBED = "embed"  # pages that stand in partners' frames
    EMBED_DRAFT = "embed_draft"  # drafts that are opened by a link, drawn as embed pages
    BUILDER = "builder"  # where partners choose what to embed
    PAGE = "page"  # guidance, greetings, errors
    PAGE_DRAFT = "page_draft"  # drafts of guidance that are opened by a link
    DEMO = "demo"  # the page of a made-up partner
    ADMIN = "admin"  # the editor
    ACCOUNT = "account"  # logging in, and what belongs to it
    DOCUMENT = "document"  # documents that editors uploaded
    MEDIA = "media"  # pictures that editors uploaded
    STATIC = "static"  # style sheets and scripts of the pages and of the editor


@dataclass(frozen=True)
class Elsewhere:
    """Origins beside the site's own from which something comes, because a setting says so."""

    pictures: tuple[str, ...] = ()  # an object storage for what editors upload
    static: tuple[str, ...] = ()  # a host for style sheets and scripts
    tiles: tuple[str, ...] = ()  # street maps for editors
    previews: tuple[str, ...] = ()  # the front end of a partner in which editors see drafts
    widgets: tuple[str, ...] = ()  # where the demonstration page gets its widgets, as a partner's would


NOWHERE = Elsewhere()


@lru_cache(maxsize=64)
def headers_of(kind: Kind, elsewhere: Elsewhere = NOWHERE) -> Mapping[str, str]:
    """Return {name: value} of the headers that protect the answers of this kind."""
    headers = {
        "Content-Security-Policy": _policy(_SOURCES[kind](elsewhere)),
        "Cross-Origin-Resource-Policy": "cross-origin" if kind in _SHOWN_ANYWHERE else "same-origin",
        # With "no-referrer" browsers send "Origin: null" with forms, and Django refuses them as forged.
        "Referrer-Policy": "same-origin" if kind in _WITH_FORMS else "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    if kind in _PAGES:
        headers |= {
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": _permissions(kind),
            "X-DNS-Prefetch-Control": "off",
        }
    if kind in _ISOLATED:
        # What comes from another host is asked for without cookies, and the page gets a process of its own. It also
        # lets the page into frames of partners that isolate themselves.
        headers["Cross-Origin-Embedder-Policy"] = "credentialless"
    elif kind in _PAGES:
        headers["Origin-Agent-Cluster"] = "?1"
    if kind in _NOT_FOUND_BY_SEARCH:
        headers["X-Robots-Tag"] = "noindex, nofollow"
    return MappingProxyType(headers)


# May be shown in, or read by, pages of any origin.
_SHOWN_ANYWHERE = frozenset({Kind.FILE, Kind.EMBED, Kind.MEDIA, Kind.API_DOCS, Kind.HEALTH})
_WITH_FORMS = frozenset({Kind.ADMIN, Kind.ACCOUNT})
_PAGES = frozenset(Kind) - {Kind.FILE, Kind.HEALTH, Kind.DOCUMENT, Kind.MEDIA, Kind.STATIC}
# Not the editor: it may frame previews of a partner's front end, and show street maps.
_ISOLATED = _PAGES - {Kind.ADMIN}
_NOT_FOUND_BY_SEARCH = frozenset(
    {Kind.HEALTH, Kind.EMBED_DRAFT, Kind.PAGE_DRAFT, Kind.DEMO, Kind.ADMIN, Kind.ACCOUNT}
)

# The texts that scripts turn into HTML or code: there are none, so nothing is to be smuggled into them.
_NO_TEXT_BECOMES_CODE = {"require-trusted-types-for": ("'script'",), "trusted-types": (NONE,)}

Sources = Mapping[str, tuple[str, ...]]


def _nothing(elsewhere: Elsewhere) -> Sources:
    return {"default-src": (NONE,), "frame-ancestors": (NONE,)}


def _api_docs(elsewhere: Elsewhere) -> Sources:
    return {"style-src": (SELF,), **_framed_by(NONE), "form-action": (NONE,)}


def _page(elsewhere: Elsewhere) -> Sources:
    own = (SELF, *elsewhere.static)
    return {
        "script-src": own,
        "style-src": own,
        "font-src": own,
        "img-src": (*own, *elsewhere.pictures),
        "connect-src": (SELF,),
        **_framed_by(NONE),
        **_NO_TEXT_BECOMES_CODE,
    }


def _page_draft(elsewhere: Elsewhere) -> Sources:
    return {**_page(elsewhere), **_framed_by(SELF)}


def _embed(elsewhere: Elsewhere) -> Sources:
    return {
        "script-src": (SELF,),
        "style-src": (SELF,),
        "img-src": (SELF, *elsewhere.pictures),
        "connect-src": (SELF,),
        **_framed_by("*"),
        **_NO_TEXT_BECOMES_CODE,
    }


def _embed_draft(elsewhere: Elsewhere) -> Sources:
    return {"style-src": (SELF,), "img-src": (SELF, *elsewhere.pictures), **_framed_by(SELF)}


def _builder(elsewhere: Elsewhere) -> Sources:
    return {
        "script-src": (SELF,),
        "style-src": (SELF,),
        "connect-src": (SELF,),
        "frame-src": (SELF,),
        **_framed_by(NONE),
        **_NO_TEXT_BECOMES_CODE,
    }


def _demo(elsewhere: Elsewhere) -> Sources:
    widgets = (SELF, *elsewhere.widgets)
    return {
        "script-src": widgets,
        "style-src": (SELF,),
        "img-src": (*widgets, *elsewhere.pictures),
        "connect-src": widgets,
        "frame-src": widgets,
        **_framed_by(NONE),
    }


def _account(elsewhere: Elsewhere) -> Sources:
    own = (SELF, *elsewhere.static)
    return {
        "script-src": own,
        "style-src": own,
        "font-src": own,
        "img-src": (*own, "data:"),
        "connect-src": (SELF,),
        **_framed_by(NONE),
    }


def _admin(elsewhere: Elsewhere) -> Sources:
    # Wagtail's screens have scripts and styles in their HTML: 15 of 33 break without.
    inline = (SELF, "'unsafe-inline'", *elsewhere.static)
    own = (SELF, *elsewhere.static)
    return {
        "script-src": inline,
        "style-src": inline,
        "font-src": own,
        "img-src": (*own, "data:", "blob:", *elsewhere.pictures, *elsewhere.tiles),
        "connect-src": (SELF,),
        "frame-src": (SELF, *elsewhere.previews),
        **_framed_by(SELF),
    }


def _framed_by(ancestors: str) -> Sources:
    return {"form-action": (SELF,), "frame-ancestors": (ancestors,), "base-uri": (NONE,)}


_SOURCES = {
    Kind.FILE: _nothing,
    Kind.HEALTH: _nothing,
    Kind.API_DOCS: _api_docs,
    Kind.EMBED: _embed,
    Kind.EMBED_DRAFT: _embed_draft,
    Kind.BUILDER: _builder,
    Kind.PAGE: _page,
    Kind.PAGE_DRAFT: _page_draft,
    Kind.DEMO: _demo,
    Kind.ADMIN: _admin,
    Kind.ACCOUNT: _account,
    Kind.DOCUMENT: _nothing,
    Kind.MEDIA: _nothing,
    Kind.STATIC: _nothing,
}

# What a kind may ask its browser for, for itself alone: to copy with a button, to log in with a passkey.
_ALLOWED = {
    Kind.ACCOUNT: ("clipboard-write", "publickey-credentials-create", "publickey-credentials-get"),
}


def _policy(sources):
    return "; ".join(
        f"{name} {' '.join(values)}" for name, values in ({"default-src": (NONE,)} | sources).items()
    )


def _permissions(kind):
    allowed = _ALLOWED.get(kind, ("clipboard-write",))
    refused = (f"{name}=()" for name in _REFUSED if name not in allowed)
    return ", ".join([*(f"{name}=(self)" for name in allowed), *refused])
