"""Whatever is public is in `docs/api.md`, and its examples are what the API answers."""

import json

import pytest

from cms.api.page_fields import PublicPageSerializer
from cms.api.pages import META_FIELDS
from cms.api.responses import MAX_AGE
from cms.api.router import ENDPOINTS
from cms.api.selection import ORDERS
from cms.common import vocabularies
from cms.common.http.answers import PREFLIGHT_HEADERS, PUBLIC_HEADERS
from cms.common.languages import LANGUAGES
from cms.directory.labels import GUIDANCE_LABELS
from cms.models import HomePage
from cms.pages.blocks import GuidanceBody
from tests.api.examples import DOCUMENT, examples, golden

TEXT = DOCUMENT.read_text()
RECORD = json.loads(golden("organisation.eu.json"))


def keys_of(data):
    """Return all keys in JSON data."""
    if isinstance(data, dict):
        return set(data).union(*(keys_of(value) for value in data.values()))
    return set().union(*(keys_of(value) for value in data)) if isinstance(data, list) else set()


PARAMETERS = sorted(
    {name for endpoint in ENDPOINTS for names in endpoint.parameters.values() for name in names}
)
CODES = [
    *LANGUAGES,
    *ORDERS,
    *vocabularies.CATEGORY_KINDS,
    *vocabularies.ORGANISATION_TYPES,
    *vocabularies.RESPONSE_TIMES,
    *vocabularies.INTAKE_STATUSES,
    *vocabularies.VERIFICATION_STATES,
    *vocabularies.CHANNEL_KINDS,
    *vocabularies.CHANNEL_LABELS,
    *vocabularies.AREAS,
    *(code for code in vocabularies.PRECISIONS if code != "hidden"),
    *vocabularies.APPLICANTS,
    *vocabularies.CALL_STATES,
    *vocabularies.TRAINING_TOPICS,
    *vocabularies.TRAINING_MODES,
    *vocabularies.TRAINING_COSTS,
    *vocabularies.TRAINING_STATES,
    *GUIDANCE_LABELS,
]
MEMBERS = sorted(
    keys_of(RECORD)
    | keys_of(json.loads(golden("programme.eu.json")))
    | keys_of(json.loads(golden("training.eu.json")))
    | keys_of(json.loads(golden("testimony.eu.json")))
    | keys_of(json.loads(golden("categories.eu.json")))
    | keys_of(json.loads(golden("error_value.json"))) - {"type", "title"}
    | {field.name for field in HomePage.api_fields}
    | set(GuidanceBody().child_blocks)
)


@pytest.mark.parametrize("endpoint", [endpoint.name for endpoint in ENDPOINTS])
def test_every_endpoint_is_documented(endpoint):
    assert f"`/api/v2/{endpoint}/`" in TEXT
    assert f"GET /api/v2/{endpoint}/" in TEXT


@pytest.mark.parametrize("name", [*PARAMETERS, *MEMBERS, *CODES, *PUBLIC_HEADERS, *PREFLIGHT_HEADERS])
def test_every_name_and_code_is_documented(name):
    # In the prose or the tables: the examples show everything and explain nothing.
    prose = TEXT
    for _file, example in examples(TEXT):
        prose = prose.replace(example, "")
    assert f"`{name}`" in prose or f"`meta.{name}`" in prose


@pytest.mark.parametrize("name", META_FIELDS)
def test_every_meta_field_of_a_page_is_documented(name):
    assert f"`meta.{name}`" in TEXT


@pytest.mark.parametrize("status", [400, 404, 405, 406, 500, 503, 301, 302, 304, 204])
def test_every_status_is_documented(status):
    assert f"`{status}`" in TEXT


def test_how_long_an_answer_is_kept_is_documented():
    assert f"max-age={MAX_AGE}" in TEXT


def test_every_type_of_page_is_documented():
    from wagtail.models import get_page_models

    for model in get_page_models():
        if model._meta.app_label == "defenders":
            assert f"`defenders.{model.__name__}`" in TEXT


def test_wagtails_fields_with_database_markup_or_the_request_are_replaced():
    for name in ("detail_url", "html_url", "parent", "locale"):
        assert PublicPageSerializer._declared_fields[name].__class__.__module__ == "cms.api.page_fields"


@pytest.mark.parametrize(("name", "shown"), examples(TEXT))
def test_the_examples_are_what_the_api_answers(name, shown):
    assert shown == golden(name)
