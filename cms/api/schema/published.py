"""The published files as paths of the document: every one by its name, `{lang}` for the language."""

from cms.api.schema.answers import JSON, content, shared
from cms.api.schema.operations import FILES
from cms.api.schema.values import ref
from cms.directory.open_data.table import COLUMNS

_CSV = {"type": "string"}
_COLUMNS = ", ".join(f"`{name}`" for name in COLUMNS)
_GEOJSON = "application/geo+json"

# Name -> (operationId, summary, description, media type, schema).
PUBLISHED = {
    "directory.{lang}.json": (
        "getDirectoryFile",
        "All organisations",
        "All public organisations, with the labels of all codes in the language.",
        JSON,
        ref("DirectoryFile"),
    ),
    "overview.json": (
        "getOverviewFile",
        "What a map draws first",
        "Organisations per country served and ready-made clusters: about a kilobyte, whatever the number of "
        "organisations.",
        JSON,
        ref("OverviewFile"),
    ),
    "places.{lang}.geojson": (
        "getPlacesFile",
        "The public points",
        "GeoJSON after RFC 7946. A place of which only the country may be known is no point.",
        _GEOJSON,
        ref("PlacesFile"),
    ),
    "organisations.{lang}.csv": (
        "getOrganisationsTable",
        "All organisations as a table",
        "For spreadsheets: UTF-8 with a byte order mark, a first row with the names of the columns, and no cell that "
        f"a spreadsheet would take for a formula. The columns are {_COLUMNS}.",
        "text/csv",
        _CSV,
    ),
    "hsds.json": (
        "getHsdsFile",
        "All organisations after HSDS 3",
        "The names of the Human Services Data Specification, version 3, and a profile of it for what it lacks.",
        JSON,
        ref("HsdsFile"),
    ),
    "guidance.{lang}.json": (
        "getGuidanceFile",
        "The guidance",
        "The guidance pages by their neutral keys, programmes, trainings and testimonies. A page that does not exist "
        "in the language comes in another one.",
        JSON,
        ref("GuidanceFile"),
    ),
    "former_slugs.json": (
        "getFormerSlugsFile",
        "Slugs that organisations had before",
        "Where links go that were made before the name of an organisation in web addresses changed.",
        JSON,
        ref("FormerSlugsFile"),
    ),
    "manifest.json": (
        "getManifestFile",
        "Hash, size and terms of every file",
        "Ask for it to see whether anything changed.",
        JSON,
        ref("ManifestFile"),
    ),
}

_LANG = {
    "name": "lang",
    "in": "path",
    "description": "Language of the texts.",
    "required": True,
    "schema": ref("Language"),
}


def paths() -> dict[str, dict]:
    """Return {path: methods} of all published files."""
    return {f"/published/v1/{name}": {"get": _operation(name, *row)} for name, row in PUBLISHED.items()}


def _operation(name, operation_id, summary, description, media_type, schema):
    parameters = {"parameters": [_LANG]} if "{lang}" in name else {}
    return {
        "operationId": operation_id,
        "summary": summary,
        "description": description,
        "tags": [FILES],
        **parameters,
        "responses": {
            "200": content(schema, "The file, as it was last published.", media_type),
            **shared(304, 404, 405, 412, 503),
        },
    }
