"""Tables of cases that the tests of the server and those of the widgets both go through: both sides agree."""

import json
from pathlib import Path

FOLDER = Path(__file__).parent


def shared_cases(name):
    """Return the cases of a table; `tests/js` reads the same file."""
    return json.loads((FOLDER / f"{name}_cases.json").read_text(encoding="utf-8"))
