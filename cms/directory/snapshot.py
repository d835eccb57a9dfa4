"""What is published, as bytes: one builder per kind of file, all from the same public records.

Another package adds its files with `register_builder`. A builder gets a `Snapshot` and returns {file name: data};
the data must be plain values and depend on nothing but public facts and the day.

What can be made from a directory alone is made by a derived builder (`register_derived`): it is called once per
language with the data of `directory.<lang>.json`, so that the same files can be made again from a release that lost
some of its records. Neutral files are made in one language and come from no other.
"""

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from datetime import date

from cms.common.languages import LANGUAGES
from cms.common.territories import REGIONS
from cms.common.vocabularies import NEEDS
from cms.conf import defenders_settings
from cms.directory import geojson
from cms.directory.guidance import Loaded
from cms.directory.json_bytes import as_json, checked_as_json
from cms.directory.kinds import KINDS
from cms.directory.labels import labels_in, load_categories
from cms.directory.open_data.terms import stated_terms, terms_of_file
from cms.directory.records import LoadedOrganisation, load, neutral_facts, organisation_record
from cms.directory.visibility import public_organisations
from cms.snippets.category import Category
from cms.snippets.organisation import FormerSlug, Organisation

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Snapshot:
    """Everything public at one moment. `today` is the UTC day; `organisations` are by name.

    `guidance` maps the name of a kind (`programmes`, `trainings`, `testimonies`) to what is loaded of it, in order.
    `former_slugs` maps the slugs public organisations had before to those they have.
    """

    today: date
    organisations: list[LoadedOrganisation]
    guidance: dict[str, list[Loaded]]
    former_slugs: dict[str, str]

    def head(self, **more):
        """Return the first keys of every published file."""
        return {"schema_version": SCHEMA_VERSION, "as_of": self.today.isoformat(), **more}

    def records_in(self, lang: str) -> list[dict]:
        """Return the records of all organisations in one language; languages share values, which are for reading."""
        return [organisation_record(loaded, lang, self.today) for loaded in self.organisations]

    def dated_facts(self):
        """Yield (model, row, neutral facts) of everything that says when its public record last changed."""
        for loaded in self.organisations:
            yield Organisation, loaded.row, neutral_facts(loaded)
        for kind in KINDS:
            for one in self.guidance[kind.name]:
                yield kind.model, one.row, kind.neutral_facts(one)


Builder = Callable[[Snapshot], dict[str, dict]]
# Takes the data of a directory file, its language, and a dict for what is the same in all languages, empty at first;
# bytes are published as they are.
DerivedBuilder = Callable[[dict, str, dict], dict[str, dict | bytes]]
_builders: list[Builder] = []
_derived_builders: list[DerivedBuilder] = []


def register_builder(builder: Builder) -> Builder:
    """Add the files of a builder to every publication. Usable as a decorator."""
    if builder not in _builders:
        _builders.append(builder)
    return builder


def register_derived(builder: DerivedBuilder) -> DerivedBuilder:
    """Add the files a builder makes from each directory to every publication. Usable as a decorator."""
    if builder not in _derived_builders:
        _derived_builders.append(builder)
    return builder


def take_snapshot(today: date) -> Snapshot:
    """Read everything public from the database."""
    organisations = load()
    guidance = {kind.name: kind.load(today) for kind in KINDS}
    return Snapshot(today, organisations, guidance, _former_slugs(organisations))


def _former_slugs(organisations):
    current = {loaded.row.pk: loaded.row.slug for loaded in organisations}
    former = FormerSlug.objects.filter(organisation__in=public_organisations())
    taken = set(current.values())
    return {
        slug: current[pk]
        for slug, pk in sorted(former.values_list("slug", "organisation"))
        if slug not in taken and pk in current
    }


def build_base(snapshot: Snapshot) -> dict[str, dict]:
    """Return {file name: data} of all builders that read a snapshot: what is not made from anything else."""
    return {name: made for builder in _builders for name, made in builder(snapshot).items()}


def build_files(base: Mapping[str, dict], into: MutableMapping[str, bytes]) -> None:
    """Add everything published as {file name: content}, the same bytes for the same public facts and day."""
    directory_names = set(map(directory_name, LANGUAGES))
    for name, data in base.items():
        # Facts were checked when they were dated, and there are millions of them.
        into[name] = checked_as_json(data) if name in directory_names else as_json(data)
    for name, content in _derived(directories_of(base)):
        into[name] = content


def directories_of(base: Mapping[str, dict]) -> dict[str, dict]:
    """Return {language: data of its directory file}."""
    return {lang: base[directory_name(lang)] for lang in LANGUAGES}


def derived_files(directories: Mapping[str, dict]) -> dict[str, bytes]:
    """Return {file name: content} of what is made from the directories ({language: data}) alone."""
    return dict(_derived(directories))


def _derived(directories):
    shared: dict = {}
    for lang, directory in directories.items():
        for builder in _derived_builders:
            for name, data in builder(directory, lang, shared).items():
                yield name, data if isinstance(data, bytes) else checked_as_json(data)


def directory_name(lang: str) -> str:
    """Return the name of the directory file of a language."""
    return f"directory.{lang}.json"


@register_builder
def directories(snapshot):
    """`directory.<lang>.json`: all public organisations with the labels of all codes."""
    categories = load_categories()
    return {directory_name(lang): directory_in(lang, snapshot, categories) for lang in LANGUAGES}


def directory_in(lang: str, snapshot: Snapshot, categories: list[Category]) -> dict:
    """Return the data of the directory file of a language."""
    return snapshot.head(
        lang=lang,
        **terms_of_file(directory_name(lang)),
        corrections=defenders_settings.CORRECTIONS or None,
        labels=labels_in(lang, categories),
        regions=regions(),
        needs=NEEDS,
        organisations=snapshot.records_in(lang),
    )


def regions() -> dict[str, list[str]]:
    """Return {region: its countries} as files have it: whoever filters by country needs it."""
    return {region: sorted(countries) for region, countries in REGIONS.items()}


@register_derived
def places(directory, lang, shared):
    """`places.<lang>.geojson`: the public points."""
    # What GeoJSON has no name for stands beside its members (RFC 7946, section 6.1).
    head = {name: directory[name] for name in ("schema_version", "as_of", "lang")} | stated_terms(directory)
    return {f"places.{lang}.geojson": geojson.feature_collection(directory["organisations"]) | head}


@register_derived
def overview(directory, lang, shared):
    """`overview.json`: what the map draws first, about a kilobyte compressed."""
    if lang != LANGUAGES[0]:
        return {}
    head = {name: directory[name] for name in ("schema_version", "as_of")} | stated_terms(directory)
    return {"overview.json": head | geojson.overview(directory["organisations"])}


@register_builder
def former_slugs(snapshot):
    """`former_slugs.json`: where links go that were made before an organisation's address changed."""
    return {"former_slugs.json": snapshot.head(former_slugs=snapshot.former_slugs)}
