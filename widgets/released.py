"""The modules of the widgets that were released, and those that are built now.

`data/released.json` is written by the step of a release (`npm run build -- --release`): a list, oldest first, of
`{"version", "released_on", "superseded_on", "modules": {name: file}, "files": {file: integrity}}`. The files lie beside
those that are built now and stay for at least twelve months after the day on which they were superseded.
"""

import json
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
RELEASED = FOLDER / "data" / "released.json"
MANIFEST = FOLDER / "static" / "widgets" / "v1" / "manifest.json"


@dataclass(frozen=True)
class Module:
    """A module whose content never changes; `version` is that of its release, "" for one that is not released."""

    file: str
    integrity: str
    version: str = ""


def pinned_module(name: str) -> Module:
    """Return what a partner can pin: the module of the newest release, or the built one where no release has it."""
    return choose(name, _read(RELEASED), _read(MANIFEST))


def choose(name: str, released: list[dict], built: dict) -> Module:
    """Return the module of the newest release, or the built one where that release has none of this name."""
    newest = released[-1] if released else {"modules": {}}
    if file := newest["modules"].get(name):
        return Module(file, newest["files"][file], newest["version"])
    return Module(built[name]["file"], built[name]["integrity"])


def _read(path: Path):
    return json.loads(path.read_bytes())
