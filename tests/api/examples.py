"""The examples in the documentation of the API: golden answers, each after a comment that names its file."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "api.md"
EXPECTED = ROOT / "tests" / "api" / "expected"

_EXAMPLE = re.compile(r"<!-- example: (?P<name>[\w.]+) -->\n```json\n(?P<json>.*?)```\n", re.DOTALL)


def examples(text):
    """Return [(name of the golden file, what the document shows), ...]."""
    return [(match["name"], match["json"]) for match in _EXAMPLE.finditer(text)]


def with_fresh_examples(text):
    """Return the document with every example as its golden file has it now."""
    return _EXAMPLE.sub(
        lambda match: f"<!-- example: {match['name']} -->\n```json\n{golden(match['name'])}```\n", text
    )


def golden(name):
    """Return the content of a golden file."""
    return (EXPECTED / name).read_text()
