"""Everything public is documented, for programs and for people: a test names what is missing."""

import pytest

from cms.api.schema.answers import EMPTY, PROBLEMS
from tests.api.examples import DOCUMENT, examples
from tests.api.schema.documents import kept_document

DOCUMENTED = DOCUMENT.read_text(encoding="utf-8")
PATHS = kept_document()["paths"]
COMPONENTS = kept_document()["components"]
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
