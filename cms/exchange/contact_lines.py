"""Contacts in a cell, one to a line, as `cms.common.cells` writes them."""

import re

from cms.common import contacts
from cms.common.cells import split_bars
from cms.common.languages import normalise_language_tag
from cms.common.problems import InvalidValue
from cms.common.vocabularies import CHANNEL_KINDS, CHANNEL_LABELS
from cms.exchange.limits import MAX_CONTACTS
from cms.exchange.problems import Refused


def read_contacts(text, exact_place):
    """Return contacts as records have them; `exact_place` allows a street in a postal address."""
    found: list[dict] = []
    for line in filter(str.strip, text.split("\n")):
        contact = _contact(line, exact_place)
        if any((contact["kind"], contact["value"]) == (one["kind"], one["value"]) for one in found):
            raise Refused("contact_twice", value=contact["value"][:60])
        found.append(contact)
    if len(found) > MAX_CONTACTS:
        raise Refused("too_many", limit=MAX_CONTACTS)
    return found


def _contact(line, exact_place):
    first, *rest = split_bars(line)
    kind, colon, value = first.partition(":")
    kind = re.sub(r"[\s\-]+", "_", kind.strip().lower())
    if not colon or kind not in CHANNEL_KINDS:
        raise Refused("contact_unclear", line=line.strip()[:80])
    contact = {
        "kind": kind,
        "value": _value(kind, value.strip(), exact_place),
        "label": "general",
        "languages": [],
        "urgent": False,
        "preferred": False,
        "pgp_fingerprint": None,
    }
    for part in rest:
        name, colon, value = (piece.strip() for piece in part.partition(":"))
        name = name.lower()
        if name in ("urgent", "preferred") and not colon:
            contact[name] = True
        elif name in _PARTS and colon:
            contact[name] = _PARTS[name](value)
        else:
            raise Refused("contact_unclear", line=line.strip()[:80])
    if contact["pgp_fingerprint"] and kind != "email":
        raise Refused("pgp_without_email")
    return contact


def _value(kind, value, exact_place):
    try:
        return contacts.clean_value(kind, value, exact_place=exact_place)
    except InvalidValue as error:
        because = {"code": error.code, "params": error.params}
        raise Refused("contact_value", kind=kind, value=value[:60], because=because) from error


def _label(text):
    label = re.sub(r"[\s\-]+", "_", text.lower())
    if label not in CHANNEL_LABELS:
        raise Refused("contact_label", value=text[:40], codes=", ".join(CHANNEL_LABELS))
    return label


def _languages(text):
    tags = []
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;]", text))):
        tag = normalise_language_tag(part)
        if tag is None:
            raise Refused("language_unknown", value=part[:40])
        tags.append(tag)
    return list(dict.fromkeys(tags))


_PARTS = {
    "label": _label,
    "languages": _languages,
    "pgp_fingerprint": contacts.clean_pgp_fingerprint,
}
