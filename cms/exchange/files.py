"""From the bytes of an uploaded file to the cells of its rows, by the names of columns."""

from collections.abc import Iterator
from typing import NamedTuple

from cms.exchange.columns import KNOWN, mapped
from cms.exchange.delimited import read_delimited
from cms.exchange.limits import MAX_CELL, MAX_FILE_BYTES, MAX_ROWS
from cms.exchange.problems import Refused, problem
from cms.exchange.workbooks import read_workbook

# What other files begin with -> why they are not read.
_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0", "file_old_excel"),
    (b"%PDF", "file_binary"),
    (b"{\\rtf", "file_binary"),
    (b"\x89PNG", "file_binary"),
    (b"\xff\xd8\xff", "file_binary"),
    (b"GIF8", "file_binary"),
    (b"\x1f\x8b", "file_binary"),
    (b"<", "file_web_page"),
    (b"{", "file_binary"),
    (b"[", "file_binary"),
)


class ReadRow(NamedTuple):
    """A row that is not blank: {column: text} of its filled cells, and its problems."""

    number: int
    cells: dict[str, str]
    problems: list[dict]


class ReadFile(NamedTuple):
    """{header: column} of what is read, the rows (read while they are asked for), and what to know."""

    mapping: dict[str, str]
    rows: Iterator[ReadRow]
    notices: list[dict]


def read_file(data, languages=None):
    """Return the ReadFile in some bytes; Refused says why a file is not read, also while its rows are asked for.

    `languages` are those whose texts may be read, None for all.
    """
    if len(data) > MAX_FILE_BYTES:
        raise Refused("file_too_big", megabytes=MAX_FILE_BYTES // 1_000_000)
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Refused("file_empty")
    if data.startswith(b"PK"):
        table = read_workbook(data)
    else:
        start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
        for beginning, code in _BEGINNINGS:
            if start.startswith(beginning):
                raise Refused(code)
        table = read_delimited(data, KNOWN)
    columns, notices = mapped(table.header, languages)
    mapping = {table.header[position].strip()[:60]: name for position, name in columns.items()}
    return ReadFile(mapping, _read_rows(table, columns), table.notices + notices)


def _read_rows(table, columns):
    found = 0
    for row in table.rows:
        if not any(cell.strip() for cell in row.cells) and not row.problems:
            continue
        found += 1
        if found > MAX_ROWS:
            raise Refused("too_many_rows", limit=MAX_ROWS)
        yield _read_row(row, columns, len(table.header))
    if not found:
        raise Refused("no_rows")


def _read_row(row, columns, width):
    cells, problems = {}, []
    for position, name in columns.items():
        text = row.cells[position] if position < len(row.cells) else ""
        if position in row.problems:
            problems.append(problem(row.problems[position], name))
        elif text.startswith("="):
            problems.append(problem("formula", name))
        elif len(text) > MAX_CELL:
            problems.append(problem("cell_too_long", name, limit=MAX_CELL))
        elif text.strip():
            # PostgreSQL stores no zero characters; they are refused as unseen where they arrive in a value.
            cells[name] = text.replace("\0", "\x01")
    if any(cell.strip() for cell in row.cells[width:]):
        problems.append(problem("cells_beyond"))
    return ReadRow(row.number, cells, problems)
