"""The published files of one release, read without a database and checked against the release's own manifest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from widgets.public_files import PUBLISHED_NAME, SUFFIXES

MANIFEST = "manifest.json"


class ReleaseUnusable(Exception):
    """There is no release, or it is not whole; the message is a sentence for who asked for a copy."""


class ReleaseGone(Exception):
    """A newer publication took the release away while it was read: begin again."""


@dataclass(frozen=True)
class Release:
    """A release: `name` is the beginning of the hash of its manifest, `hashes` maps file name to SHA-256."""

    folder: Path
    name: str
    as_of: date
    hashes: Mapping[str, str]

    def read(self, name: str) -> bytes:
        """Return a published file as the manifest describes it."""
        content = self._bytes(name)
        if hashlib.sha256(content).hexdigest() != self.hashes[name]:
            raise ReleaseUnusable(f"The published file {name} is not what {MANIFEST} says. Publish again.")
        return content

    def compressed(self, name: str) -> dict[str, bytes]:
        """Return {suffix: content} of the encodings that lie beside a published file."""
        found = {}
        for suffix in filter(None, SUFFIXES.values()):
            try:
                found[suffix] = (self.folder / f"{name}{suffix}").read_bytes()
            except FileNotFoundError:
                self._must_be_there()
        return found

    def _bytes(self, name):
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError as error:
            self._must_be_there()
            raise ReleaseUnusable(f"The published file {name} is missing. Publish again.") from error

    def _must_be_there(self):
        if not self.folder.is_dir():
            raise ReleaseGone


def open_release(root: Path) -> Release:
    """Return the current release below DEFENDERS_PUBLISHED_ROOT; raises `ReleaseUnusable` without one."""
    # Where the link leads now: the folder stays the same while it is read, whatever is published meanwhile.
    folder = (root / "current").resolve()
    if not folder.is_dir():
        raise ReleaseUnusable("Nothing has been published yet: run “manage.py publish” first.")
    try:
        content = (folder / MANIFEST).read_bytes()
        manifest = json.loads(content)
        hashes = {name: entry["sha256"] for name, entry in manifest["files"].items()}
        as_of = date.fromisoformat(manifest["as_of"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise ReleaseUnusable(f"{MANIFEST} of the published files cannot be read. Publish again.") from error
    strange = [name for name in hashes if not PUBLISHED_NAME.fullmatch(name)]
    if strange:
        raise ReleaseUnusable(f"{MANIFEST} names files that are never published: {', '.join(strange)[:200]}.")
    digest = hashlib.sha256(content).hexdigest()
    return Release(folder, digest[:16], as_of, hashes | {MANIFEST: digest})
