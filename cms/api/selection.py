"""Which organisations are asked for, and the answer, put together from the bytes that are published."""

from collections.abc import Iterable

from cms.api.contents import list_content, with_meta
from cms.api.parameters import read_bounding_box, read_choice
from cms.directory.filters import InvalidParameter, parse_filters
from cms.directory.index import ORDERS, Found, OpenRelease, Selection, facets
from cms.models import Organisation


def read_selection(query, lang: str, index: OpenRelease) -> Selection:
    """Return what a query asks for."""
    filters = parse_filters(dict(query.lists()), index.neutral.codes)
    order = read_choice(query, "order", ORDERS, default=None)
    box = read_bounding_box(query)
    if order == "relevance" and not filters.search:
        raise InvalidParameter("order", "“relevance” needs a “search” to be relevant to.")
    return Selection(filters, lang, box, order)


def list_of_organisations(found: Found, items: Iterable[bytes], index: OpenRelease, counted: bool) -> bytes:
    """Return the JSON of a list of organisations; `counted` says whether with facets."""
    return list_content(found.total, items, {"facets": facets(index.neutral, found)} if counted else {})


def published_organisations(index: OpenRelease, numbers: Iterable[int], lang: str) -> list[bytes]:
    """Return the JSON of the records with these numbers."""
    return with_meta(
        map(index.languages[lang].records.bytes_of, numbers), Organisation, "organisations", lang
    )
