"""Everything public is documented, for programs and for people: a test names what is missing."""

import re

import pytest

from cms.api.schema.answers import EMPTY, PROBLEMS
from cms.api.schema.published import PUBLISHED
from cms.common.languages import LANGUAGES
from tests.api.examples import DOCUMENT, ROOT, examples
from tests.api.schema.documents import kept_document
from tests.api.situations import fixed_uuid

DOCUMENTED = DOCUMENT.read_text(encoding="utf-8")
OPEN_DATA = (ROOT / "docs" / "open-data.md").read_text(encoding="utf-8")
PATHS = kept_document()["paths"]
COMPONENTS = kept_document()["components"]
# What a site adds to all its answers.
OF_THE_SITE = {"Cross-Origin-Opener-Policy", "Content-Type", "Content-Length"}
# Words of the schemas that are none of ours.
OF_GEOJSON = {"type", "Feature", "Point"}


def prose():
    """Return what explains: the examples show everything and explain nothing."""
    text = DOCUMENTED
    for _name, example in examples(text):
        text = text.replace(example, "")
    return text


PROSE = prose()


def members(schema):
    """Return the names of all members in a schema."""
    if isinstance(schema, list):
        return set().union(*map(members, schema))
    if not isinstance(schema, dict):
        return set()
    own = schema.get("properties", {})
    rest = [value for name, value in schema.items() if name != "properties"]
    return set(own).union(*map(members, [*own.values(), *rest]))


MEMBERS = sorted(
    set().union(*(members(one) for name, one in COMPONENTS["schemas"].items() if not name.startswith("Hsds")))
)
PARAMETERS = sorted(
    {
        one["name"]
        for methods in PATHS.values()
        for one in methods["get"].get("parameters", ())
        if one["in"] == "query"
    }
)


@pytest.mark.parametrize("path", PATHS)
def test_every_address_is_in_the_guide(path):
    written = path.replace("{lang}", "<lang>").replace("{id}", "<id>").replace("{uuid}", "<id>")
    if path.startswith("/published/"):
        assert f"`{written.removeprefix('/published/v1/')}`" in PROSE
    else:
        assert f"GET {written}" in PROSE or f"`{written}" in PROSE


@pytest.mark.parametrize("name", sorted({*PARAMETERS, *MEMBERS, *COMPONENTS["headers"]}))
def test_every_parameter_member_and_header_is_in_the_guide(name):
    assert f"`{name}`" in PROSE or f"`meta.{name}`" in PROSE or name in OF_GEOJSON


@pytest.mark.parametrize("status", [*PROBLEMS, *EMPTY, 204])
def test_every_status_is_in_the_guide(status):
    assert f"`{status}`" in PROSE


def test_every_file_that_is_published_is_documented(directory, settings):
    root = settings.DEFENDERS_PUBLISHED_ROOT / "current"
    files = {path.name for path in root.iterdir() if path.is_file() and path.suffix not in (".br", ".gz")}
    assert files
    neutral = {re.sub(rf"\.({'|'.join(LANGUAGES)})\.", ".{lang}.", name) for name in files}
    assert neutral == set(PUBLISHED)
    for name in neutral:
        assert f"`{name.replace('{lang}', '<lang>')}`" in OPEN_DATA


ANSWERS = [
    "organisations/",
    f"organisations/{fixed_uuid(1)}/?lang=eu",
    "organisations/find/?slug=abaco",
    "organisations/?colour=red",
    "organisations",
    "pages/",
    "pages/1/",
    "schema/",
]


@pytest.mark.parametrize("address", ANSWERS)
@pytest.mark.parametrize("method", ["get", "head", "options", "post"])
def test_every_header_that_is_sent_is_documented(directory, get, address, method):
    response = get(address, method, **{"accept-encoding": "br"})
    sent = set(response.headers)
    assert sent - OF_THE_SITE <= set(COMPONENTS["headers"])
    assert all(f"`{name}`" in PROSE for name in sent - {"Content-Type", "Content-Length"})


@pytest.mark.parametrize("path", PATHS)
def test_every_address_in_the_document_answers(directory, client, path):
    address = path.replace("{lang}", "eu").replace("{id}", "999999").replace("{uuid}", str(fixed_uuid(77)))
    status = client.get(address).status_code
    assert status in ((404,) if re.search("999999|00077", address) else (200, 400))
    assert str(status) in PATHS[path]["get"]["responses"]
