"""The published files, those of the older releases too."""

import json
from collections.abc import Iterator
from pathlib import Path

from cms.common.languages import LANGUAGES
from cms.directory.releases import current_release, kept_releases
from cms.editing.public_check.open_data import wrong_open_data
from cms.editing.public_check.records import label_of, wrong_records
from cms.editing.public_check.truth import Truth

GUIDANCE = ("programmes", "trainings", "testimonies")


def wrong_files(root: Path, truth: Truth) -> Iterator[str]:
    """Yield what the published files show without a public source. Nothing before the first publication."""
    current = current_release(root)
    kept = {release.link: release.folder for release in kept_releases(root)}
    for folder in sorted((root / "releases").glob("*")) if root.is_dir() else ():
        link = f"releases/{folder.name}"
        # What is being written or deleted at this moment ends otherwise.
        if link != current and link not in kept and not folder.suffix:
            yield f"{folder.name} is no release, and its files are still there."
    if current is not None:
        yield from _wrong_release(root / current, truth, "")
    for link, folder in kept.items():
        if link != current:
            yield from _wrong_release(folder, truth, f"{folder.name}/")


def _wrong_release(folder, truth, where):
    for lang in LANGUAGES:
        name = f"directory.{lang}.json"
        records = _read(folder, name).get("organisations", ())
        yield from wrong_records("organisations", records, truth, where + name)
        yield from _wrong_details(records, truth, where + name)
        yield from _wrong_guidance(folder, f"guidance.{lang}.json", truth, where)
        yield from _wrong_places(folder, f"places.{lang}.geojson", truth, where)
    yield from _wrong_slugs(folder, "former_slugs.json", truth, where)
    yield from wrong_open_data(folder, truth, where)


def _read(folder, name):
    try:
        return json.loads((folder / name).read_bytes())
    except FileNotFoundError:
        return {}


def _wrong_details(records, truth, where):
    for record in records:
        contacts = truth.contacts.get(record["id"], set())
        places = truth.places.get(record["id"], set())
        if record["id"] not in truth.facts["organisations"]:
            continue
        if any((contact["kind"], contact["value"]) not in contacts for contact in record["contacts"]):
            yield f"{where} shows a contact of “{label_of(record)}” that is not public any more."
        if any(_position(place) not in places for place in record["places"]):
            yield f"{where} shows a place of “{label_of(record)}” that is not public any more."


def _position(place):
    if "lat" in place:
        return place["country"], place["lat"], place["lng"]
    return (place["country"],)


def _wrong_guidance(folder, name, truth, where):
    data = _read(folder, name)
    for kind in GUIDANCE:
        yield from wrong_records(kind, data.get(kind, ()), truth, where + name)
    for page in data.get("pages", {}).values():
        if page["url"] not in truth.page_urls:
            yield f"{where}{name} shows the page “{page['title']}” ({page['lang']}), which is not public or gone."


def _wrong_places(folder, name, truth, where):
    for feature in _read(folder, name).get("features", ()):
        properties = feature["properties"]
        if properties["organisation"] not in truth.facts["organisations"]:
            yield (
                f"{where}{name} shows a place of “{properties['name']}”, which is withdrawn, not published, or gone."
            )


def _wrong_slugs(folder, name, truth, where):
    slugs = {
        record["slug"]
        for record in _read(folder, f"directory.{LANGUAGES[0]}.json").get("organisations", ())
        if record["id"] in truth.facts["organisations"]
    }
    for former, current in _read(folder, name).get("former_slugs", {}).items():
        if current not in slugs:
            yield f"{where}{name} leads from “{former}” to “{current}”, which is not public."
