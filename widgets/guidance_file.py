"""The published guidance of one language, read from its file and kept in memory until the file changes.

No database: pages go on while it is down.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from widgets.kept_files import read_kept

SCHEMA_VERSION = 1
KINDS = ("programmes", "trainings", "testimonies")
# As the site orders them; others follow by their keys.
ORDER = (
    "home",
    "who-accompanies",
    "protection-needs",
    "temporary-protection",
    "permanent-protection",
    "training",
    "about",
)
_LABEL_GROUPS = (
    "applicant",
    "audience",
    "call_state",
    "training_cost",
    "training_mode",
    "training_state",
    "training_topic",
)


class GuidanceUnavailable(Exception):
    """There is no guidance file, or what is there cannot be used."""


@dataclass(frozen=True)
class Guidance:
    """A guidance file: `pages` maps neutral keys to pages; the records are those of the public contract."""

    lang: str
    as_of: date
    labels: Mapping[str, Mapping[str, str]]
    licence: Mapping[str, str] | None
    pages: Mapping[str, Mapping]
    programmes: tuple[dict, ...]
    trainings: tuple[dict, ...]
    testimonies: tuple[dict, ...]


def place_of_section(key: str) -> tuple[int, str]:
    """Return where the section of a key stands among the others."""
    return (ORDER.index(key) if key in ORDER else len(ORDER), key)


def load_guidance(lang: str) -> Guidance:
    """Return the published guidance; GuidanceUnavailable when there is none to rely on."""
    try:
        return read_kept(f"guidance.{lang}.json", lambda content: parse_guidance(content, lang))
    except OSError as error:
        raise GuidanceUnavailable(lang) from error


def parse_guidance(content: bytes, lang: str) -> Guidance:
    """Return the guidance in the bytes; a broken page or record is left out, a broken file is refused."""
    try:
        data = json.loads(content)
        if data["schema_version"] != SCHEMA_VERSION or data["lang"] != lang:
            raise GuidanceUnavailable(lang)
        licence = data.get("licence")
        return Guidance(
            lang,
            date.fromisoformat(data["as_of"]),
            {group: dict(data["labels"][group]) for group in _LABEL_GROUPS},
            licence if isinstance(licence, dict) and {"name", "url"} <= set(licence) else None,
            {key: page for key, page in data["pages"].items() if _is_page(page)},
            *(tuple(one for one in data[kind] if isinstance(one, dict)) for kind in KINDS),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise GuidanceUnavailable(lang) from error


def _is_page(page):
    return (
        isinstance(page, dict)
        and all(isinstance(page.get(name), str) for name in ("title", "introduction", "lang", "url"))
        and isinstance(page.get("body"), list)
    )
