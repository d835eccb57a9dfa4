"""Small releases made of records, without a database."""

import json
import uuid

from cms.common.languages import LANGUAGES
from cms.common.text import sort_key
from cms.common.vocabularies import CATEGORY_CODES
from cms.directory.index.build import build_language, build_neutral
from cms.directory.index.container import Container
from cms.directory.index.opened import LanguageIndex, NeutralIndex, OpenRelease
from cms.directory.json_bytes import as_json

AREAS = {
    "africa": "África",
    "americas": "América",
    "asia": "Asia",
    "europe": "Europa",
    "worldwide": "Todo el mundo",
}


def record(slug="one", **changes):
    """Return what an index reads of a record, and a member after it."""
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, slug)),
        "slug": slug,
        "name": slug,
        "alternate_name": "",
        "acronym": "",
        "is_government": False,
        "roles": [],
        "services": [],
        "audiences": [],
        "areas_served": [],
        "languages": [],
        "urgent_help": False,
        "summary": None,
        "places": [],
        "verified_on": None,
        "updated_on": "2026-11-22",
    } | changes


def directory(records, lang="es"):
    """Return the data of a directory file, its records in order."""
    labels = {kind: dict.fromkeys(codes, "") for kind, codes in CATEGORY_CODES.items()}
    ordered = sorted(records, key=lambda one: (sort_key(one["name"]), one["id"]))
    return {"lang": lang, "labels": labels | {"area": AREAS}, "organisations": ordered}


def opened(records, former_slugs=None):
    """Return the index of a release with these records, in memory."""
    languages = {}
    for lang in LANGUAGES:
        data = directory(records, lang)
        content = as_json(data)
        languages[lang] = LanguageIndex(Container(build_language(data, content)), content)
    neutral = NeutralIndex(Container(build_neutral(directory(records), former_slugs or {})))
    return OpenRelease(None, neutral, languages)


def shown(index, numbers, lang="es"):
    """Return the records of these numbers."""
    return [json.loads(index.languages[lang].records.bytes_of(number)) for number in numbers]
