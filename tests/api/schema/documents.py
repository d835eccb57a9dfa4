"""The document as the code makes it now, as it is kept, and as strict as tests want it."""

import json
from functools import cache

from cms.api.schema.generator import build_document
from cms.api.schema.operations import OPERATIONS
from cms.api.schema.served import KEPT
from tests.api.examples import ROOT, golden

HSDS_PROFILE = ROOT / "docs" / "hsds-profile.schema.json"


def built_document():
    """Return the document, its examples out of the golden answers."""
    names = {operation.example for operation in OPERATIONS.values()} - {""}
    examples = {name: json.loads(golden(f"{name}.json")) for name in names}
    return build_document(examples, json.loads(HSDS_PROFILE.read_text(encoding="utf-8")))


@cache
def kept_document():
    """Return the document that is kept."""
    return json.loads(KEPT.read_text(encoding="utf-8"))


def as_kept(document):
    """Return the text of the file that is kept: a difference shows line by line."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def closed(schema):
    """Return the schema so that a member that nobody described is wrong.

    The profile of HSDS says what goes with what, in parts that are not closed; it has a test of its own.
    """
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    members = schema.get("properties")
    rest = {
        name: value if name.startswith("Hsds") else closed(value)
        for name, value in schema.items()
        if name != "properties"
    }
    if members is None:
        return rest
    closed_members = {name: closed(member) for name, member in members.items()}
    return {"additionalProperties": False, **rest, "properties": closed_members}
