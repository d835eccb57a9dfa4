"""Files as people bring them."""

import csv
import io
import zipfile

from openpyxl import Workbook


def csv_text(rows, delimiter=",", columns=None):
    """Return rows (dicts) as CSV."""
    columns = columns or list(dict.fromkeys(name for row in rows for name in row))
    output = io.StringIO()
    writer = csv.DictWriter(output, columns, delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return output.getvalue()


def csv_bytes(rows, encoding="utf-8", **options):
    """Return rows as the bytes of a CSV file."""
    return csv_text(rows, **options).encode(encoding)


def xlsx_bytes(rows, *more_sheets):
    """Return lists of cells as the bytes of a workbook; further sheets have such lists too."""
    book = Workbook()
    book.remove(book.active)
    for number, cells in enumerate([rows, *more_sheets]):
        sheet = book.create_sheet(f"Sheet {number}")
        for row in cells:
            sheet.append(row)
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def with_part(data, name, content):
    """Return a workbook in which one part is replaced or added."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part.filename))
        new.writestr(name, content)
    return output.getvalue()


def part_of(data, name):
    """Return the text of a part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()
