"""The ways to reach an organisation in the words of HSDS 3.0.

Only what is meant to be called or texted is a phone there. A number for Signal or WhatsApp is not: who took it for one
would send over the telephone network what was to be sent in secret.
"""

from collections.abc import Mapping, Sequence

from cms.directory.open_data.hsds_terms import EXTENSION, Terms
from cms.directory.open_data.identifiers import Children

# Kind of channel -> type of phone (RFC 6350, section 6.4.1).
PHONE_TYPES = {"phone": "voice", "hotline": "voice", "sms": "text"}

_GENERAL = "general"


def main_email(channels: Sequence[Mapping]) -> str | None:
    """Return the one e-mail address that the standard has room for: the preferred one, else a general one."""
    emails = [channel for channel in channels if channel["kind"] == "email"]
    emails.sort(key=lambda channel: (not channel["preferred"], channel["label"] != _GENERAL))
    return emails[0]["value"] if emails else None


def phones_of(record: Mapping, ids: Children, terms: Terms) -> list[dict]:
    """Return the channels that are phones."""
    return [_phone(channel, ids, terms) for channel in record["contacts"] if channel["kind"] in PHONE_TYPES]


def contacts_of(record: Mapping, ids: Children, terms: Terms) -> list[dict]:
    """Return all other channels. None is a person: `name` says what kind of channel it is."""
    return [
        _contact(channel, ids, terms) for channel in record["contacts"] if channel["kind"] not in PHONE_TYPES
    ]


def _phone(channel, ids, terms):
    identifier = ids.identifier(f"phone {channel['kind']} {channel['value']}")
    languages = Children(identifier)
    return {
        "id": identifier,
        "number": channel["value"],
        "type": PHONE_TYPES[channel["kind"]],
        "description": _what_for(channel, terms) or terms.label("channel", channel["kind"]),
        "languages": [
            {"id": languages.identifier(tag)} | terms.language(tag) for tag in channel["languages"]
        ],
        EXTENSION: _facts(channel),
    }


def _contact(channel, ids, terms):
    kind, value = channel["kind"], channel["value"]
    made = {"id": ids.identifier(f"contact {kind} {value}"), "name": terms.label("channel", kind)}
    if what_for := _what_for(channel, terms):
        made["department"] = what_for
    if kind == "email":
        made["email"] = value
    # The standard has no languages of a contact, and no fields for what is neither telephone nor e-mail.
    more = {"value": value, "languages": channel["languages"], "pgp_fingerprint": channel["pgp_fingerprint"]}
    return made | {EXTENSION: _facts(channel) | more}


def _facts(channel):
    return {name: channel[name] for name in ("kind", "label", "urgent", "preferred")}


def _what_for(channel, terms):
    label = channel["label"]
    return terms.label("channel_label", label) if label and label != _GENERAL else ""
