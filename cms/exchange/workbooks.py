"""Tables as XLSX workbooks. A workbook is an archive from outside: what it unpacks to is bounded before it is read.

Formulas are never computed, links to other workbooks never followed, macros not even loaded.
"""

import datetime
import io
import zipfile

from openpyxl import load_workbook

from cms.exchange.limits import MAX_COLUMNS, MAX_PARTS, MAX_UNPACKED_BYTES
from cms.exchange.problems import Refused
from cms.exchange.table import Row, Table

# As many as a sheet of Excel has: a made-up row number must not make us count to it.
_LAST_ROW = 1_048_576

_PROBLEM_OF_TYPE = {"f": "formula", "e": "cell_error"}


def read_workbook(data):
    """Return the Table in the first visible sheet of a workbook, given as bytes."""
    _check_archive(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except Refused:
        raise
    except Exception as error:  # what a damaged workbook raises is anybody's guess
        raise Refused("workbook_damaged") from error
    if not sheets:
        raise Refused("workbook_no_sheet")
    notices = []
    if len(sheets) > 1:
        notices.append({"code": "first_sheet", "params": {"sheet": sheets[0].title}})
    rows = _rows(sheets[0])
    header = next(rows, None)
    if header is None:
        raise Refused("workbook_no_sheet")
    return Table(header.cells, rows, notices)


def _check_archive(data):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refused("workbook_damaged") from None
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names:
        raise Refused("file_other_office")
    # Reading a part stops at the size that the archive claims for it, so the claims are what bounds it.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise Refused("workbook_too_big")


def _rows(sheet):
    # One column more than is allowed, so that it shows that there are too many.
    found = sheet.iter_rows(max_row=_LAST_ROW, max_col=MAX_COLUMNS + 1)
    number = 0
    while True:
        try:
            cells = next(found, None)
            if cells is None:
                return
            number += 1
            texts = [_text_of(cell.value) for cell in cells]
            problems = {
                position: _PROBLEM_OF_TYPE[cell.data_type]
                for position, cell in enumerate(cells)
                if getattr(cell, "data_type", None) in _PROBLEM_OF_TYPE
            }
        except Exception as error:  # as above: the sheet is read while its rows are asked for
            raise Refused("workbook_damaged") from error
        yield Row(number, _without_tail(texts), problems)


def _text_of(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _without_tail(texts):
    while texts and not texts[-1]:
        texts.pop()
    return texts
