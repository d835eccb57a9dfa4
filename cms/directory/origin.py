"""Where a release comes from: what its files do not say, kept beside its indexes and published nowhere.

`made_at` is the moment before the database was read; `keys` maps kinds to {id: primary key} of their records, so that
the history of what is deleted since can be found; `base` names the files that are not made from others.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from cms.directory.json_bytes import as_json
from cms.directory.public_items import FORMER_SLUGS, as_bytes, from_bytes, items_of, language_of, records_of
from cms.directory.releases import INDEX_FOLDER, Release
from cms.directory.snapshot import Snapshot

ORIGIN, ITEMS = "origin.json", "items"


@dataclass(frozen=True)
class Origin:
    """What is known of a release."""

    made_at: datetime
    keys: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    base: tuple[str, ...] = ()


class ReleaseBase(Mapping[str, dict]):
    """{file name: data} of what is not made from other files of a release; a file is read whenever it is asked for."""

    def __init__(self, folder: Path, names: tuple[str, ...]):
        self._folder, self._names = folder, names

    def __getitem__(self, name: str) -> dict:
        if name not in self._names:
            raise KeyError(name)
        return json.loads((self._folder / name).read_bytes())

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def origin_of_snapshot(snapshot: Snapshot, made_at: datetime, base: Mapping) -> Origin:
    """Return the origin of what is made from a snapshot."""
    loaded = {"organisations": snapshot.organisations, **snapshot.guidance}
    keys = {kind: {str(one.row.uuid): one.row.pk for one in ones} for kind, ones in loaded.items()}
    return Origin(made_at, keys, tuple(base))


def without(origin: Origin, base: Mapping[str, dict]) -> Origin:
    """Return the origin with the keys of what is left in a purged release."""
    left: dict[str, set[str]] = {}
    for data in base.values():
        for kind, record in records_of(data):
            left.setdefault(kind, set()).add(record["id"])
    keys = {
        kind: {uuid: pk for uuid, pk in known.items() if uuid in left.get(kind, ())}
        for kind, known in origin.keys.items()
    }
    return Origin(origin.made_at, keys, tuple(base))


def origin_files(origin: Origin, items: frozenset[bytes]) -> dict[str, bytes]:
    """Return {name: content} for the folder of the indexes."""
    known = {"made_at": origin.made_at.isoformat(), "keys": origin.keys, "base": list(origin.base)}
    return {ORIGIN: as_json(known), ITEMS: as_bytes(items)}


def origin_of(release: Release) -> Origin:
    """Return where a release comes from; of one whose folder does not say it, what can be told from its files."""
    try:
        known = json.loads((release.folder / INDEX_FOLDER / ORIGIN).read_bytes())
        return Origin(datetime.fromisoformat(known["made_at"]), known["keys"], tuple(known["base"]))
    except FileNotFoundError:
        names = sorted(path.name for path in release.folder.iterdir())
        base = tuple(name for name in names if language_of(name) or name == FORMER_SLUGS)
        return Origin(datetime.fromtimestamp(release.folder.stat().st_mtime, UTC), base=base)


def base_of(release: Release) -> ReleaseBase:
    """Return what a release was made from."""
    return ReleaseBase(release.folder, origin_of(release).base)


def items_in(release: Release, own_site: str) -> frozenset[bytes]:
    """Return the items a release holds (see `public_items`)."""
    try:
        return from_bytes((release.folder / INDEX_FOLDER / ITEMS).read_bytes())
    except FileNotFoundError:
        return items_of(base_of(release), own_site)
