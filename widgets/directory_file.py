"""The published directory of one language, read from its file and kept in memory until the file changes.

No database: pages go on while it is down.
"""

import json
import logging
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from cms.common.vocabularies import CATEGORY_KINDS
from cms.directory.verification import verification_state
from widgets.kept_files import read_kept

logger = logging.getLogger("widgets.directory_file")

SCHEMA_VERSION = 1
_LABEL_GROUPS = (*CATEGORY_KINDS, "area", "verification", "channel", "channel_label")
_SLUG = re.compile(r"[-\w]{1,255}")

# What every page relies on. Anything else may be missing from a record.
_TYPES: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "slug": str,
    "name": str,
    "alternate_name": str,
    "acronym": str,
    "website": (str, type(None)),
    "onion_url": (str, type(None)),
    "is_government": bool,
    "sample": bool,
    "roles": list,
    "services": list,
    "audiences": list,
    "areas_served": list,
    "languages": list,
    "urgent_help": bool,
    "contacts": list,
    "places": list,
}
_LISTS_OF_TEXT = ("roles", "services", "audiences", "areas_served", "languages")
_TEXTS = {"summary": "text", "description": "html", "how_to_ask_for_help": "html", "hours": "text"}


class DirectoryUnavailable(Exception):
    """There is no directory file, or what is there cannot be used."""


@dataclass(frozen=True)
class Directory:
    """A directory file: `labels` maps group to code to label, `organisations` are public records by name.

    `made_for` is the day for which pages are made, None for the day on which they are asked for.
    """

    lang: str
    as_of: date
    labels: Mapping[str, Mapping[str, str]]
    licence: Mapping[str, str] | None
    organisations: tuple[dict, ...]
    # Who else is to be named, each with a name, an address and a licence.
    attribution: tuple[dict, ...] = ()
    # Where to tell of a mistake: an e-mail or https address, "" for none.
    corrections: str = ""
    made_for: date | None = None

    @property
    def codes(self):
        """The values role, service and audience may take."""
        return {kind: tuple(self.labels[kind]) for kind in CATEGORY_KINDS}

    def organisation(self, slug):
        """Return the record with this slug, or None."""
        return next((record for record in self.organisations if record["slug"] == slug), None)


def load_directory(lang: str) -> Directory:
    """Return the published directory; DirectoryUnavailable when there is none to rely on."""
    try:
        return read_kept(f"directory.{lang}.json", lambda content: parse_directory(content, lang))
    except OSError as error:
        raise DirectoryUnavailable(lang) from error


def parse_directory(content: bytes, lang: str) -> Directory:
    """Return the directory in the bytes; a broken record is left out, a broken file is refused."""
    try:
        data = json.loads(content)
        if data["schema_version"] != SCHEMA_VERSION or data["lang"] != lang:
            raise DirectoryUnavailable(lang)
        labels = {
            group: {code: str(label) for code, label in of_group.items()}
            for group, of_group in data["labels"].items()
        }
        whole = tuple(record for record in data["organisations"] if is_whole(record))
        as_of = date.fromisoformat(data["as_of"])
        terms = {"attribution": _attribution(data), "corrections": str(data.get("corrections") or "")}
        directory = Directory(lang, as_of, labels, _licence(data), whole, **terms)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DirectoryUnavailable(lang) from error
    missing = len(data["organisations"]) - len(whole)
    if not set(_LABEL_GROUPS) <= set(labels) or (missing and not whole):
        raise DirectoryUnavailable(lang)
    if missing:
        logger.warning("directory.%s.json: %d records are not whole and are left out.", lang, missing)
    return directory


def today() -> date:
    """Return the UTC day."""
    return datetime.now(UTC).date()


def verification_today(record: Mapping, day: date | None = None) -> str:
    """Return the verification state of a record on a day, now without one: the file may be days old."""
    try:
        return verification_state(_day(record, "verified_on"), _day(record, "review_due"), day or today())
    except (TypeError, ValueError):
        return "unverified"


def is_whole(record) -> bool:
    """Say whether a record has everything that pages rely on, in the right form."""
    return (
        isinstance(record, dict)
        and all(isinstance(record.get(name), kind) for name, kind in _TYPES.items())
        and _SLUG.fullmatch(record["slug"]) is not None
        and all(isinstance(code, str) for name in _LISTS_OF_TEXT for code in record[name])
        and all(_is_text(record.get(name), form) for name, form in _TEXTS.items())
        and all(_is_contact(contact) for contact in record["contacts"])
        and all(_is_place(place) for place in record["places"])
    )


def _is_text(value, form):
    return value is None or (
        isinstance(value, dict) and isinstance(value.get(form), str) and isinstance(value.get("lang"), str)
    )


def _is_contact(value):
    return (
        isinstance(value, dict)
        and isinstance(value.get("kind"), str)
        and isinstance(value.get("value"), str)
        and isinstance(value.get("languages", []), list)
    )


def _is_place(value):
    if not isinstance(value, dict) or not isinstance(value.get("country"), str):
        return False
    point = [value[name] for name in ("lat", "lng") if name in value]
    return not point or (
        len(point) == 2
        and all(type(degrees) in (int, float) and math.isfinite(degrees) for degrees in point)
        and abs(point[0]) <= 90
        and abs(point[1]) <= 180
    )


def _day(record, name):
    return date.fromisoformat(record[name]) if record.get(name) else None


def _licence(data):
    licence = data.get("licence")
    return licence if _is_link(licence) else None


def _attribution(data):
    sources = data.get("attribution")
    return tuple(
        source
        for source in (sources if isinstance(sources, list) else ())
        if _is_link(source) and _is_link(source.get("licence"))
    )


def _is_link(value):
    return isinstance(value, dict) and all(isinstance(value.get(name), str) for name in ("name", "url"))
