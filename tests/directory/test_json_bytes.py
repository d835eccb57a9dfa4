"""JSON: compact, UTF-8, and nothing that is no JSON."""

import json

import pytest

from cms.directory.json_bytes import as_json


@pytest.mark.parametrize(
    "data",
    [
        {"name": "Elkartea — أسماء", "n": 1, "share": 0.25, "none": None, "yes": True, "list": [[], {}, ""]},
        {"point": [-2.93, 43.26], "exact": (-2.92528, 43.26271), "round": 5.0, "line": '\u2028\n\t"\\/\x00'},
        [],
        "text",
        0,
    ],
)
def test_it_is_compact_utf_8_as_the_standard_library_writes_it(data):
    assert as_json(data) == json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("around", [lambda n: n, lambda n: {"a": [{"b": n}]}, lambda n: [1, ("x", n)]])
def test_what_is_no_number_is_refused_and_not_written_as_null(number, around):
    with pytest.raises(ValueError, match="JSON has no number"):
        as_json(around(number))


@pytest.mark.parametrize("value", ["\ud800", {1: "a key that is no text"}, object(), b"bytes", {"a", "set"}])
def test_what_is_no_plain_value_is_refused(value):
    with pytest.raises(TypeError):
        as_json(value)
