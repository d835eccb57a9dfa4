"""Plain values as JSON. Pure."""

from math import isfinite

import orjson


def as_json(data) -> bytes:
    """Return compact UTF-8 JSON.

    Raises ValueError for a number that JSON does not have (NaN, infinity), which orjson would write as null, and
    TypeError for what is no plain value.
    """
    _refuse_no_numbers(data)
    return orjson.dumps(data)


def checked_as_json(data) -> bytes:
    """Return the same for what is made of values that `as_json` took before: it does not look for NaN again."""
    return orjson.dumps(data)


def _refuse_no_numbers(data):
    # Everything published passes here, millions of values: containers wait in a list, nothing is called per value.
    waiting = [[data]]
    while waiting:
        container = waiting.pop()
        for value in container.values() if isinstance(container, dict) else container:
            kind = type(value)
            if kind is float:
                if not isfinite(value):
                    raise ValueError(f"JSON has no number {value}.")
            elif kind is dict or kind is list or kind is tuple:
                waiting.append(value)
