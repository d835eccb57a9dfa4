"""Tables as text: CSV with commas, semicolons or tabs, in the encodings spreadsheets write."""

import codecs
import csv
import io
import re

from cms.exchange.columns import normal_header
from cms.exchange.problems import Refused
from cms.exchange.table import Row, Table

DELIMITERS = (",", ";", "\t")

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A first line in which Excel says how the cells are separated.
_SEPARATOR_LINE = re.compile(r"\A\s*sep=(.)\r?\n", re.IGNORECASE)


def read_delimited(data, known):
    """Return the Table in some bytes; `known` are the names of columns, by which the delimiter is recognised."""
    text, notices = _decoded(data)
    delimiter = None
    if said := _SEPARATOR_LINE.match(text):
        text = text[said.end() :]
        delimiter = said[1] if said[1] in DELIMITERS else None
    delimiter = delimiter or max(DELIMITERS, key=lambda candidate: _known_columns(text, candidate, known))
    rows = _rows(text, delimiter)
    header = next(rows, None)
    if header is None:
        raise Refused("file_empty")
    return Table(header.cells, rows, notices)


def _decoded(data):
    """Return (text, notices)."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding), []
    if b"\0" in data:
        # UTF-16 without its mark: in tables in our scripts every second byte of the names of columns is zero.
        encoding = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        text = _strictly(data, encoding)
        if "\0" in text:
            raise Refused("file_binary")
        return text, []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _strictly(data, "windows-1252"), [{"code": "windows_1252", "params": {}}]


def _strictly(data, encoding):
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused("file_encoding") from None


def _known_columns(text, delimiter, known):
    try:
        header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:
        return 0
    return sum(normal_header(cell) in known for cell in header)


def _rows(text, delimiter):
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            yield Row(number, cells, {})
    except csv.Error:
        raise Refused("quotes", row=number) from None
