"""The data files of the sample content."""

import csv
import json
from pathlib import Path

FOLDER = Path(__file__).parent / "content"


def read_json(name):
    """Return the values of a JSON file."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def read_rows(name):
    """Return the rows of a CSV file as dicts; cells that hold lists are still text."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(cell):
    """Return the list that a cell holds, separated by bars."""
    return [value for value in cell.split("|") if value]
