"""The document that is kept is what the code describes, and every answer that is kept is as it says."""

import json
from urllib.parse import urlsplit

import pytest
import schemathesis
from jsonschema import Draft202012Validator

from cms.api.schema.answers import PROBLEMS, name_of
from tests.api.examples import golden
from tests.api.schema.documents import as_kept, built_document, kept_document
from tests.api.schema.validation import answer_of, operation_at, problems_of
from tests.api.test_contract import LANGUAGE_ROWS, REDIRECTS, ROWS_OF_ONE_LANGUAGE

ROWS = LANGUAGE_ROWS + ROWS_OF_ONE_LANGUAGE
OPERATIONS = [
    (path, method, operation)
    for path, methods in kept_document()["paths"].items()
    for method, operation in methods.items()
]
SCHEMAS = kept_document()["components"]["schemas"]


def test_the_document_that_is_kept_is_the_one_the_code_makes():
    """If it is not: `python scripts/regenerate_schema.py`, and look at the difference."""
    assert as_kept(built_document()) == as_kept(kept_document())


@pytest.mark.parametrize(("address", "name", "status", "queries"), ROWS)
def test_every_answer_of_the_contract_is_as_described(address, name, status, queries):
    operation = operation_at(f"/api/v2/{urlsplit(address).path}")
    answer = json.loads(golden(f"{name}.json"))
    if operation is None:
        assert status == 404
        schema = {"$ref": "#/components/schemas/Problem"}
    else:
        (content,) = answer_of(operation, status)["content"].values()
        schema = content["schema"]
    assert problems_of(schema, answer) == []


@pytest.mark.parametrize("row", REDIRECTS)
def test_every_redirect_of_the_contract_is_described(row):
    address, status, *_ = row
    answer = answer_of(operation_at(f"/api/v2/{urlsplit(address).path}"), status)
    assert "content" not in answer
    assert "Location" in answer["headers"]


def test_a_member_that_nobody_described_is_found():
    record = json.loads(golden("organisation.eu.json"))
    schema = {"$ref": "#/components/schemas/Organisation"}
    assert problems_of(schema, record) == []
    assert problems_of(schema, record | {"internal_note": ""})
    assert problems_of(schema, record | {"places": [record["places"][0] | {"address": ""}]})
    del record["verification"]
    assert problems_of(schema, record)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_component_is_a_schema_and_is_used(name):
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert f'"#/components/schemas/{name}"' in json.dumps(kept_document())


def test_the_document_is_openapi():
    document = kept_document()
    assert document["openapi"] == "3.1.0"
    schemathesis.openapi.from_dict(document).validate()  # by the schema of OpenAPI 3.1 itself


def test_every_reference_leads_somewhere():
    document = kept_document()

    def walk(data):
        if isinstance(data, dict):
            if isinstance(data.get("$ref"), str):
                _, _, group, name = data["$ref"].split("/")
                assert name in document["components"][group]
            for value in data.values():
                walk(value)
        elif isinstance(data, list):
            for value in data:
                walk(value)

    walk(document)


@pytest.mark.parametrize(
    ("path", "method", "operation"), OPERATIONS, ids=[f"{method} {path}" for path, method, _ in OPERATIONS]
)
def test_every_operation_says_what_it_is_for(path, method, operation):
    assert method == "get"
    assert path.startswith(("/api/v2/", "/published/v1/"))
    assert operation["summary"]
    assert operation["description"].endswith((".", "`")), "whole sentences"
    assert operation["tags"][0] in {tag["name"] for tag in kept_document()["tags"]}
    for parameter in operation.get("parameters", ()):
        assert parameter["description"].endswith("."), parameter["name"]
    for status in operation["responses"]:
        assert answer_of(operation, status)["description"].endswith(".")
    names = [parameter["name"] for parameter in operation.get("parameters", ())]
    assert len(names) == len(set(names))


def test_operations_have_names_of_their_own():
    names = [operation["operationId"] for *_, operation in OPERATIONS]
    assert len(names) == len(set(names))


def test_members_are_described_in_whole_sentences():
    def walk(where, data):
        if isinstance(data, dict):
            description = data.get("description")
            if isinstance(description, str):
                assert description.endswith("."), where
            for name, value in data.items():
                walk(f"{where}.{name}", value)
        elif isinstance(data, list):
            for value in data:
                walk(where, value)

    walk("", SCHEMAS)


def test_every_error_has_the_shape_of_the_contract():
    answers = kept_document()["components"]["responses"]
    for status in PROBLEMS:
        content = answers[name_of(status)]["content"]
        assert content == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
