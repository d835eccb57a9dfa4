"""Parameters of a request: read by name, each with its limits, and nothing that nobody asked for."""

import re

from cms.common.bounding_box import parse_bounding_box
from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.common.problems import CoordinateError
from cms.directory.filters import FILTERS, InvalidParameter, single_value

DEFAULT_LIMIT = 20
MAX_LIMIT = 100
MAX_OFFSET = 999_999_999
MULTIPLE = frozenset(name for name, one in FILTERS.items() if one.multiple)

_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


def check_parameters(query, known):
    """Raise InvalidParameter for the first name that is not known, is repeated but may not be, or is no text.

    `query` is a QueryDict, `known` the names the endpoint takes.
    """
    for name, values in query.lists():
        if name not in known:
            raise InvalidParameter(name, f"Unknown parameter. Known here: {', '.join(known)}.")
        for given in [[value] for value in values] if name in MULTIPLE else [values]:
            single_value(name, given)


def read_text(query, name):
    """Return the text of a parameter, "" for none."""
    return single_value(name, query.getlist(name))


def read_choice(query, name, choices, default):
    """Return one of the choices."""
    value = read_text(query, name) or default
    if value is not None and value not in choices:
        raise InvalidParameter(name, f"“{name}” can be: {', '.join(choices)}.")
    return value


def read_flag(query, name):
    """Return whether a parameter is "true"; "false" and nothing are the same."""
    return read_choice(query, name, ("true", "false"), default="false") == "true"


def read_language(query, name="lang", default=SOURCE_LANGUAGE):
    """Return the language of the texts."""
    return read_choice(query, name, LANGUAGES, default)


def read_number(query, name, default, highest):
    """Return a whole number from 0."""
    text = read_text(query, name)
    if not text:
        return default
    if not _WHOLE_NUMBER.fullmatch(text) or int(text) > highest:
        raise InvalidParameter(name, f"“{name}” is a whole number from 0 to {highest}.")
    return int(text)


def read_slice(query):
    """Return (offset, end) of the items asked for with `limit` and `offset`."""
    offset = read_number(query, "offset", 0, MAX_OFFSET)
    return offset, offset + read_number(query, "limit", DEFAULT_LIMIT, MAX_LIMIT)


def read_bounding_box(query, name="bbox"):
    """Return the BoundingBox, or None."""
    text = read_text(query, name)
    if not text:
        return None
    try:
        return parse_bounding_box(text)
    except CoordinateError as problem:
        raise InvalidParameter(name, str(problem)) from problem
