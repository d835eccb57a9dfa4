"""The sitemap of the guidance pages: every public one, with its versions in other languages."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.directory.richtext import page_url
from cms.directory.visibility import public_pages
from cms.pages.base import DefendersPage

MAX_AGE = 3600  # seconds


def entries():
    """Return `{"url", "changed", "versions": [(language, url), ...], "default"}` per public page. Three queries.

    An alias repeats another language's text and does not count. `default` is the address for languages we do not have:
    that of the source language, None where the page is not public in it.
    """
    pages = public_pages().type(DefendersPage).filter(alias_of__isnull=True).select_related("locale")
    by_key: dict = {}
    for page in pages.order_by("path"):
        if url := page_url(page):
            by_key.setdefault(page.translation_key, {})[page.locale.language_code] = (url, page)
    return [
        {
            "url": url,
            "changed": page.last_published_at,
            "versions": _in_order((code, other) for code, (other, _page) in versions.items()),
            "default": versions.get(SOURCE_LANGUAGE, (None,))[0],
        }
        for versions in by_key.values()
        for url, page in versions.values()
    ]


@require_safe
def sitemap(request):
    """Return the sitemap (sitemaps.org 0.9, with the language alternates search engines read)."""
    response = render(
        request, "defenders/sitemap.xml", {"entries": entries()}, content_type="application/xml"
    )
    response["Cache-Control"] = f"public, max-age={MAX_AGE}"
    return response


# Answered before sessions and languages: see `cms.api.middleware`.
sitemap.is_public_address = True


def _in_order(versions):
    return sorted(versions, key=lambda one: (one[0] not in LANGUAGES, _position(one[0]), one[0]))


def _position(code):
    return LANGUAGES.index(code) if code in LANGUAGES else 0
