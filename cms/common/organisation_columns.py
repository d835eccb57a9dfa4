"""The columns of organisations in one table: for the editors' export, its import, and published tables.

Names are those of the public contract. A text has one column per language, such as `summary_eu`, where a table holds
several languages.
"""

from collections.abc import Callable
from typing import NamedTuple

from cms.common.cells import codes_cell, contacts_cell, flag_cell, guarded, places_cell, text_cell, writable
from cms.common.languages import LANGUAGES


class Column(NamedTuple):
    """A column: its name, which is a key of a record, and the form of its values."""

    name: str
    form: str


WRITERS: dict[str, Callable] = {
    "line": text_cell,
    "html": text_cell,
    "code": text_cell,
    "day": text_cell,
    "flag": flag_cell,
    "codes": codes_cell,
    "contacts": contacts_cell,
    "places": places_cell,
}

FACTS = (
    Column("id", "line"),
    Column("slug", "line"),
    Column("name", "line"),
    Column("alternate_name", "line"),
    Column("acronym", "line"),
    Column("website", "line"),
    Column("organisation_type", "code"),
    Column("is_government", "flag"),
    Column("roles", "codes"),
    Column("services", "codes"),
    Column("audiences", "codes"),
    Column("areas_served", "codes"),
    Column("languages", "codes"),
    Column("response_time", "code"),
    Column("intake_status", "code"),
    Column("contacts", "contacts"),
    Column("places", "places"),
)

TEXTS = (
    Column("summary", "line"),
    Column("description", "html"),
    Column("how_to_ask_for_help", "html"),
    Column("hours", "line"),
)

# What follows from other columns, or is written only by actions of its own.
STATE = (
    Column("onion_url", "line"),
    Column("urgent_help", "flag"),
    Column("sample", "flag"),
    Column("verified_on", "day"),
    Column("review_due", "day"),
    Column("verification", "code"),
    Column("updated_on", "day"),
)


def text_column(name, language):
    """Return the name of the column of a text in a language."""
    return f"{name}_{language}"


# Column -> (text, language), in the order of the table.
TEXT_COLUMNS = {
    text_column(column.name, language): (column.name, language) for language in LANGUAGES for column in TEXTS
}

_TEXT_FORMS = {column.name: column.form for column in TEXTS}

# What a table that is read back may bring; the rest of an export is for reading only.
PROPOSABLE = (*FACTS, *(Column(name, _TEXT_FORMS[text]) for name, (text, _language) in TEXT_COLUMNS.items()))
FORM_OF_COLUMN = {column.name: column.form for column in PROPOSABLE}


def written(record, column):
    """Return the value of a column in a record (name -> value) as text, before anything guards it."""
    return writable(WRITERS[column.form](record[column.name]))


def cell(record, column):
    """Return the cell of a column for a record."""
    return guarded(written(record, column))
