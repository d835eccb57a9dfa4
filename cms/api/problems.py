"""Errors of the API as problem details (RFC 9457): always JSON, the same five members, in English."""

import logging
from dataclasses import dataclass, field
from http import HTTPStatus

from django.core.exceptions import SuspiciousOperation, ValidationError
from django.db import Error as DatabaseError
from django.http import Http404
from rest_framework.exceptions import APIException, MethodNotAllowed
from wagtail.api.v2.utils import BadRequestError

from cms.directory.filters import InvalidParameter
from cms.directory.index import NothingPublished

logger = logging.getLogger("cms.api")

CONTENT_TYPE = "application/problem+json"
RETRY_SECONDS = 30
LONGEST_ECHO = 80


@dataclass
class Problem(Exception):
    """An answer that is an error: `detail` is a sentence a client can act on."""

    status: int
    detail: str
    parameter: str | None = None
    headers: dict[str, str] = field(default_factory=dict)

    def as_dict(self):
        """Return the members of the JSON answer."""
        return {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "parameter": self.parameter and self.parameter[:LONGEST_ECHO],
        }


def _from_invalid_parameter(exc):
    return Problem(400, exc.detail, exc.parameter)


def _from_bad_request(exc):
    return Problem(400, f"{exc}.")


def _from_validation_error(exc):
    return Problem(400, " ".join(exc.messages))


def _from_suspicious_operation(exc):
    return Problem(400, "The query has too many parameters or cannot be read.")


def _from_not_found(exc):
    return Problem(404, "There is nothing public at this address.")


def _from_method_not_allowed(exc):
    # Without the method: whoever makes one up may make it as long as a book.
    return Problem(exc.status_code, "This address can only be read: use GET, HEAD or OPTIONS.")


def _from_api_exception(exc):
    return Problem(exc.status_code, str(exc.detail))


def _from_database_error(exc):
    logger.error("The database did not answer.", exc_info=exc)
    return Problem(
        503,
        f"The database does not answer. Try again in {RETRY_SECONDS} seconds, or use the published files.",
        headers={"Retry-After": str(RETRY_SECONDS)},
    )


def _from_nothing_published(exc):
    return Problem(
        503,
        f"Nothing has been published yet. Try again in {RETRY_SECONDS} seconds.",
        headers={"Retry-After": str(RETRY_SECONDS)},
    )


# The first class that fits decides.
PROBLEMS = (
    (Problem, lambda exc: exc),
    (InvalidParameter, _from_invalid_parameter),
    (BadRequestError, _from_bad_request),
    (ValidationError, _from_validation_error),
    (SuspiciousOperation, _from_suspicious_operation),
    (Http404, _from_not_found),
    (MethodNotAllowed, _from_method_not_allowed),
    (APIException, _from_api_exception),
    (DatabaseError, _from_database_error),
    (NothingPublished, _from_nothing_published),
)


def problem_of(exc: Exception) -> Problem:
    """Return the problem an exception stands for; what nobody foresaw is logged, without the request."""
    for kind, make in PROBLEMS:
        if isinstance(exc, kind):
            return make(exc)
    logger.error("The API failed.", exc_info=exc)
    return Problem(500, "Something went wrong here and was noted. The published files may still answer.")
