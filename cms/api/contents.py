"""Answers put together from bytes that are ready: no record is read, they are copied."""

from collections.abc import Iterable, Mapping

from cms.api.addresses import record_url
from cms.directory.index.records import split_after_id
from cms.directory.json_bytes import as_json

# Stands for the id in an address that is made once for all records of an answer.
_ANY_ID = "00000000-0000-0000-0000-000000000000"


def list_content(total: int, items: Iterable[bytes], more: Mapping | None = None) -> bytes:
    """Return the JSON of a list; `more` is put into its `meta`."""
    meta = {"total_count": total, **(more or {})}
    return b'{"meta":%b,"items":[%b]}' % (as_json(meta), b",".join(items))


def with_meta(records: Iterable[bytes], model: type, endpoint: str, lang: str) -> list[bytes]:
    """Return the JSON of records as the API shows them: what is published with `meta` after the id."""
    meta = {"type": f"defenders.{model.__name__}", "detail_url": record_url(endpoint, _ANY_ID, lang)}
    before, after = as_json(meta).split(_ANY_ID.encode())
    return [
        b'%b,"meta":%b%b%b%b' % (start, before, key, after, rest)
        for start, key, rest in map(split_after_id, records)
    ]
