"""What is made from the directory for spreadsheets and other directories (`cms.directory.open_data`)."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from cms.common.languages import LANGUAGES
from cms.editing.public_check.truth import Truth


def wrong_open_data(folder: Path, truth: Truth, where: str) -> Iterator[str]:
    """Yield which organisations the tables and the HSDS file of a release hold without a public source."""
    for name, organisations in _organisations(folder):
        for one in organisations:
            if one["id"] not in truth.facts["organisations"]:
                yield f"{where}{name} holds “{one['name']}”, which is withdrawn, not published, or gone."


def _organisations(folder):
    """Yield (file name, its organisations) of the files that are there."""
    for lang in LANGUAGES:
        path = folder / f"organisations.{lang}.csv"
        if path.exists():
            with path.open(encoding="utf-8-sig", newline="") as table:
                yield path.name, csv.DictReader(table)
    path = folder / "hsds.json"
    if path.exists():
        yield path.name, json.loads(path.read_bytes())["contents"]
