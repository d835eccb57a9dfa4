"""`/embed/v1/…`: pages for a frame or a plain link, complete without scripts, from the published files alone."""

from datetime import timedelta
from functools import wraps

from django.http import HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.common.http.answers import NOT_KEPT, SHORT, content_of
from cms.common.http.policies import Kind
from widgets import addresses, pages, sheet, worldmap
from widgets.directory_file import DirectoryUnavailable, load_directory
from widgets.former_slugs import current_slug
from widgets.options import EmbedOptions, parse_language, parse_options, read_query
from widgets.rendering import HTML_LIMIT, render, render_within_limit
from widgets.structured_data import as_element, organisation_data
from widgets.views.delivery import RETRY_AFTER_SECONDS, deliver, deliver_made, public_as

# Pages whose address is completed when its slash was forgotten.
SLASHED = frozenset(
    f"{addresses.NAMESPACE}:{name}" for name in ("map", "directory", "finder", "organisation", "guidance")
)


def from_the_directory(view):
    """Make `view(request, directory, params, …)` a public one, in the language asked for; 503 without a directory."""

    @public_as(Kind.EMBED)
    @wraps(view)
    def answer(request, *args, **kwargs):
        params = read_query(request.META.get("QUERY_STRING", ""))
        lang, _notes = parse_language(params)
        with override(lang):
            try:
                directory = load_directory(lang)
            except DirectoryUnavailable:
                return unavailable(request, lang)
            return view(request, directory, params, *args, **kwargs)

    return answer


@from_the_directory
def map_page(request, directory, params):
    """Show who serves which country: an index, a picture, and the organisations."""
    return _embed_page(request, "map", directory, parse_options(params, directory.codes))


@from_the_directory
def directory_page(request, directory, params):
    """Show the organisations that match, or a contact sheet of them."""
    asked = parse_options(params, directory.codes)
    if sheet.is_wanted(params):
        return _sheet(request, directory, asked, params)
    return _embed_page(request, "directory", directory, asked)


@from_the_directory
def finder_page(request, directory, params):
    """Ask what is needed, where and for whom; the answers lead to the directory."""
    content = pages.finder_page(directory, parse_options(params, directory.codes))
    return html_response(request, render("finder", content))


@from_the_directory
def organisation_page(request, directory, params, slug):
    """Show everything public about one organisation."""
    options = parse_options(params, directory.codes).options
    record = directory.organisation(slug)
    if record is None:
        now = directory.organisation(current_slug(slug))
        if now:
            return _moved(request, addresses.path("organisation", now["slug"]))
        return not_found(request, options, slug)
    _lang, notes = parse_language(params)
    content = pages.organisation_page(record, directory, options) | {"notes": notes}
    return html_response(request, _organisation_html(record, directory, content))


@public_as(Kind.EMBED)
def unknown_page(request):
    """Answer below /embed/: a page with its slash forgotten is found, anything else is not."""
    page = _with_slash(request.path_info)
    if page:
        return _moved(request, page)
    lang, _notes = parse_language(read_query(request.META.get("QUERY_STRING", "")))
    with override(lang):
        return not_found(request, EmbedOptions(lang=lang))


@public_as(Kind.MEDIA)
def map_picture(request, theme):
    """Draw the map for the same filters; equal maps are drawn once."""
    params = read_query(request.META.get("QUERY_STRING", ""))
    lang, _notes = parse_language(params)
    try:
        directory = load_directory(lang)
    except DirectoryUnavailable:
        scene = worldmap.scene(theme, {}, ())
        return deliver(request, "image/webp", lambda encoding: _identity(encoding, scene), cache=NOT_KEPT)
    options = parse_options(params, directory.codes).options
    scene = pages.map_scene(theme, directory, options)
    return deliver(request, "image/webp", lambda encoding: _identity(encoding, scene))


def _identity(encoding, scene):
    return content_of(worldmap.picture(scene)) if encoding == "identity" else None


def _embed_page(request, kind, directory, asked):
    html = render_within_limit(kind, lambda detail: pages.embed_page(kind, directory, asked, detail))
    return html_response(request, html)


def _sheet(request, directory, asked, params):
    html = render_within_limit(
        "sheet", lambda detail: sheet.sheet_page(directory, asked, params, detail), sheet.DETAILS
    )
    return html_response(request, html)


def _organisation_html(record, directory, content):
    """Return the page with what search engines read, unless it is sample content or that makes the page too large."""
    if not record["sample"]:
        data = organisation_data(record, content["record"], directory, content["canonical"])
        html = render("organisation", content | {"structured_data": as_element(data)})
        if len(html) <= HTML_LIMIT:
            return html
    return render("organisation", content)


def _with_slash(path):
    """Return the address of the page that this path means, or None."""
    try:
        found = resolve(f"{path}/")
    except Resolver404:
        return None
    return addresses.path(found.url_name, *found.kwargs.values()) if found.view_name in SLASHED else None


def _moved(request, target):
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)


def unavailable(request, lang):
    """Return the page that asks to come again in a minute (503)."""
    content = pages.frame("directory", EmbedOptions(lang=lang)) | {
        "title": _("The directory is being prepared"),
        "minutes": round(timedelta(seconds=RETRY_AFTER_SECONDS) / timedelta(minutes=1)),
    }
    response = html_response(request, render("unavailable", content), status=503)
    response["Retry-After"] = str(RETRY_AFTER_SECONDS)
    return response


def not_found(request, options, slug=""):
    """Return the page that says that there is none here (404), with a search for its words."""
    words = slug.replace("-", " ").replace("_", " ").strip()[:100]
    content = pages.frame("directory", pages.plain(options)) | {
        "title": _("This page does not exist"),
        "words": words,
        "search_url": f"{addresses.path('directory')}?{pages.plain(options).having('search', words).query()}",
    }
    return html_response(request, render("not_found", content), status=404)


def html_response(request, html, status=200):
    """Return an embed page as it leaves."""
    cache = SHORT if status == 200 else NOT_KEPT
    return deliver_made(request, "text/html; charset=utf-8", html, cache=cache, status=status)
