"""The published files."""

import json
from collections.abc import Iterator
from pathlib import Path

from cms.common.languages import LANGUAGES
from cms.directory.releases import current_release
from cms.editing.public_check.records import wrong_records
from cms.editing.public_check.truth import Truth

GUIDANCE = ("programmes", "trainings", "testimonies")


def wrong_files(root: Path, truth: Truth) -> Iterator[str]:
    """Yield what the published files show without a public source. Nothing before the first publication."""
    release = current_release(root)
    for folder in sorted((root / "releases").glob("*")) if root.is_dir() else ():
        if f"releases/{folder.name}" != release:
            yield f"{folder.name} is an older release whose files are still there."
    if release is None:
        return
    for lang in LANGUAGES:
        name = f"directory.{lang}.json"
        yield from wrong_records("organisations", _read(root, name).get("organisations", ()), truth, name)
        yield from _wrong_guidance(root, f"guidance.{lang}.json", truth)
        yield from _wrong_places(root, f"places.{lang}.geojson", truth)
    yield from _wrong_slugs(root, "former_slugs.json", truth)


def _read(root, name):
    try:
        return json.loads((root / "current" / name).read_bytes())
    except FileNotFoundError:
        return {}


def _wrong_guidance(root, name, truth):
    data = _read(root, name)
    for kind in GUIDANCE:
        yield from wrong_records(kind, data.get(kind, ()), truth, name)
    for page in data.get("pages", {}).values():
        if page["url"] not in truth.page_urls:
            yield f"{name} shows the page “{page['title']}” ({page['lang']}), which is not public or gone."


def _wrong_places(root, name, truth):
    for feature in _read(root, name).get("features", ()):
        properties = feature["properties"]
        if properties["organisation"] not in truth.facts["organisations"]:
            yield f"{name} shows a place of “{properties['name']}”, which is withdrawn, not published, or gone."


def _wrong_slugs(root, name, truth):
    slugs = {
        record["slug"]
        for record in _read(root, f"directory.{LANGUAGES[0]}.json").get("organisations", ())
        if record["id"] in truth.facts["organisations"]
    }
    for former, current in _read(root, name).get("former_slugs", {}).items():
        if current not in slugs:
            yield f"{name} leads from “{former}” to “{current}”, which is not public."
