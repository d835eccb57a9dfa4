"""Schemathesis at length: every operation of the API and the files, right and wrong requests, all its checks."""

import pytest
import schemathesis
from hypothesis import given, seed
from hypothesis.stateful import run_state_machine_as_test
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import unsupported_method

from tests.api.schema.documents import closed, kept_document
from tests.api.schema.test_answers import CHECKS, PATHS
from tests.bad_input.fuzz.rounds import SETTINGS, SHARE, run, until

ALL_CHECKS = [*CHECKS, unsupported_method]
OPERATIONS = [
    (path, mode)
    for path in PATHS
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or PATHS[path]["get"].get("parameters")
]


@pytest.fixture(scope="module")
def described(site):
    """The document as Schemathesis reads it, in front of the whole site."""
    schema = schemathesis.openapi.from_dict(closed(kept_document()))
    schema.app = site.application
    return schema


@pytest.mark.parametrize(
    ("path", "mode"), OPERATIONS, ids=[f"{path} {mode.value}" for path, mode in OPERATIONS]
)
def test_every_answer_is_as_described(ask, described, path, mode):
    operation = described[path]["GET"]

    @given(case=operation.as_strategy(generation_mode=mode))
    def made(case):
        response = case.call(headers={"Accept-Encoding": "identity"})
        case.validate_response(response, checks=ALL_CHECKS)

    run(made, SHARE["api"] / len(OPERATIONS))


def test_what_was_answered_may_be_asked_for(ask, described):
    """The state machine goes on with what earlier answers said, where one leads to another."""

    class Machine(described.as_state_machine()):
        def get_call_kwargs(self, case):
            return {"headers": {"Accept-Encoding": "identity"}}

        def validate_response(self, response, case, **more):
            case.validate_response(response, checks=ALL_CHECKS)

    for number in until(SHARE["stateful"]):
        run_state_machine_as_test(seed(number)(Machine), settings=SETTINGS)
