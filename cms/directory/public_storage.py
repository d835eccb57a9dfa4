"""A copy of the published files in an object storage or wherever else one of Django's storages leads.

The folder of this site stays the working copy. The storage has the same stable names beside each other: `name`,
`name.br`, `name.gz`. Only what differs from the manifest there is written; the manifest comes last, and what is not
published any more goes after it.

A copy that began says so in a file of its own, `unfinished.json`. While that is there nobody knows what the other names
hold, so the next copy writes them all.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from cms.conf import defenders_settings
from cms.directory.compression import SUFFIXES
from cms.directory.json_bytes import as_json

MANIFEST, UNFINISHED = "manifest.json", "unfinished.json"

CONTENT_TYPES = {
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".csv": "text/csv; charset=utf-8; header=present",
}


class NothingIsReplaced(Exception):
    """The storage keeps what is there and gives new names to what comes."""


def copy_release(folder: Path) -> frozenset[str]:
    """Make the storage of the settings hold what a release holds; return the names that changed there.

    Nothing without such a storage. Raises whatever the storage raises: the manifest there is then the old one, unless
    all was written and only removing went wrong.
    """
    alias = defenders_settings.PUBLISHED_STORAGE
    return _copy(folder, storages[alias]) if alias else frozenset()


def public_addresses(names: Iterable[str]) -> list[str]:
    """Return the absolute addresses under which the storage shows published files, with their compressed forms."""
    alias = defenders_settings.PUBLISHED_STORAGE
    if not alias:
        return []
    found = [storages[alias].url(each) for name in sorted(names) for each in _forms(name)]
    return [url for url in found if "://" in url]


def _copy(folder, storage):
    manifest = (folder / MANIFEST).read_bytes()
    there, unfinished = _read(storage, MANIFEST), _read(storage, UNFINISHED)
    if there == manifest and unfinished is None:
        return frozenset()
    wanted, before = _hashes(manifest), _hashes(there)
    if unfinished is None:
        stale = {name for name, sha256 in wanted.items() if before.get(name) != sha256}
    else:
        stale = set(wanted)
    gone = (before.keys() | _hashes(unfinished).keys()) - wanted.keys()
    _begin(storage, {name: before.get(name) or "" for name in stale | gone})
    for name in sorted(stale):
        _put(storage, folder, _forms(name))
    _put(storage, folder, reversed(_forms(MANIFEST)))
    for name in sorted(gone):
        for each in _forms(name):
            storage.delete(each)
    storage.delete(UNFINISHED)
    return frozenset(stale | gone | {MANIFEST})


def _begin(storage, touched):
    storage.save(
        UNFINISHED, ContentFile(as_json({"files": {name: {"sha256": was} for name, was in touched.items()}}))
    )
    if storage.get_available_name(UNFINISHED) != UNFINISHED:
        raise NothingIsReplaced(
            f"The storage “{defenders_settings.PUBLISHED_STORAGE}” gives new names to files that are there already. "
            "Set its option to overwrite them (allow_overwrite for files, file_overwrite for S3)."
        )


def _put(storage, folder, names):
    for name in names:
        with (folder / name).open("rb") as file:
            content = File(file, name)
            content.content_type = CONTENT_TYPES.get(_plain(name).suffix)  # storages of objects keep it
            storage.save(name, content)


def _read(storage, name):
    if not storage.exists(name):
        return None
    with storage.open(name) as file:
        return file.read()


def _hashes(manifest):
    """Return {file name: hash}; nothing for what is no manifest of ours."""
    try:
        return {str(name): entry["sha256"] for name, entry in json.loads(manifest)["files"].items()}
    except (TypeError, ValueError, KeyError, AttributeError):
        return {}


def _forms(name):
    return [name, *(f"{name}{suffix}" for suffix in SUFFIXES)]


def _plain(name):
    path = Path(name)
    return path.with_suffix("") if path.suffix in SUFFIXES else path
