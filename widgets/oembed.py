"""oEmbed: from the address of an embed page to the code that shows it elsewhere.

Source: oembed.com, version 1.0. Nothing of the address asked for is written back: every address in the answer is made
anew from what it means.
"""

from dataclasses import dataclass
from html import escape
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.utils.translation.trans_real import parse_accept_lang_header

from cms.common.languages import LANGUAGES
from widgets import addresses, pages, sheet
from widgets.directory_file import Directory, load_directory
from widgets.former_slugs import current_slug
from widgets.guidance_file import load_guidance
from widgets.markup import FRAME_HEIGHT
from widgets.options import EmbedOptions, Params, parse_language, parse_look, parse_options, read_query

FRAME_WIDTH = 720  # CSS pixels: what a consumer without an idea of its own reserves
LONGEST_SIDE = 100_000
CACHE_SECONDS = 3600

# Names of the addresses that can be embedded.
PAGES = frozenset(
    f"{addresses.NAMESPACE}:{name}" for name in ("map", "directory", "organisation", "guidance")
)


class CannotEmbed(Exception):
    """What was asked for cannot be had: a status, a sentence, and the parameter that is wrong."""

    def __init__(self, status: int, detail: str, parameter: str | None = None):
        self.status, self.detail, self.parameter = status, detail, parameter
        super().__init__(detail)


@dataclass(frozen=True)
class Shown:
    """An embed page: the name of its address and its arguments, what it is called, and its options."""

    name: str
    args: tuple[str, ...]
    title: str
    options: EmbedOptions

    @property
    def url(self) -> str:
        """The absolute address of the page."""
        return addresses.absolute(self.name, *self.args, query=self.options.query())


def answer(params: Params) -> dict:
    """Return the members of the oEmbed answer. Raises `CannotEmbed`, `DirectoryUnavailable`, `GuidanceUnavailable`.

    `params` is the query as {name: values}. Names that are not ours are left alone: consumers add their own.
    """
    form = _single(params, "format") or "json"
    if form != "json":
        raise CannotEmbed(501, _("Only JSON is available: ask with format=json."), "format")
    width = _side(params, "maxwidth", FRAME_WIDTH)
    height = _side(params, "maxheight", FRAME_HEIGHT)
    url = _single(params, "url")
    if not url:
        raise CannotEmbed(400, _("Say which page: url is missing."), "url")
    shown = shown_at(url)
    return {
        "version": "1.0",
        "type": "rich",
        "title": shown.title,
        "provider_name": getattr(settings, "WAGTAIL_SITE_NAME", "")
        or urlsplit(addresses.public_base()).netloc,
        "provider_url": f"{addresses.public_base()}/",
        "cache_age": CACHE_SECONDS,
        "width": width,
        "height": height,
        "html": rich_html(shown, height),
    }


def language_of_errors(params: Params, accepted: str) -> str:
    """Return the language in which an error is explained: that of the page asked for, else one that is accepted.

    English otherwise, as in the API: who reads it is most likely a program's log. `accepted` is an Accept-Language
    header. Never raises.
    """
    try:
        asked = [read_query(_split(url).query).get("lang", []) for url in params.get("url", ())]
    except CannotEmbed:
        asked = []
    wanted = [tag for tags in asked for tag in tags] + [
        tag for tag, _quality in parse_accept_lang_header(accepted)
    ]
    spoken = (tag.strip().lower().replace("_", "-").partition("-")[0] for tag in wanted)
    return next((tag for tag in spoken if tag in LANGUAGES), "en")


def shown_at(url: str) -> Shown:
    """Return the embed page of ours that has this address.

    Raises `CannotEmbed`, `DirectoryUnavailable`, `GuidanceUnavailable`.
    """
    match = _page_at(url)
    params = read_query(_split(url).query)
    if match.url_name == "directory" and sheet.is_wanted(params):
        raise _nothing_there()  # a list that somebody made to print
    lang, _notes = parse_language(params)
    if match.url_name == "guidance":
        return _section(match.kwargs["key"], parse_look(params).options)
    directory = load_directory(lang)
    options = parse_options(params, directory.codes).options
    if match.url_name == "organisation":
        return _organisation(match.kwargs["slug"], directory, options)
    with override(lang):
        return Shown(match.url_name, (), pages.title(match.url_name, options), options)


def rich_html(shown: Shown, height: int) -> str:
    """Return the code: a quotation with the link, for where frames are taken out, and the frame.

    WordPress listens to the heights that a frame announces only where it finds a bare blockquote before it.
    """
    url, title = escape(shown.url), escape(shown.title)
    return (
        f'<blockquote><a href="{url}">{title}</a></blockquote>'
        f'<iframe src="{url}" width="100%" height="{height}" frameborder="0" title="{title}"></iframe>'
    )


def _organisation(slug: str, directory: Directory, options: EmbedOptions) -> Shown:
    record = directory.organisation(slug) or directory.organisation(current_slug(slug) or "")
    if record is None:
        raise _nothing_there()
    return Shown("organisation", (record["slug"],), record["name"], pages.plain(options))


def _section(key: str, options: EmbedOptions) -> Shown:
    section = load_guidance(options.lang).pages.get(key)
    if section is None:
        raise _nothing_there()
    return Shown("guidance", (key,), section["title"], options)


def _page_at(url):
    parts = _split(url)
    ours = urlsplit(addresses.public_base())
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != ours.netloc.lower():
        raise CannotEmbed(
            404, _("Only pages of %(address)s can be embedded.") % {"address": addresses.public_base()}, "url"
        )
    path = unquote(parts.path)
    for candidate in (path, f"{path}/"):
        try:
            found = resolve(candidate)
        except Resolver404:
            continue
        if found.view_name in PAGES:
            return found
    raise _nothing_there()


def _nothing_there() -> CannotEmbed:
    return CannotEmbed(404, _("There is no page that can be embedded at this address."), "url")


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        raise CannotEmbed(400, _("“url” is not a web address."), "url") from None


def _single(params, name):
    values = [value.strip() for value in params.get(name, ())]
    if len(values) > 1:
        raise CannotEmbed(400, _("“%(name)s” can be given once.") % {"name": name}, name)
    if values and any(ord(char) < 32 or char == "\N{REPLACEMENT CHARACTER}" for char in values[0]):
        raise CannotEmbed(400, _("“%(name)s” has characters that cannot be read.") % {"name": name}, name)
    return values[0] if values else ""


def _side(params, name, usual):
    value = _single(params, name)
    if not value:
        return usual
    if not (value.isascii() and value.isdecimal() and len(value) <= 6 and 0 < int(value) <= LONGEST_SIDE):
        raise CannotEmbed(
            400,
            _("“%(name)s” must be a whole number of pixels from 1 to %(limit)d.")
            % {"name": name, "limit": LONGEST_SIDE},
            name,
        )
    return min(usual, int(value))
