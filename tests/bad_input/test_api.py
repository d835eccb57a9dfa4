"""Below the API every refusal is a problem in JSON with a sentence that a client can act on."""

import json
from urllib.parse import urlsplit

import pytest

from tests.api.identifiers import fixed_uuid
from tests.api.schema.documents import kept_document
from tests.bad_input import table_api
from tests.bad_input.api_parameters import ANY_TEXT, REFUSED, REPEATED, UNREADABLE, refusal
from tests.bad_input.cases import NO_TEXT, NONSENSE, Case, Kind, named
from tests.bad_input.policies import SECONDS, check

pytestmark = pytest.mark.usefixtures("nothing_written")

# Finding a page leads on to its detail, which looks at this one.
LOOKED_AT_LATER = ("/api/v2/pages/find/", "fields")
# (path, parameter) of everything the API takes.
PARAMETERS = [
    (path.replace("{uuid}", str(fixed_uuid(1))).replace("{id}", "1"), parameter["name"])
    for path, methods in kept_document()["paths"].items()
    # A page has no number that tests know.
    if path.startswith("/api/v2/") and "{id}" not in path
    for parameter in methods["get"].get("parameters", ())
    if parameter["in"] == "query" and (path, parameter["name"]) != LOOKED_AT_LATER
]


@pytest.mark.parametrize("case", table_api.CASES, ids=named(table_api.CASES))
def test_a_request_is_answered_as_the_table_says(ask, case):
    answer = ask(case.target, case.method, case.headers, case.body)
    check(case, answer)
    assert (
        answer.seconds < SECONDS or ask(case.target, case.method, case.headers, case.body).seconds < SECONDS
    )


@pytest.mark.parametrize(("path", "name"), PARAMETERS, ids=[f"{path} {name}" for path, name in PARAMETERS])
def test_every_parameter_refuses_nonsense_with_a_sentence_of_its_own(ask, path, name):
    for kind, value in NONSENSE.items():
        says = refusal(name, kind)
        answer = ask(f"{path}?{name}={value}")
        if says is None:
            assert answer.status in (200, 302, 400, 404), kind
            continue
        check(Case(f"{path}?{name}={value}", 400, Kind.PROBLEM, says), answer)
        assert json.loads(answer.body)["parameter"] == name, kind


@pytest.mark.parametrize(("path", "name"), PARAMETERS, ids=[f"{path} {name}" for path, name in PARAMETERS])
def test_what_is_no_text_and_what_is_said_twice_is_refused_by_every_parameter(ask, path, name):
    for value in NO_TEXT.values():
        target = f"{path}?{name}={value}"
        check(Case(target, 400, Kind.PROBLEM, UNREADABLE), ask(target))
    answer = ask(f"{path}?{name}=%00&{name}=%00")
    check(Case(path, 400, Kind.PROBLEM), answer)
    assert REPEATED in answer.text or UNREADABLE in answer.text


def test_every_parameter_that_is_documented_is_in_the_table():
    assert {name for _path, name in PARAMETERS} == set(REFUSED) | ANY_TEXT
    assert len({urlsplit(path).path for path, _name in PARAMETERS}) > 8
