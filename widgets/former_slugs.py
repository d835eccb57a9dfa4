"""Where links go that were made before an organisation's address changed, from the published file."""

import json
import logging

from widgets.kept_files import read_kept

logger = logging.getLogger("widgets.former_slugs")

NAME = "former_slugs.json"
SCHEMA_VERSION = 1


def current_slug(slug: str) -> str | None:
    """Return the slug of the organisation that had this one before; None without one, or without a usable file."""
    try:
        return read_kept(NAME, parse_former_slugs).get(slug)
    except OSError:
        return None


def parse_former_slugs(content: bytes) -> dict[str, str]:
    """Return {former slug: current slug}; nothing of a broken file, so that pages stay what they are without it."""
    try:
        data = json.loads(content)
        if data["schema_version"] != SCHEMA_VERSION:
            raise ValueError("another version")
        return {old: new for old, new in data["former_slugs"].items() if isinstance(new, str)}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        logger.warning("%s cannot be used: links to former addresses lead nowhere.", NAME)
        return {}
