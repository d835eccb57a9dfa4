"""What a release says in `guidance.<lang>.json` about programmes, trainings and testimonies, ready to be asked."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cms.directory.guidance import Kind
from cms.directory.index.missing import NothingPublished
from cms.directory.json_bytes import as_json
from cms.directory.search import search_rank

ORGANISATION_NAMES = ("name", "alternate_name", "acronym")


@dataclass(frozen=True)
class Entry:
    """One record: what filters and the search look at, and its JSON."""

    id: str
    facts: Mapping
    names: Sequence[str]
    summary: str
    content: bytes

    def answers(self, search: str) -> bool:
        """Say whether the words are found in its names, those of its organisation, or the summary."""
        return search_rank(search, self.names, self.summary) is not None


def make_entry(kind: Kind, record: Mapping, organisation: Mapping) -> Entry:
    """Return the entry of a record; `organisation` has the names of the one behind it, if there is one."""
    names = (
        [record["name"], *(organisation.get(name, "") for name in ORGANISATION_NAMES)] if organisation else []
    )
    summary = record.get("summary")
    facts = {name: value for name, value in record.items() if name not in kind.text_forms}
    return Entry(record["id"], facts, names, summary["text"] if summary else "", as_json(record))


class GuidanceIndex:
    """The guidance of one language; `organisation` returns the public record with an id, or None."""

    def __init__(self, content, organisation: Callable[[str], Mapping | None]):
        self._content = content
        self._organisation = organisation
        # Name of a kind -> the day, its entries on that day.
        self._kept: dict[str, tuple[date, list[Entry]]] = {}

    def entries(self, kind: Kind, today: date) -> list[Entry]:
        """Return all of a kind in order; they are read once a day."""
        kept = self._kept.get(kind.name)
        if kept is None or kept[0] != today:
            kept = self._kept[kind.name] = (today, self._read(kind, today))
        return kept[1]

    @cached_property
    def categories(self) -> list[dict]:
        """Return all categories, none in a release made before they were published."""
        return self._data().get("categories", [])

    def _data(self):
        try:
            return json.loads(self._content[:])
        except ValueError as error:
            raise NothingPublished("guidance") from error

    def _read(self, kind, today):
        data = self._data()
        records = data[kind.name]
        if data["as_of"] != today.isoformat():
            records = kind.on_day(records, today)
        return [make_entry(kind, record, self._behind(record)) for record in records]

    def _behind(self, record):
        reference = record.get("organisation")
        return (self._organisation(reference["id"]) or reference) if reference else {}
