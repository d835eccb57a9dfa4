"""The sitemap of the guidance pages (every public one, with its versions in other languages), and the index of all."""

from django.template.loader import render_to_string
from django.urls import reverse

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.conf import defenders_settings
from cms.directory.richtext import page_url
from cms.directory.sitemaps import Sitemap, all_sitemaps
from cms.directory.visibility import public_pages
from cms.pages.base import DefendersPage
from cms.pages.privacy import sitemap_entries as privacy_entries
from cms.pages.public_documents import public_xml


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


@public_xml
def sitemap_index():
    """Return the index of all sitemaps (sitemaps.org 0.9): that of the pages, and those of other packages. No query."""
    pages = Sitemap(f"{defenders_settings.BASE_URL}{reverse('defenders_pages:sitemap_pages')}")
    return render_to_string("defenders/sitemap_index.xml", {"sitemaps": [pages, *all_sitemaps()]})


@public_xml
def sitemap_of_pages():
    """Return the sitemap of the pages, that about privacy too (with the language alternates search engines read)."""
    return render_to_string("defenders/sitemap.xml", {"entries": [*entries(), *privacy_entries()]})


def _in_order(versions):
    return sorted(versions, key=lambda one: (one[0] not in LANGUAGES, _position(one[0]), one[0]))


def _position(code):
    return LANGUAGES.index(code) if code in LANGUAGES else 0
