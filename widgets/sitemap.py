"""Sitemaps of the organisations' pages in all languages (sitemaps.org 0.9), from the published files alone.

Sample content is left out: it is nothing to be found.
"""

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote
from xml.sax.saxutils import escape

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.directory.sitemaps import Sitemap
from widgets import addresses
from widgets.directory_file import Directory, DirectoryUnavailable, load_directory

# Far below what a sitemap may hold (50,000 addresses, 50 MB): this makes 5,000 addresses and 5 MB.
ORGANISATIONS_AT_ONCE = 1000

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemaps() -> Iterator[Sitemap]:
    """Yield the sitemaps there are; none before the first publication."""
    try:
        directory = load_directory(SOURCE_LANGUAGE)
    except DirectoryUnavailable:
        return
    for number, records in enumerate(_parts(directory), start=1):
        changed = max((day for record in records if (day := _day(record))), default=None)
        yield Sitemap(addresses.absolute("sitemap", number), changed)


def sitemap(number: int) -> bytes | None:
    """Return the sitemap of this number, from 1; None if there are fewer. Raises `DirectoryUnavailable`."""
    parts = _parts(load_directory(SOURCE_LANGUAGE))
    if not 0 < number <= len(parts):
        return None
    pages = [(lang, *map(escape, addresses.organisation_pages(lang))) for lang in LANGUAGES]
    entries = "".join(_entries(record, pages) for record in parts[number - 1])
    return f"{_HEAD}{entries}</urlset>\n".encode()


def _parts(directory: Directory) -> list[list[dict]]:
    listed = [record for record in directory.organisations if not record["sample"]]
    starts = range(0, len(listed), ORGANISATIONS_AT_ONCE)
    return [listed[start : start + ORGANISATIONS_AT_ONCE] for start in starts]


def _entries(record, pages):
    """Return one entry per language, each naming all; who reads none of them is led to the source language."""
    slug = quote(record["slug"])
    urls = [(lang, f"{before}{slug}{after}") for lang, before, after in pages]
    versions = [*urls, *(("x-default", url) for lang, url in urls if lang == SOURCE_LANGUAGE)]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{lang}" href="{url}"/>\n' for lang, url in versions
    )
    day = _day(record)
    changed = f"<lastmod>{day}</lastmod>\n" if day else ""
    return "".join(f"<url>\n<loc>{url}</loc>\n{changed}{links}</url>\n" for _lang, url in urls)


def _day(record) -> str | None:
    try:
        return date.fromisoformat(record["updated_on"]).isoformat()
    except (KeyError, TypeError, ValueError):
        return None
