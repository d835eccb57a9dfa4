"""What is published, as bytes: one builder per kind of file, all from the same public records.

Another package adds its files with `register_builder`. A builder gets a `Snapshot` and returns {file name: data};
the data must be plain values and depend on nothing but public facts and the day.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date

from cms.common.languages import LANGUAGES
from cms.common.territories import REGIONS
from cms.common.vocabularies import NEEDS
from cms.conf import defenders_settings
from cms.directory import geojson
from cms.directory.guidance import Loaded
from cms.directory.kinds import KINDS
from cms.directory.labels import labels_in, load_categories
from cms.directory.records import LoadedOrganisation, load, neutral_facts, organisation_record
from cms.snippets.organisation import FormerSlug, Organisation

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Snapshot:
    """Everything public at one moment. `today` is the UTC day; `records` maps language to records by name.

    `guidance` maps the name of a kind (`programmes`, `trainings`, `testimonies`) to what is loaded of it, in order.
    `former_slugs` maps the slugs public organisations had before to those they have.
    """

    today: date
    organisations: list[LoadedOrganisation]
    records: dict[str, list[dict]]
    guidance: dict[str, list[Loaded]]
    former_slugs: dict[str, str]

    def head(self, **more):
        """Return the first keys of every published file."""
        return {"schema_version": SCHEMA_VERSION, "as_of": self.today.isoformat(), **more}

    def dated_facts(self):
        """Yield (model, row, neutral facts) of everything that says when its public record last changed."""
        for loaded in self.organisations:
            yield Organisation, loaded.row, neutral_facts(loaded)
        for kind in KINDS:
            for one in self.guidance[kind.name]:
                yield kind.model, one.row, kind.neutral_facts(one)


Builder = Callable[[Snapshot], dict[str, dict]]
_builders: list[Builder] = []


def register_builder(builder: Builder) -> Builder:
    """Add the files of a builder to every publication. Usable as a decorator."""
    if builder not in _builders:
        _builders.append(builder)
    return builder


def take_snapshot(today: date) -> Snapshot:
    """Read everything public from the database."""
    organisations = load()
    records = {
        lang: [organisation_record(loaded, lang, today) for loaded in organisations] for lang in LANGUAGES
    }
    guidance = {kind.name: kind.load(today) for kind in KINDS}
    return Snapshot(today, organisations, records, guidance, _former_slugs(organisations))


def _former_slugs(organisations):
    current = {loaded.row.pk: loaded.row.slug for loaded in organisations}
    former = FormerSlug.objects.filter(organisation__in=current).values_list("slug", "organisation")
    taken = set(current.values())
    return {slug: current[pk] for slug, pk in sorted(former) if slug not in taken}


def build_files(snapshot: Snapshot) -> dict[str, bytes]:
    """Return {file name: content} of all builders, byte for byte the same for the same public facts and day."""
    files: dict[str, bytes] = {}
    for builder in _builders:
        for name, data in builder(snapshot).items():
            files[name] = as_json(data)
    return files


def as_json(data) -> bytes:
    """Return compact UTF-8 JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


@register_builder
def directories(snapshot):
    """`directory.<lang>.json`: all public organisations with the labels of all codes."""
    categories = load_categories()
    licence = defenders_settings.LICENCE
    regions = {region: sorted(countries) for region, countries in REGIONS.items()}
    return {
        f"directory.{lang}.json": snapshot.head(
            lang=lang,
            licence=asdict(licence) if licence else None,
            labels=labels_in(lang, categories),
            regions=regions,
            needs=NEEDS,
            organisations=records,
        )
        for lang, records in snapshot.records.items()
    }


@register_builder
def places(snapshot):
    """`places.<lang>.geojson`: the public points."""
    return {
        f"places.{lang}.geojson": geojson.feature_collection(records)
        for lang, records in snapshot.records.items()
    }


@register_builder
def overview(snapshot):
    """`overview.json`: what the map draws first, about a kilobyte compressed."""
    return {"overview.json": snapshot.head(**geojson.overview(snapshot.records[LANGUAGES[0]]))}


@register_builder
def former_slugs(snapshot):
    """`former_slugs.json`: where links go that were made before an organisation's address changed."""
    return {"former_slugs.json": snapshot.head(former_slugs=snapshot.former_slugs)}
