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

END_OF_LINE = "\r\n"
NO_TEXT = ","  # two empty cells

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


class WrittenPieces:
    """Pieces of rows that are the same in several languages, by what they were written from; empty at first."""

    def __init__(self):
        self.of_facts: dict[str, tuple[str, str, str]] = {}
        self.of_texts: dict[int, tuple[Mapping, str]] = {}


def organisations_table(directory: Mapping, written: WrittenPieces | None = None) -> bytes:
    """Return the table of a directory file. Pieces are looked up in `written`, and put there where they are missing."""
    row_of = _row_of(directory, written or WrittenPieces())
    output = io.BytesIO()
    # Bytes from the beginning: as text in memory it would be up to four times as large.
    text = io.TextIOWrapper(output, encoding=ENCODING, newline="")
    text.write(_piece(COLUMNS) + END_OF_LINE)
    text.writelines(map(row_of, directory["organisations"]))
    text.flush()
    return output.getvalue()


class _HandBack:
    """What a writer of rows takes for a file; writing a row returns it."""

    def write(self, row):
        return row


_rows = csv.writer(_HandBack(), lineterminator=END_OF_LINE)


def _piece(cells) -> str:
    """Return cells as a piece of a row, each as it may stand in a table."""
    return _rows.writerow(safe_cells(cells)).removesuffix(END_OF_LINE)


def _row_of(directory, written) -> Callable[[Mapping], str]:
    """Return what gives the row of a record in the order of the columns."""
    facts = [(WRITERS[column.form], column.name) for column in FACTS]
    state = [(WRITERS[column.form], column.name) for column in STATE]
    page = organisation_pages(directory["lang"])
    terms = stated_terms(directory)
    licence = terms["licence"]["url"] if terms["licence"] else ""
    gazetteers = codes_cell(f"{one['name']} ({one['licence']['name']})" for one in terms["attribution"])

    def neutral_pieces(record):
        attribution = gazetteers if any(place["precision"] == "city" for place in record["places"]) else ""
        return (
            _piece([write(record[name]) for write, name in facts]),
            _piece([write(record[name]) for write, name in state]),
            _piece([directory["as_of"], licence, attribution]),
        )

    def row(record):
        neutral = written.of_facts.get(record["id"])
        if neutral is None:
            neutral = written.of_facts[record["id"]] = neutral_pieces(record)
        before, after, last = neutral
        texts = _texts_of(record, written.of_texts)
        return f"{before},{texts},{after},{page(record['slug'])},{last}{END_OF_LINE}"

    return row


def _texts_of(record, written) -> str:
    """Return the piece of the texts of a record; a text that several languages fall back to is written once."""
    pieces, outdated = [], []
    for name, form in _TEXT_FORMS.items():
        text = record[name]
        if text is None:
            pieces.append(NO_TEXT)
            continue
        # The text is kept beside its piece: nothing else can have its identity meanwhile.
        found = written.get(id(text))
        if found is None:
            found = written[id(text)] = text, _piece([text[form], text["lang"]])
        pieces.append(found[1])
        if text["outdated"]:
            outdated.append(name)
    pieces.append(_piece([codes_cell(outdated)]) if outdated else "")
    return ",".join(pieces)
