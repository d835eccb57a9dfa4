"""What really is answered is documented: to made-up requests, right and wrong ones, and in headers and files.

No fault of ours, and no answer that the document does not describe.
"""

import re

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    positive_data_acceptance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from cms.api.schema.published import PUBLISHED
from cms.common.languages import LANGUAGES
from tests.api.examples import ROOT
from tests.api.schema.documents import closed, kept_document
from tests.api.schema.test_complete import PROSE
from tests.api.situations import fixed_uuid

# Wrong requests take longer to make up.
EXAMPLES = {"positive": 10, "negative": 5}
PATHS = kept_document()["paths"]
OPERATIONS = [
    (path, mode)
    for path in PATHS
    for mode in EXAMPLES
    if mode == "positive" or PATHS[path]["get"].get("parameters")
]
HEADERS = set(kept_document()["components"]["headers"])
OPEN_DATA = (ROOT / "docs" / "open-data.md").read_text(encoding="utf-8")
# What a site adds to all its answers.
OF_THE_SITE = {"Cross-Origin-Opener-Policy", "Content-Type", "Content-Length"}
# What no schema can say: names that go together or do not, numbers that are in order, ids of what there is. To JSON
# Schema 3.0 is a whole number, to the API it is not.
BEYOND_A_SCHEMA = {
    "ancestor_of",
    "bbox",
    "child_of",
    "descendant_of",
    "fields",
    "html_path",
    "language",
    "locale",
    "order",
    "translation_of",
    "type",
}
WHOLE_NUMBERS = {"id", "limit", "offset"}


def right_is_accepted(context, response, case):
    """A request that is right gets an answer, unless what is wrong with it is more than a schema can say."""
    refused = response.json()["parameter"] if response.status_code == 400 else None
    fraction = refused in WHOLE_NUMBERS and isinstance(case.query[refused], float)
    if refused not in BEYOND_A_SCHEMA and not fraction:
        positive_data_acceptance(context, response, case)


def wrong_is_refused(context, response, case):
    """A request that is wrong is refused, unless it is right without the white space around its values."""
    if all(value == value.strip() for value in (case.query or {}).values() if isinstance(value, str)):
        negative_data_rejection(context, response, case)


CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    wrong_is_refused,
    right_is_accepted,
]


@pytest.fixture(scope="module")
def described():
    """The document as Schemathesis reads it, in front of the whole site."""
    schema = schemathesis.openapi.from_dict(closed(kept_document()))
    schema.app = get_wsgi_application()
    return schema


@pytest.fixture
def without_limit(settings):
    """Nobody asks too often: 429 would be an answer to everything."""
    settings.DEFENDERS_API_RATE = None


@pytest.fixture
def same_connection():
    """The end of a request does not close the connection in which the rows of the test are."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize(("path", "mode"), OPERATIONS)
def test_no_request_gets_an_answer_that_is_not_described(
    directory, same_connection, described, without_limit, path, mode
):
    operation = described[path]["GET"]

    @settings(
        max_examples=EXAMPLES[mode],
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=GenerationMode(mode)))
    def ask(case):
        response = case.call(headers={"Accept-Encoding": "identity"})
        case.validate_response(response, checks=CHECKS)

    ask()


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
    assert sent - OF_THE_SITE <= HEADERS
    assert all(f"`{name}`" in PROSE for name in sent - {"Content-Type", "Content-Length"})


@pytest.mark.parametrize("path", PATHS)
def test_every_address_in_the_document_answers(directory, client, path):
    address = path.replace("{lang}", "eu").replace("{id}", "999999").replace("{uuid}", str(fixed_uuid(77)))
    status = client.get(address).status_code
    assert status in ((404,) if re.search("999999|00077", address) else (200, 400))
    assert str(status) in PATHS[path]["get"]["responses"]
