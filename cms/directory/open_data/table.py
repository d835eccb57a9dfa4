"""`organisations.<lang>.csv`: one row per organisation, for spreadsheets (RFC 4180, UTF-8 with a byte order mark).

Columns that the editors' own table has too are named and written as there (`cms.common.organisation_columns`), so that
their import reads them. Texts are in the language of the file or its fallback, and a column beside each says which.
"""

import csv
import io
from collections.abc import Callable, Mapping

from cms.common.cells import codes_cell, safe_cells
from cms.common.organisation_columns import FACTS, STATE, TEXTS, WRITERS
from cms.directory.open_data.addresses import organisation_pages
from cms.directory.open_data.terms import stated_terms

# With a byte order mark: without it Excel takes UTF-8 for the letters of Windows, and most double-click such a file.
ENCODING = "utf-8-sig"

_TEXT_FORMS = {column.name: "html" if column.form == "html" else "text" for column in TEXTS}

COLUMNS = (
    *(column.name for column in FACTS),
    *(name for text in _TEXT_FORMS for name in (text, f"{text}_lang")),
    "outdated_texts",
    *(column.name for column in STATE),
    "page_url",
    "as_of",
    "licence",
    "attribution",
)


def organisations_table(
    directory: Mapping, cells_of_facts: dict[str, list[list[str]]] | None = None
) -> bytes:
    """Return the table of a directory file.

    `cells_of_facts` maps the id of an organisation to its cells that are the same in every language: they are looked
    up there, and put there where they are missing.
    """
    output = io.BytesIO()
    # Bytes from the beginning: as text in memory it would be up to four times as large.
    text = io.TextIOWrapper(output, encoding=ENCODING, newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    cells_of = _cells_of(directory, {} if cells_of_facts is None else cells_of_facts)
    writer.writerows(map(cells_of, directory["organisations"]))
    text.flush()
    return output.getvalue()


def _cells_of(directory, cells_of_facts) -> Callable[[Mapping], list[str]]:
    """Return what gives the cells of a record in the order of the columns."""
    facts = [(WRITERS[column.form], column.name) for column in FACTS]
    state = [(WRITERS[column.form], column.name) for column in STATE]
    page = organisation_pages(directory["lang"])
    terms = stated_terms(directory)
    licence = terms["licence"]["url"] if terms["licence"] else ""
    gazetteers = codes_cell(f"{one['name']} ({one['licence']['name']})" for one in terms["attribution"])

    def neutral_cells(record):
        attribution = gazetteers if any(place["precision"] == "city" for place in record["places"]) else ""
        return [
            safe_cells([write(record[name]) for write, name in facts]),
            safe_cells([write(record[name]) for write, name in state]),
            safe_cells([directory["as_of"], licence, attribution]),
        ]

    def cells(record):
        neutral = cells_of_facts.get(record["id"])
        if neutral is None:
            neutral = cells_of_facts[record["id"]] = neutral_cells(record)
        before, after, terms = neutral
        return [*before, *safe_cells([*_texts(record)]), *after, page(record["slug"]), *terms]

    return cells


def _texts(record):
    outdated = []
    for name, form in _TEXT_FORMS.items():
        text = record[name]
        if text is None:
            yield from ("", "")
            continue
        yield from (text[form], text["lang"])
        if text["outdated"]:
            outdated.append(name)
    yield codes_cell(outdated)
