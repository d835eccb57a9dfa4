"""Which columns of a file are read: the header of each is the name of a column of the export."""

import re
from typing import NamedTuple

from cms.common.organisation_columns import FORM_OF_COLUMN, STATE, TEXT_COLUMNS
from cms.exchange.limits import MAX_COLUMNS
from cms.exchange.problems import Refused

KNOWN = frozenset(FORM_OF_COLUMN)

# Exported for the reader; "public" says whether visitors see the organisation.
READ_ONLY = frozenset({column.name for column in STATE} | {"public"})

# By which it is known which organisation a row is about.
KEYS = ("id", "slug", "name")


class Mapping(NamedTuple):
    """Position -> column of what is read; notices about what is not."""

    columns: dict[int, str]
    notices: list[dict]


def normal_header(text):
    """Return a header as columns are named: "Areas served" is "areas_served"."""
    return re.sub(r"[\s\-]+", "_", text.replace("\ufeff", "").strip().strip("\"'").lower())


def mapped(header, languages=None):
    """Return the Mapping of a header; Refused when nothing can be read with it.

    `languages` are those whose texts may be read, None for all.
    """
    if not any(cell.strip() for cell in header):
        raise Refused("no_header")
    if len(header) > MAX_COLUMNS:
        raise Refused("too_many_columns", limit=MAX_COLUMNS)
    columns: dict[int, str] = {}
    ignored: dict[str, list[str]] = {"columns_unknown": [], "columns_read_only": [], "columns_texts": []}
    for position, cell in enumerate(header):
        name = normal_header(cell)
        if name in columns.values():
            raise Refused("column_twice", header=cell.strip()[:60])
        if name in TEXT_COLUMNS and languages is not None and TEXT_COLUMNS[name][1] not in languages:
            ignored["columns_texts"].append(name)
        elif name in KNOWN:
            columns[position] = name
        elif name in READ_ONLY:
            ignored["columns_read_only"].append(name)
        elif name:
            ignored["columns_unknown"].append(cell.strip()[:60])
    if not columns:
        raise Refused("no_columns")
    if not set(KEYS) & set(columns.values()):
        raise Refused("no_key")
    notices = [
        {"code": code, "params": {"columns": ", ".join(names)}} for code, names in ignored.items() if names
    ]
    return Mapping(columns, notices)
