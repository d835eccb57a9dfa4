"""Rich text as the public may have it: a few tags, absolute links, nothing that leads to a page in draft."""

import re

import nh3

from cms.conf import defenders_settings
from cms.directory.visibility import public_pages

TAGS = {"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "h2", "h3", "h4", "a"}
ATTRIBUTES = {"a": {"href"}}
SCHEMES = {"http", "https", "mailto", "tel"}

_CLEANER = nh3.Cleaner(
    tags=TAGS,
    attributes=ATTRIBUTES,
    url_schemes=SCHEMES,
    link_rel="noreferrer noopener",
    strip_comments=True,
)

_LEADS_TO_PAGE = 'linktype="page"'
_PAGE_LINK = re.compile(r'<a\b(?=[^>]*\blinktype="page")(?=[^>]*\bid="(\d+)")[^>]*>')


def page_url(page):
    """Return the absolute address of a page, from the configured base URL never from the request; or None."""
    parts = page.get_url_parts()
    return f"{defenders_settings.BASE_URL}{parts[2]}" if parts and parts[2] else None


def page_urls(texts):
    """Return {pk: absolute address or None} of the public pages that rich texts link to. Two queries."""
    linking = (stored for stored in texts if _LEADS_TO_PAGE in stored)
    wanted = {int(pk) for stored in linking for pk in _PAGE_LINK.findall(stored)}
    return {page.pk: page_url(page) for page in public_pages().filter(pk__in=wanted)} if wanted else {}


def public_html(stored, urls=None):
    """Return sanitised HTML for rich text as Wagtail stores it; "" for none.

    Links to pages become absolute addresses; a link to a page that is not public loses its address.
    `urls` are the `page_urls` of many texts, when they were asked for at once.
    """
    if not stored:
        return ""
    if urls is None:
        urls = page_urls([stored])

    def link(match):
        url = urls.get(int(match[1]))
        return f'<a href="{url}">' if url else "<a>"

    return _CLEANER.clean(_PAGE_LINK.sub(link, stored) if _LEADS_TO_PAGE in stored else stored)
