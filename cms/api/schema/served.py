"""The document as this site answers with it: the one that is kept, with the address of this site and its licence.

Made once per process and setting, from files of this package alone: it is there without a database.
"""

import json
from functools import lru_cache
from pathlib import Path

from cms.conf import Licence, defenders_settings
from cms.directory.json_bytes import as_json

KEPT = Path(__file__).with_name("openapi.json")


def served_document() -> dict:
    """Return the document with the addresses of this site."""
    return _document(defenders_settings.BASE_URL, defenders_settings.LICENCE)


def served_json() -> bytes:
    """Return the document as JSON."""
    return _as_json(defenders_settings.BASE_URL, defenders_settings.LICENCE)


@lru_cache(maxsize=2)
def _document(base_url: str, licence: Licence | None) -> dict:
    document = json.loads(KEPT.read_text(encoding="utf-8"))
    document["servers"] = [{"url": base_url or "/"}]
    if licence:
        document["info"]["license"] = {"name": licence.name, "url": licence.url}
    return document


@lru_cache(maxsize=2)
def _as_json(base_url, licence):
    return as_json(_document(base_url, licence))
