"""The document as a page: what its template shows, section by section, and the page itself.

Drawn once per process and setting. No scripts, no styles inside the HTML, nothing from anywhere else.
"""

from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

from django.template.loader import render_to_string

from cms.api.schema.reading import (
    kind_of,
    paragraphs,
    pretty,
    row_of,
    rows_of,
    text_of,
    variants_of,
)
from cms.api.schema.served import Place, served_document

TEMPLATE = "defenders/api/docs.html"
STYLE = Path(__file__).with_name("docs.css")


@lru_cache(maxsize=1)
def docs_style() -> bytes:
    """Return its style sheet."""
    return STYLE.read_bytes()


@lru_cache(maxsize=2)
def docs_page(where: Place) -> bytes:
    """Return the page as HTML."""
    return render_to_string(TEMPLATE, contents(served_document(where))).encode()


def contents(document: dict) -> dict:
    """Return what the template shows of a document."""
    answers = document["components"]["responses"]
    server = document["servers"][0]["url"].rstrip("/")
    return {
        "title": document["info"]["title"],
        "version": document["info"]["version"],
        "licence": document["info"].get("license"),
        "server": server,
        "introduction": paragraphs(document["info"]["description"]),
        "headers": [
            row_of(name, header["schema"], header["description"])
            for name, header in document["components"]["headers"].items()
        ],
        "statuses": sorted(_status(name, answer) for name, answer in answers.items()),
        "groups": [_group(tag, document, server) for tag in document["tags"]],
        "shapes": [_shape(name, schema) for name, schema in document["components"]["schemas"].items()],
    }


_STATUSES = {"".join(word.title() for word in status.phrase.split()): status.value for status in HTTPStatus}


def _status(name, answer):
    return _STATUSES[name], HTTPStatus(_STATUSES[name]).phrase, text_of(answer["description"])


def _group(tag, document, server):
    operations = [
        _operation(path, methods["get"], server)
        for path, methods in document["paths"].items()
        if tag["name"] in methods["get"]["tags"]
    ]
    anchor = tag["name"].lower().replace(" ", "-")
    return {
        "name": tag["name"],
        "anchor": anchor,
        "about": text_of(tag["description"]),
        "operations": operations,
    }


def _operation(path, operation, server):
    whole = operation["responses"].get("200")
    return {
        "id": operation["operationId"],
        "summary": operation["summary"],
        "path": path,
        "about": text_of(operation["description"]),
        "parameters": [
            row_of(one["name"], one["schema"], one["description"], one.get("required", False))
            for one in operation.get("parameters", ())
        ],
        "statuses": [status for status in operation["responses"] if status != "200"],
        "body": _body(whole) if whole else None,
        "example": _example(operation, whole, path, server),
    }


def _body(answer):
    ((content_type, body),) = answer["content"].items()
    return {"type": content_type, "kind": kind_of(body["schema"])}


def _example(operation, whole, path, server):
    asked = operation.get("x-request") or path.replace("{lang}", "es")
    examples = [
        one
        for body in (whole or {"content": {}})["content"].values()
        for one in body.get("examples", {}).values()
    ]
    answer = pretty(examples[0]["value"]) if examples else ""
    return {"address": f"{server}{asked}", "answer": answer, "follows": whole is None}


def _shape(name, schema):
    variants = [
        {
            "about": text_of(one.get("description", "")) if "oneOf" in schema else [],
            "rows": list(rows_of(one)),
        }
        for one in variants_of(schema)
    ]
    return {
        "name": name,
        "about": text_of(schema.get("description", "")),
        "kind": kind_of(schema) if not variants else [],
        "pattern": schema.get("pattern", ""),
        "row": row_of(name, schema),
        "variants": variants,
    }
