"""The errors of this package: a value somebody typed that cannot be used, and a sentence about it.

They carry the same three things as Django's ValidationError, so that a form wraps them without loss:
``ValidationError(problem.message, code=problem.code, params=problem.params)``.
"""

from cms.common.messages import MESSAGES


class InvalidValue(ValueError):
    """A refused value: a stable ``code``, a lazily translated ``message``, and its ``params``."""

    def __init__(self, code, **params):
        super().__init__(code)
        self.code = code
        self.message = MESSAGES[code]
        self.params = params

    def __str__(self):
        return str(self.message) % self.params if self.params else str(self.message)


class CoordinateError(InvalidValue):
    """A latitude, longitude, pair or box that cannot be used."""


class ContactError(InvalidValue):
    """A way to reach somebody that cannot be used."""
