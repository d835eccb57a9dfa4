"""The document as the code makes it now, as it is kept, and as strict as tests want it."""

import json
from functools import cache

from cms.api.schema.generator import build_document
from cms.api.schema.operations import OPERATIONS
from cms.api.schema.served import KEPT
from tests.api.examples import golden


def built_document():
    """Return the document, its examples out of the golden answers."""
    names = {operation.example for operation in OPERATIONS.values()} - {""}
    return build_document({name: json.loads(golden(f"{name}.json")) for name in names})


@cache
def kept_document():
    """Return the document that is kept."""
    return json.loads(KEPT.read_text(encoding="utf-8"))


def as_kept(document):
    """Return the text of the file that is kept: a difference shows line by line."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def closed(schema):
    """Return the schema so that a member that nobody described is wrong."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {name: closed(value) for name, value in schema.items()}
    if isinstance(strict.get("properties"), dict) and "additionalProperties" not in strict:
        strict["additionalProperties"] = False
    return strict
