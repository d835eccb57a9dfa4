"""Organisations as a table: what the import reads, and some columns that are for reading only.

The latest version of each, draft or not, as the form shows it. What is for colleagues only (notes, consent, the reason
of a withdrawal, who verified) has no column.
"""

import csv
import tempfile

from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook

from cms.common.organisation_columns import PROPOSABLE, STATE, Column, cell
from cms.exchange.present import present_organisations

# "public": whether visitors see it now.
EXPORTED = (*PROPOSABLE, *STATE, Column("public", "flag"))

ROWS_AT_ONCE = 200

# Without it Excel takes UTF-8 for the letters of Windows.
BYTE_ORDER_MARK = "\ufeff".encode()

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text):
        return text.encode()


def exported_rows(pks):
    """Yield the names of the columns, then the cells of the organisations with these keys, in their order.

    A fixed number of queries for every two hundred of them.
    """
    yield [column.name for column in EXPORTED]
    for start in range(0, len(pks), ROWS_AT_ONCE):
        some = pks[start : start + ROWS_AT_ONCE]
        found = present_organisations(some)
        for pk in some:
            if pk in found:
                yield [cell(found[pk].record, column) for column in EXPORTED]


def csv_response(rows, name):
    """Return rows as a CSV file (UTF-8, commas), sent while it is made."""
    writer = csv.writer(_Echo())

    def stream():
        yield BYTE_ORDER_MARK
        for row in rows:
            yield writer.writerow(row)

    response = StreamingHttpResponse(stream(), content_type="text/csv; charset=utf-8")
    return _as_download(response, f"{name}.csv")


def xlsx_response(rows, name):
    """Return rows as a workbook of texts, made on disk."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title="organisations")
    for row in rows:
        sheet.append(row)
    output = tempfile.TemporaryFile()  # noqa: SIM115  the response closes it
    book.save(output)
    output.seek(0)
    return _as_download(FileResponse(output, content_type=XLSX), f"{name}.xlsx")


def _as_download(response, name):
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


RESPONSES = {"csv": csv_response, "xlsx": xlsx_response}
