"""The document, made along the addresses that the router has: drf-spectacular finds them, the tables describe them.

The settings are our own: a project that uses this plugin may have others for its own API, or none.
"""

from collections.abc import Mapping

from django.urls import path
from django.urls.resolvers import URLResolver
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.settings import patched_settings

from cms.api.schema import answers, published, wording
from cms.api.schema.components import hsds, schemas
from cms.api.schema.components.codes import identifier
from cms.api.schema.operations import OPERATIONS, PATH_PARAMETERS, TAGS
from cms.api.schema.parameters import parameter
from cms.api.schema.served import ROOT
from cms.api.schema.values import ref, whole
from cms.directory.snapshot import SCHEMA_VERSION


def build_document(examples: Mapping[str, object], hsds_profile: dict) -> dict:
    """Return the document; `examples` maps the names of the answers that are kept to what they are.

    `hsds_profile` is the JSON Schema of `hsds.json`, which has its own place in the documentation.
    A public address, a parameter or a kind of block that nobody described is a KeyError.
    """
    from cms.api.urls import urlpatterns

    patterns: list[URLResolver] = [path(ROOT.lstrip("/"), (urlpatterns, None, None))]
    with patched_settings(_settings(hsds_profile)):
        return ContractGenerator(examples, patterns=patterns).get_schema(public=True)


def _settings(hsds_profile):
    return {
        "OAS_VERSION": "3.1.0",
        "TITLE": wording.TITLE,
        "DESCRIPTION": wording.DESCRIPTION,
        "VERSION": f"{SCHEMA_VERSION}.0",
        "SERVERS": [{"url": "/"}],
        "TAGS": [{"name": name, "description": description} for name, description in TAGS],
        "APPEND_PATHS": published.paths(),
        "APPEND_COMPONENTS": {
            "schemas": schemas() | hsds.components(hsds_profile),
            "responses": answers.responses(),
            "headers": answers.headers(),
        },
        # In the order of the router, and nothing guessed from anywhere.
        "SORT_OPERATIONS": False,
        "PREPROCESSING_HOOKS": [],
        "POSTPROCESSING_HOOKS": [],
        "SCHEMA_PATH_PREFIX_TRIM": False,
        "SCHEMA_PATH_PREFIX_INSERT": "",
        "CAMELIZE_NAMES": False,
    }


class ContractGenerator(SchemaGenerator):
    """Describes every view by the tables, whatever the project's own schema class is."""

    def __init__(self, examples, **options):
        super().__init__(**options)
        self.examples = examples

    def create_view(self, callback, method, request=None):
        view = super().create_view(callback, method, request)
        self._set_schema_to_view(view, ContractSchema(self.examples))
        return view

    def coerce_path(self, path, method, view):
        return path.replace("{pk}", "{id}")


class ContractSchema(AutoSchema):
    """One operation, out of the tables."""

    def __init__(self, examples):
        super().__init__()
        self.examples = examples

    def get_operation(self, path, path_regex, path_prefix, method, registry):
        # Views of DRF forget their name when their addresses are made.
        endpoint, action = path.removeprefix(ROOT).split("/")[0], self.view.action
        operation = OPERATIONS[endpoint, action]
        in_path = [_path_parameter(endpoint, name) for name in ("id", "uuid") if f"{{{name}}}" in path]
        names = self.view.parameters[action]
        described = {
            "operationId": operation.id,
            "tags": [operation.tag],
            "summary": operation.summary,
            "description": operation.description,
            "parameters": in_path + [parameter(endpoint, action, name) for name in names],
            "responses": self._answers(operation, path),
        }
        return described | self._sample(operation, path)

    def _answers(self, operation, path):
        shared = answers.shared(*answers.ALWAYS, *operation.statuses)
        if operation.answer is None:
            del shared["304"]
        elif operation.answer in answers.PLAIN:
            shared["200"] = answers.content(*answers.PLAIN[operation.answer])
        else:
            examples = {}
            if operation.example:
                value = self.examples[operation.example]
                examples = {operation.example: {"summary": _asked(operation, path, value), "value": value}}
            shared["200"] = answers.content(ref(operation.answer), operation.summary + ".", examples=examples)
        return dict(sorted(shared.items()))

    def _sample(self, operation, path):
        value = self.examples.get(operation.example)
        return {"x-request": _asked(operation, path, value)}


def _path_parameter(endpoint, name):
    schema = whole(minimum=1, maximum=2**31 - 1) if name == "id" else identifier()
    return {
        "name": name,
        "in": "path",
        "description": PATH_PARAMETERS[endpoint],
        "required": True,
        "schema": schema,
    }


def _asked(operation, path, value):
    """Return path and query of the example."""
    for name in ("{id}", "{uuid}"):
        if name in path:
            path = path.replace(name, str(value["id"]))
    return f"{path}?{operation.query}" if operation.query else path
