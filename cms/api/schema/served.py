"""The document as this site answers with it: the one that is kept, with the address of this site and its licence.

Made once per process and setting, from files of this package alone: it is there without a database.
"""

import json
from functools import lru_cache
from pathlib import Path

from django.urls import reverse

from cms.conf import Licence, defenders_settings
from cms.directory.json_bytes import as_json

KEPT = Path(__file__).with_name("openapi.json")
# Where the API lies in the document that is kept, and nearly everywhere else.
ROOT = "/api/v2/"

# What the document of a site depends on: its address, the licence of its data, and where its API lies.
Place = tuple[str, Licence | None, str]


def place() -> Place:
    """Return what the document of this site depends on."""
    root = reverse("defenders_api:schema").removesuffix("schema/")
    return defenders_settings.BASE_URL, defenders_settings.LICENCE, root


@lru_cache(maxsize=2)
def served_json(where: Place) -> bytes:
    """Return the document as JSON."""
    return as_json(served_document(where))


@lru_cache(maxsize=2)
def served_document(where: Place) -> dict:
    """Return the document with the addresses of this site."""
    base_url, licence, root = where
    document = json.loads(KEPT.read_text(encoding="utf-8").replace(ROOT, root))
    document["servers"] = [{"url": base_url or "/"}]
    if licence:
        document["info"]["license"] = {"name": licence.name, "url": licence.url}
    return document
