"""Files are read whatever wrote them, or refused with a sentence; never an error of ours."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.exchange import limits
from cms.exchange.files import read_file
from cms.exchange.problems import Refused, problems_of, sentence_of
from tests.exchange.files import csv_bytes, part_of, with_part, xlsx_bytes

ROW = {"name": "Compañía Árbol", "website": "https://example.org/", "summary_es": "Una; frase,\tcon «señas»"}

ENTITIES = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>"""


def read(data, **options):
    found = read_file(data, **options)
    return found, list(found.rows)


def refusal(data):
    """Return the sentence with which a file is refused."""
    with pytest.raises(Refused) as caught:
        read(data)
    return sentence_of(problems_of(caught.value)[0])


def archive(parts):
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return output.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_spreadsheet_s_csv_is_read(encoding, delimiter):
    found, rows = read(csv_bytes([ROW], encoding, delimiter=delimiter))
    assert [row.cells for row in rows] == [ROW]
    assert found.notices == []


def test_the_letters_of_windows_are_read_and_pointed_out():
    found, rows = read(csv_bytes([ROW], "windows-1252", delimiter=";"))
    assert rows[0].cells["name"] == "Compañía Árbol"
    assert [notice["code"] for notice in found.notices] == ["windows_1252"]


def test_excel_s_line_about_the_separator_is_no_row():
    _found, rows = read(b"sep=;\r\n" + csv_bytes([ROW], delimiter=";"))
    assert rows[0].cells == ROW


def test_a_workbook_is_read_as_text():
    _found, rows = read(
        xlsx_bytes([["Name", "is-government", "Hours ES", "acronym"], ["Red", True, 24, 2.5], [], ["Otra"]])
    )
    assert [(row.number, row.cells) for row in rows] == [
        (2, {"name": "Red", "is_government": "true", "hours_es": "24", "acronym": "2.5"}),
        (4, {"name": "Otra"}),
    ]


def test_only_the_first_visible_sheet_is_read_and_that_is_said():
    found, rows = read(xlsx_bytes([["name"], ["Red"]], [["name"], ["Otra"]]))
    assert [row.cells for row in rows] == [{"name": "Red"}]
    assert found.notices == [{"code": "first_sheet", "params": {"sheet": "Sheet 0"}}]


def test_columns_that_are_not_read_are_named():
    found, rows = read(csv_bytes([ROW | {"internal_note": "x", "verified_on": "2026-01-01"}]))
    assert found.notices == [
        {"code": "columns_unknown", "params": {"columns": "internal_note"}},
        {"code": "columns_read_only", "params": {"columns": "verified_on"}},
    ]
    assert rows[0].cells == ROW


def test_texts_in_languages_of_others_are_not_read():
    found, rows = read(csv_bytes([ROW | {"summary_eu": "Bai"}]), languages={"eu"})
    assert "summary_es" not in rows[0].cells
    assert rows[0].cells["summary_eu"] == "Bai"
    assert found.notices[0]["code"] == "columns_texts"


BAD_FILES = {
    "nothing": (b"", "This file is empty."),
    "blanks": (b" \r\n\t\n", "This file is empty."),
    "only a mark": (b"\xef\xbb\xbf", "This file is empty."),
    "old Excel": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "workbook of an old kind"),
    "PDF": (b"%PDF-1.7\n", "This is no table."),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0", "This is no table."),
    "web page": (b"<!doctype html><table>", "This is a web page"),
    "web page after a mark": (b"\xef\xbb\xbf  <html>", "This is a web page"),
    "JSON": (b'{"name": "x"}', "This is no table."),
    "gzip": (b"\x1f\x8b\x08\0\0", "This is no table."),
    "zeros": (b"name\n\0\0\0\0\0\0\0\0\0\0", "cannot be read|This is no table"),
    "half a character": ("name\nRed".encode("utf-16")[:-1], "cannot be read"),
    "bytes of nothing": (b"name\n\x81\x8d\xff", "cannot be read"),
    "open quotation mark": (b'name,acronym\n"Red,R\nOtra,O\n', "never closed"),
    "no known column": (b"nombre,web\nRed,x\n", "None of the columns is known"),
    "blank header": (b",,\nRed,x,\n", "first row has to name the columns"),
    "no key": (b"acronym,website\nR,https://example.org/\n", "One of these columns is needed"),
    "a column twice": (b"name,Name\nRed,Otra\n", "“Name” is there twice"),
    "header only": (b"name,acronym\n", "There are no organisations in this file"),
    "header and blank rows": (b"name,acronym\n,\n , \n", "There are no organisations in this file"),
    "too many columns": (b"name" + b",x" * 60 + b"\nRed\n", "more than 60 columns"),
    "too big": (b"name\n" + b"x" * limits.MAX_FILE_BYTES, "bigger than 10 MB"),
    "an enormous cell": (b'name\n"' + b"x" * 200_000 + b'"\n', "never closed"),
    "LibreOffice": (
        archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "no XLSX workbook",
    ),
    "an archive that ends early": (b"PK\x03\x04" + b"\0" * 40, "damaged"),
    "an archive cut off": (xlsx_bytes([["name"], ["Red"]])[:-40], "damaged"),
    "an empty workbook": (xlsx_bytes([]), "no visible sheet|first row has to name"),
    "no workbook inside": (archive({"[Content_Types].xml": "<Types/>"}), "damaged"),
    "no XML inside": (with_part(xlsx_bytes([["name"]]), "xl/workbook.xml", "nothing"), "damaged"),
    "entities in the sheet": (
        with_part(xlsx_bytes([["name"]]), "xl/worksheets/sheet1.xml", ENTITIES),
        "damaged",
    ),
    # With lxml, where another package brings it, entities are left out: a book without sheets remains.
    "entities in the book": (
        with_part(xlsx_bytes([["name"]]), "xl/workbook.xml", ENTITIES),
        "damaged|no visible sheet",
    ),
    "a bomb": (
        with_part(xlsx_bytes([["name"]]), "xl/bomb.xml", b"\0" * 90_000_000),
        "far bigger than it looks",
    ),
    "a thousand parts": (
        archive({"[Content_Types].xml": ""} | {f"{number}.xml": "" for number in range(1000)}),
        "far bigger than it looks",
    ),
    "a formula as a header": (
        xlsx_bytes([['=HYPERLINK("https://example.org")'], ["Red"]]),
        "None of the columns",
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_with_a_sentence(name):
    data, expected = BAD_FILES[name]
    assert any(part in refusal(data) for part in expected.split("|"))


def test_rows_without_end_are_refused(monkeypatch):
    monkeypatch.setattr("cms.exchange.files.MAX_ROWS", 3)
    assert "more than 3 rows" in refusal(b"name\n" + b"Red\n" * 4)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("=1+1", "formula"), ('=cmd|" /C calc"!A0', "formula"), ("x" * 20_001, "cell_too_long")],
)
def test_a_bad_cell_is_an_error_of_its_row(cell, code):
    _found, rows = read(csv_bytes([{"name": "Red", "acronym": cell}, {"name": "Otra", "acronym": "O"}]))
    assert [one["code"] for one in rows[0].problems] == [code]
    assert rows[0].cells == {"name": "Red"}
    assert rows[1].problems == []


def test_formulas_of_workbooks_are_neither_computed_nor_taken_as_they_were_computed_last():
    data = xlsx_bytes([["name", "acronym", "slug"], ["Red", "=1+1", "#REF!"]])
    sheet = (
        part_of(data, "xl/worksheets/sheet1.xml").replace("<v></v>", "<v>2</v>").replace("<v/>", "<v>2</v>")
    )
    _found, rows = read(with_part(data, "xl/worksheets/sheet1.xml", sheet))
    assert [(one["column"], one["code"]) for one in rows[0].problems] == [
        ("acronym", "formula"),
        ("slug", "cell_error"),
    ]


def test_links_to_other_workbooks_are_not_followed():
    rels = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId9" Target="https://example.org/x.xlsx" TargetMode="External"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/></Relationships>"""
    data = with_part(xlsx_bytes([["name"], ["Red"]]), "xl/externalLinks/_rels/externalLink1.xml.rels", rels)
    assert read(data)[1][0].cells == {"name": "Red"}


@pytest.mark.parametrize("place", ['r="2" ', 'r="A2" '])
@pytest.mark.parametrize("number", ["1048577", "2000000000", "99999999999999999999"])
def test_made_up_row_numbers_do_not_make_us_count(place, number):
    data = xlsx_bytes([["name"], ["Red"]])
    sheet = part_of(data, "xl/worksheets/sheet1.xml").replace(place, place.replace("2", number))
    with contextlib.suppress(Refused):
        read(with_part(data, "xl/worksheets/sheet1.xml", sheet))


def test_a_made_up_size_of_the_sheet_is_not_believed():
    data = xlsx_bytes([["name"], ["Red"]])
    sheet = part_of(data, "xl/worksheets/sheet1.xml").replace('ref="A1:A2"', 'ref="A1:XFD1048576"')
    assert len(read(with_part(data, "xl/worksheets/sheet1.xml", sheet))[1]) == 1


def test_more_cells_than_columns_are_an_error_of_the_row():
    _found, rows = read(b"name,acronym\nRed,R,what is this?\nOtra\n")
    assert [[one["code"] for one in row.problems] for row in rows] == [["cells_beyond"], []]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_whatsoever_are_an_error_of_ours(data):
    try:
        read(data)
    except Refused as refused:
        assert sentence_of(problems_of(refused)[0])


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=120), st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
)
def test_no_damaged_workbook_is_an_error_of_ours(content, name):
    try:
        read(with_part(xlsx_bytes([["name"], ["Red"]]), name, content))
    except Refused as refused:
        assert sentence_of(problems_of(refused)[0])
