"""Answers about organisations, put together from the bytes that are published: no record is read, they are copied."""

from collections.abc import Iterable

from cms.api.addresses import organisation_url
from cms.api.parameters import read_bounding_box, read_choice
from cms.directory.filters import InvalidParameter, parse_filters
from cms.directory.index import ORDERS, Found, OpenRelease, Selection, facets
from cms.directory.json_bytes import as_json

# Stands for the id in an address that is made once for all records of an answer.
_ANY_ID = "00000000-0000-0000-0000-000000000000"


def read_selection(query, lang: str, index: OpenRelease) -> Selection:
    """Return what a query asks for."""
    filters = parse_filters(dict(query.lists()), index.neutral.codes)
    order = read_choice(query, "order", ORDERS, default=None)
    box = read_bounding_box(query)
    if order == "relevance" and not filters.search:
        raise InvalidParameter("order", "“relevance” needs a “search” to be relevant to.")
    return Selection(filters, lang, box, order)


def list_content(found: Found, items: Iterable[bytes], index: OpenRelease, counted: bool) -> bytes:
    """Return the JSON of a list; `counted` says whether with facets."""
    meta: dict = {"total_count": found.total}
    if counted:
        meta["facets"] = facets(index.neutral, found)
    return b'{"meta":%b,"items":[%b]}' % (as_json(meta), b",".join(items))


def record_contents(index: OpenRelease, numbers: Iterable[int], lang: str) -> list[bytes]:
    """Return the JSON of records: what is published with `meta` after the id."""
    records = index.languages[lang].records
    address = as_json({"type": "defenders.Organisation", "detail_url": organisation_url(_ANY_ID, lang)})
    before, after = (part.replace(b"%", b"%%") for part in address.split(_ANY_ID.encode()))
    template = b'%b,"meta":' + before + b"%b" + after + b"%b"
    return [template % (start, key, rest) for start, key, rest in map(records.split, numbers)]


def with_meta(record: dict, lang: str) -> dict:
    """Return a record as the API shows it."""
    meta = {"type": "defenders.Organisation", "detail_url": organisation_url(record["id"], lang)}
    return {"id": record["id"], "meta": meta, **record}
