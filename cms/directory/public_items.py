"""What a release holds, item by item, so that it can be told at once whether another one holds anything besides. Pure.

An item is whatever may stop being public on its own: a record, a contact, a place, an address, the text of a record in
a language, a page, a link. A release that holds only items of the present one needs no purge (see `purge`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain

from cms.directory.json_bytes import checked_as_json

# Bytes of the hash that stands for an item.
SIZE = 8

FORMER_SLUGS = "former_slugs.json"
_RECORDS = re.compile(r"(directory|guidance)\.([a-z]+)\.json")
_LINK = re.compile(r'href="([^"]*)"')

KINDS = ("organisations", "programmes", "trainings", "testimonies")


@dataclass(frozen=True)
class Part:
    """Fields of a record that are taken from the present one, all together, when one of their items is not public."""

    fields: tuple[str, ...]
    items: Callable[[dict], Iterable[tuple]]


def field(name: str) -> Part:
    """Return the part of a field that is one item; an empty one holds nothing."""
    return Part((name,), lambda record: [(record["id"], name, record[name])] if record[name] else [])


def slug(value: str) -> tuple:
    """Return the item of an address, present or former, of whichever organisation."""
    return ("slug", value)


def _contacts(record):
    for one in record["contacts"]:
        yield record["id"], "contact", one["kind"], one["value"], one["pgp_fingerprint"]


def _places(record):
    for place in record["places"]:
        # A place known by its country is no more than what a city in the same country says.
        yield record["id"], "country", place["country"]
        if "lat" in place:
            yield record["id"], "point", place["country"], place["city"], place["lat"], place["lng"]


def _logo(record):
    if record["logo"]:
        yield record["id"], "logo", record["logo"]["url"], record["logo"]["alt"]


def _organisation(record):
    yield "organisations", record["organisation"]["id"]
    yield slug(record["organisation"]["slug"])


# Kind -> parts. Other facts of a record stay as they were on the day of the release.
PARTS: dict[str, tuple[Part, ...]] = {
    "organisations": (
        Part(("slug",), lambda record: [slug(record["slug"])]),
        Part(("contacts", "urgent_help", "onion_url"), _contacts),
        Part(("places",), _places),
        field("website"),
        Part(("logo",), _logo),
    ),
    "programmes": (Part(("organisation",), _organisation), field("application_url")),
    "trainings": (Part(("organisation",), _organisation), field("url")),
    "testimonies": (),
}


def records_of(data: Mapping) -> Iterator[tuple[str, dict]]:
    """Yield (kind, record) of a directory or guidance file."""
    for kind in KINDS:
        for record in data.get(kind, ()):
            yield kind, record


def texts_of(record: Mapping) -> Iterator[tuple[str, dict]]:
    """Yield (name, text) of the texts of a record that say in which language they are."""
    for name, value in record.items():
        if isinstance(value, dict) and "lang" in value and "outdated" in value:
            yield name, value


def text_item(kind: str, record: Mapping, name: str, text: Mapping) -> tuple:
    """Return the item of a text in the language it is in."""
    return (kind, record["id"], name, text["lang"])


def whole_item(kind: str, lang: str, name: str, value: object) -> tuple:
    """Return the item of what is public as it is now or not at all: the words of a person, a page."""
    return (kind, lang, name, value)


def links_in(text: Mapping, own_site: str) -> list[str]:
    """Return the addresses below `own_site` to which a text leads, as they are written in it."""
    html = text.get("html", "")
    return [url for url in _LINK.findall(html) if url.startswith(own_site)] if own_site in html else []


def language_of(name: str) -> str | None:
    """Return the language of a directory or guidance file; None for any other name."""
    match = _RECORDS.fullmatch(name)
    return match[2] if match else None


def number_of(item: tuple) -> bytes:
    """Return the hash of an item."""
    return blake2b(checked_as_json(item), digest_size=SIZE).digest()


def items_of(base: Mapping[str, dict], own_site: str) -> frozenset[bytes]:
    """Return the items of {file name: data} of what is not made from other files (see `snapshot.build_base`)."""
    found: set[tuple] = set()
    wholes = []
    neutral: set[str] = set()
    for name, data in base.items():
        lang = language_of(name)
        if name == FORMER_SLUGS:
            found.update(slug(one) for one in data["former_slugs"])
        elif lang is None:
            wholes.append(whole_item("file", "", name, data))
        else:
            begun = frozenset(neutral)
            for kind, record in records_of(data):
                # The facts of a record are the same in every language: those of the first file will do.
                if kind not in begun:
                    neutral.add(kind)
                    found.update(neutral_items(kind, record))
                found.update(_text_items(kind, record, own_site))
                if kind == "testimonies":
                    wholes.append(whole_item(kind, lang, record["id"], record))
            wholes += [whole_item("pages", lang, *page) for page in data.get("pages", {}).items()]
            found.update(("link", page["url"]) for page in data.get("pages", {}).values())
    return frozenset(map(number_of, chain(found, wholes)))


def neutral_items(kind: str, record: Mapping) -> Iterator[tuple]:
    """Yield the items of a record that are the same in every language."""
    yield kind, record["id"]
    for part in PARTS[kind]:
        yield from part.items(record)


def _text_items(kind, record, own_site):
    for name, text in texts_of(record):
        yield text_item(kind, record, name, text)
        for url in links_in(text, own_site):
            yield "link", url


def as_bytes(items: Iterable[bytes]) -> bytes:
    """Return items as the content of a file."""
    return b"".join(sorted(items))


def from_bytes(content: bytes) -> frozenset[bytes]:
    """Return the items in a file."""
    return frozenset(content[start : start + SIZE] for start in range(0, len(content), SIZE))
