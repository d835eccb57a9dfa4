"""Answers against the document: which operation an address belongs to, and whether an answer is as described."""

import re
from functools import cache

from jsonschema import Draft202012Validator

from tests.api.schema.documents import closed, kept_document


@cache
def operation_patterns():
    """Return [(pattern of the path, operation), ...], paths without a variable first."""
    paths = sorted(kept_document()["paths"].items(), key=lambda pair: "{" in pair[0])
    return [
        (re.compile(re.sub(r"\\{\w+\\}", "[^/]+?", re.escape(path))), methods["get"])
        for path, methods in paths
    ]


def operation_at(path):
    """Return the operation of a path, None where there is none."""
    return next((operation for pattern, operation in operation_patterns() if pattern.fullmatch(path)), None)


def answer_of(operation, status):
    """Return how the operation answers with a status; KeyError where the document does not say."""
    answer = operation["responses"][str(status)]
    if "$ref" in answer:
        return kept_document()["components"]["responses"][answer["$ref"].rpartition("/")[2]]
    return answer


@cache
def strict_components():
    return {"schemas": closed(kept_document()["components"]["schemas"])}


def problems_of(schema, data):
    """Return what is wrong with data, each as "where: what"; a member that nobody described is wrong."""
    document = {"components": strict_components(), **closed(schema)}
    validator = Draft202012Validator(document, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(data)]
