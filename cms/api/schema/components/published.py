"""The published files."""

from cms.api.schema.components import organisations, programmes, testimonies, trainings
from cms.api.schema.components.codes import identifier
from cms.api.schema.values import (
    Schema,
    address,
    array,
    by_key,
    code,
    count,
    day,
    flag,
    number,
    or_null,
    record,
    ref,
    text,
    whole,
)
from cms.common.vocabularies import CATEGORY_KINDS, NEEDS, REGIONS
from cms.directory.geojson import OVERVIEW_ZOOMS
from cms.directory.labels import CODED_LABELS, GUIDANCE_LABELS
from cms.directory.snapshot import SCHEMA_VERSION

_RECORD = "as the API has it, without `meta`"
_CITY = code(("exact", "city"), "`exact`: the office itself; `city`: the middle of the city.")


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    return {
        "DirectoryFile": directory(),
        "PublishedOrganisation": _published(organisations.facts(), f"An organisation, {_RECORD}."),
        "OverviewFile": overview(),
        "PlacesFile": places(),
        "GuidanceFile": guidance(),
        "PublishedProgramme": _published(programmes.facts(), f"A programme, {_RECORD}."),
        "PublishedTraining": _published(trainings.facts(), f"A training, {_RECORD}."),
        "PublishedTestimony": _published(testimonies.facts(), f"A testimony, {_RECORD}."),
        "ManifestFile": manifest(),
        "FormerSlugsFile": record(
            {**head(), "former_slugs": by_key(text("The slug it has now."), "By the slug it had before.")},
            "Slugs that organisations had before, and those they have.",
        ),
        **_licences(),
    }


def head(**more: Schema) -> dict[str, Schema]:
    """Return the first members of a file."""
    return {
        "schema_version": whole("Version of the shape of the file.", const=SCHEMA_VERSION),
        "as_of": day(
            "The UTC day it was made for: `verification` and the states of calls are those of this day."
        ),
        **more,
    }


def _terms():
    return {
        "licence": or_null(
            ref("Licence"), "The licence of the data, or null while the owner has chosen none."
        ),
        "attribution": array(ref("Attribution"), "Who else has to be named, and for what."),
    }


def _licence():
    return or_null(ref("Licence"), "The licence of the data, or null while the owner has chosen none.")


def _licences():
    named = {"name": text("Its name.", minLength=1), "url": address("Address of its text.")}
    return {
        "Licence": record(named, "A licence."),
        "Attribution": record(
            {
                "name": text("Whom to name."),
                "url": address("Their website."),
                "licence": ref("Licence"),
                "covers": text("What of the file comes from them."),
            },
            "Somebody whose data is in a file.",
        ),
    }


def _published(facts, description):
    return record({"id": identifier("For good."), **facts}, description)


def _labels(groups):
    codes = by_key(text(), "By code, in the order in which they are shown.")
    return record(dict.fromkeys(groups, codes), "Labels in the language of the file, by group and code.")


def _regions():
    return record({region: array(ref("Country")) for region in REGIONS}, "The countries of each region.")


def directory() -> Schema:
    """Return the schema of `directory.<lang>.json`."""
    return record(
        head(
            lang=ref("Language"),
            **_terms(),
            corrections=or_null(
                text(
                    "Where to tell the editors of a mistake: an e-mail address, or the https address of a form."
                )
            ),
            labels=_labels((*CATEGORY_KINDS, *CODED_LABELS)),
            regions=_regions(),
            needs=record(
                {need: array(ref("ServiceCode")) for need in NEEDS},
                "What a defender needs, as the services that answer it.",
            ),
            organisations=array(ref("PublishedOrganisation"), "All of them, by name."),
        ),
        "All public organisations with the labels of all codes.",
    )


def overview() -> Schema:
    """Return the schema of `overview.json`."""
    served = record(
        {
            "direct": count("Organisations that name the country."),
            "region": count("Others that serve it as part of a region."),
        }
    )
    cluster = {
        "type": "array",
        "prefixItems": [number("Longitude."), number("Latitude."), whole("How many points.", minimum=1)],
        "minItems": 3,
        "maxItems": 3,
    }
    zooms = {str(zoom): array(cluster, "The biggest first.") for zoom in OVERVIEW_ZOOMS}
    return record(
        head(
            **_terms(),
            total=count("All public organisations."),
            worldwide=count("Those that serve the whole world; they are in no country."),
            countries=by_key(served, "By country (ISO 3166-1 alpha-2) that anybody serves."),
            clusters=record(zooms, "Ready-made clusters of the public points, by level of zoom."),
        ),
        "What a map draws first.",
    )


def places() -> Schema:
    """Return the schema of `places.<lang>.geojson`."""
    point = record(
        {
            "type": text(const="Point"),
            "coordinates": array(number(), "Longitude, latitude.", minItems=2, maxItems=2),
        }
    )
    properties = record(
        {
            "organisation": identifier("The organisation."),
            "slug": text("Its name in web addresses."),
            "name": text("Its name."),
            "precision": _CITY,
            "country": ref("Country"),
            "city": text("Name of the city."),
            "is_seat": flag("Whether this is its seat."),
            "roles": array(ref("RoleCode"), "The parts the organisation plays."),
        }
    )
    feature = record({"type": text(const="Feature"), "geometry": point, "properties": properties})
    return record(
        {
            "type": text(const="FeatureCollection"),
            "features": array(feature, "One for each public point."),
            **head(lang=ref("Language"), **_terms()),
        },
        "The public points as GeoJSON (RFC 7946).",
    )


def guidance() -> Schema:
    """Return the schema of `guidance.<lang>.json`."""
    page = record(
        {
            "title": text("The title."),
            "introduction": text("The first sentences, or an empty text."),
            "body": array(ref("Block"), "What it says."),
            "lang": ref("Language", "The language it is in."),
            "url": address("Address for people."),
            "is_sample": flag("Whether this is sample content."),
        }
    )
    return record(
        head(
            lang=ref("Language"),
            licence=_licence(),
            labels=_labels(("audience", "area", *GUIDANCE_LABELS)),
            categories=array(ref("Category"), "Roles, services and audiences, as `categories/` gives them."),
            regions=_regions(),
            pages=by_key(page, "By their neutral key, such as `temporary-protection`."),
            programmes=array(ref("PublishedProgramme"), "All of them, in the order of the API."),
            trainings=array(ref("PublishedTraining"), "All of them, in the order of the API."),
            testimonies=array(ref("PublishedTestimony"), "All of them, in the order of the editors."),
        ),
        "The guidance pages, programmes, trainings and testimonies.",
    )


def manifest() -> Schema:
    """Return the schema of `manifest.json`."""
    file = record(
        {
            "sha256": text("SHA-256 of the file.", pattern="^[0-9a-f]{64}$"),
            "bytes": count("Its size."),
            **_terms(),
        }
    )
    return record(head(files=by_key(file, "By name.")), "Hash, size and terms of every published file.")
