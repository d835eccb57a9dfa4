"""Caches in front of this site forget what a publication changed (Wagtail's front-end cache, `WAGTAILFRONTENDCACHE`).

Without such a cache nothing is read and nothing is done. Whatever goes wrong is logged: what a cache keeps is over in
five minutes anyway, and a publication is not undone for it.
"""

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlencode

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from wagtail.contrib.frontend_cache.utils import PurgeBatch

from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.conf import defenders_settings
from cms.directory.json_bytes import as_json
from cms.directory.public_storage import public_addresses
from cms.directory.snapshot import directory_name

logger = logging.getLogger("cms.publish")

# Of organisations' pages so many are named in each language, those that are gone first. A cache would take longer to
# forget more of them one by one than to find them out of date.
MOST_PAGES = 1000

MANIFEST = "manifest.json"

# Addresses by name, of apps that may not be there.
FILE, MAP, DIRECTORY, ORGANISATION = (
    f"defenders_widgets:{name}" for name in ("published_file", "map", "directory", "organisation")
)


class Shown:
    """What was shown before a publication, held open: its folder may be gone when somebody asks."""

    def __init__(self, files: dict[str, BinaryIO]):
        """`files` are its manifest and directories, by name."""
        self._files = files
        self._read: dict[str, dict] = {}

    def data(self, name: str) -> dict:
        """Return what is in a file; {} for one that is not there or cannot be read."""
        if name not in self._read:
            try:
                self._read[name] = json.loads(self._files[name].read())
            except (KeyError, OSError, ValueError):
                self._read[name] = {}
        return self._read[name]

    def hashes(self) -> dict[str, str]:
        """Return {file name: hash}."""
        return {name: entry["sha256"] for name, entry in self.data(MANIFEST).get("files", {}).items()}

    def organisations(self, lang: str) -> dict[str, bytes]:
        """Return {slug: record as bytes} of a language."""
        records = self.data(directory_name(lang)).get("organisations", ())
        found = {record["slug"]: as_json(record) for record in records}
        self._read.pop(directory_name(lang))
        return found


@contextmanager
def shown_in(folder: Path) -> Iterator[Shown]:
    """Hold open what is shown in a folder at this moment; nothing without a cache."""
    with ExitStack() as stack:
        files = {}
        for name in (MANIFEST, *map(directory_name, LANGUAGES)) if _is_configured() else ():
            try:
                files[name] = stack.enter_context((folder / name).open("rb"))
            except OSError:
                continue
        yield Shown(files)


def forget_changed(before: Shown, folder: Path, copied: Iterable[str]) -> None:
    """Tell the caches what differs between what was shown before and what a folder shows; raises nothing.

    `copied` are the names of the files that changed in the storage of the settings.
    """
    if not _is_configured():
        return
    try:
        with shown_in(folder) as after:
            urls = {*changed_addresses(before, after), *public_addresses(copied)}
        PurgeBatch(urls).purge()
    except Exception:
        logger.exception("The caches could not be told what changed; they keep it for five minutes at most.")


def changed_addresses(before: Shown, after: Shown) -> Iterator[str]:
    """Yield the absolute addresses of all that looks different."""
    old, new = before.hashes(), after.hashes()
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    if not changed:
        return
    for name in sorted(changed | {MANIFEST}):
        yield from _address(FILE, name)
    for lang in LANGUAGES:
        if directory_name(lang) not in changed:
            continue
        for page in (MAP, DIRECTORY):
            yield from _in_language(lang, _address(page))
        for slug in _changed_slugs(before.organisations(lang), after.organisations(lang)):
            yield from _in_language(lang, _address(ORGANISATION, slug))


def _changed_slugs(old, new):
    gone = sorted(old.keys() - new.keys())
    changed = sorted(slug for slug, record in new.items() if old.get(slug) != record)
    return (gone + changed)[:MOST_PAGES]


def _address(name, *args):
    try:
        return [f"{defenders_settings.BASE_URL}{reverse(name, args=args)}"]
    except NoReverseMatch:
        return []


def _in_language(lang, addresses):
    for address in addresses:
        yield f"{address}?{urlencode({'lang': lang})}"
        if lang == SOURCE_LANGUAGE:
            yield address


def _is_configured():
    return any(
        getattr(settings, name, None) for name in ("WAGTAILFRONTENDCACHE", "WAGTAILFRONTENDCACHE_LOCATION")
    )
