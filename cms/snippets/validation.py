"""From a refused value to the message at a form field."""

from django.core.exceptions import ValidationError

from cms.common import contacts
from cms.common.problems import InvalidValue


def as_validation_error(problem: InvalidValue) -> ValidationError:
    """Return the same problem for Django's forms; its sentence is translated when shown."""
    return ValidationError(problem.message, code=problem.code, params=problem.params)


def validate_website(value):
    """Refuse anything but a plain http or https address."""
    try:
        contacts.clean_website(value)
    except InvalidValue as problem:
        raise as_validation_error(problem) from problem
