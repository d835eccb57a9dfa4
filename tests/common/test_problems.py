import re
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cms import common
from cms.common.messages import MESSAGES
from cms.common.problems import ContactError, CoordinateError, InvalidValue

SOURCES = {path.name: path.read_text() for path in Path(common.__file__).parent.glob("*.py")}


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_is_whole_sentences_with_named_placeholders_only(code):
    with translation.override("en"):
        message = str(MESSAGES[code])
    assert message[0].isupper() or message[0] == "“"
    assert message.endswith(".")
    assert not re.search(r"%(?!\(\w+\)[sd])", message)


@pytest.mark.parametrize("code", MESSAGES)
def test_every_message_is_used(code):
    code = code if not code.endswith("_range") else "_range"
    assert any(f'{code}"' in text for name, text in SOURCES.items() if name != "messages.py")


def test_a_problem_becomes_a_validation_error_without_loss():
    problem = ContactError("too_long", limit=500)
    wrapped = ValidationError(problem.message, code=problem.code, params=problem.params)
    with translation.override("en"):
        assert (
            wrapped.messages == [str(problem)] == ["This is too long: at most 500 characters are possible."]
        )
    assert wrapped.code == "too_long"


def test_a_problem_without_parameters_becomes_a_validation_error_too():
    problem = CoordinateError("null_island")
    wrapped = ValidationError(problem.message, code=problem.code, params=problem.params)
    assert wrapped.messages == [str(problem)]


def test_problems_are_value_errors():
    assert issubclass(InvalidValue, ValueError)
    assert issubclass(ContactError, InvalidValue)
    assert issubclass(CoordinateError, InvalidValue)


@pytest.mark.parametrize("name", sorted(set(SOURCES) - {"labels.py", "messages.py"}))
def test_the_rest_of_the_package_imports_no_django_and_nothing_above_it(name):
    imported = re.findall(r"^\s*(?:from|import) (\S+)", SOURCES[name], re.MULTILINE)
    assert not [module for module in imported if module.startswith(("django", "wagtail", "rest_framework"))]
    assert not [module for module in imported if module.startswith(("cms", "config", "widgets"))
                and not module.startswith("cms.common.")]  # fmt: skip
