"""`organisations.<lang>.csv`: programs read it, spreadsheets run nothing in it, the editors' import takes it back."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.common.cells import guarded, safe_cells, unguarded, writable
from cms.common.organisation_columns import FACTS, STATE
from cms.directory.open_data.table import COLUMNS, organisations_table
from cms.exchange.files import read_file
from cms.exchange.values import Vocabulary, read_value
from tests.directory.open_data.situations import LICENCE, bare_record, directory, full_record
from tests.widgets.directories import record

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "open-data.md"
GEONAMES = {"name": "GeoNames", "url": "https://g", "licence": {"name": "CC BY 4.0", "url": "https://c"}}

# Beginnings that a spreadsheet runs, and what could break out of a cell.
nasty = st.one_of(
    st.text(max_size=30),
    st.builds(
        str.__add__,
        st.sampled_from(
            ["=", "+", "-", "@", "\t", "\r", "\n", "'", "'=", "＝", '"', '",=', "\r\n=", "\x00="]
        ),
        st.text(max_size=12),
    ),
)


def rows(content):
    """Return the rows as dicts, as a program reads them that knows UTF-8 and nothing else of us."""
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def test_there_is_one_row_per_organisation_with_every_column():
    found = rows(organisations_table(directory(full_record(), bare_record())))
    assert [row["slug"] for row in found] == ["house-of-refuge", "bare"]
    assert all(tuple(row) == COLUMNS and None not in row.values() for row in found)


def test_the_columns_of_the_editors_table_are_there_under_the_same_names():
    assert {column.name for column in (*FACTS, *STATE)} <= set(COLUMNS)


def test_it_begins_with_the_mark_that_spreadsheets_need_and_its_lines_end_as_the_standard_wants():
    content = organisations_table(directory(bare_record()))
    assert content.startswith(b"\xef\xbb\xbfid,slug,name,")
    assert content.count(b"\r\n") == content.count(b"\n") == 2


def test_texts_say_in_which_language_they_are_and_which_are_out_of_date():
    (row,) = rows(organisations_table(directory(full_record(), lang="en")))
    assert (row["summary_lang"], row["description_lang"], row["hours_lang"]) == ("es", "fr", "en")
    assert row["description"] == "<p>Une <b>maison</b>.</p>"
    assert row["outdated_texts"] == "how_to_ask_for_help"
    (bare,) = rows(organisations_table(directory(bare_record())))
    assert (bare["summary"], bare["summary_lang"], bare["outdated_texts"]) == ("", "", "")


def test_every_row_says_its_day_terms_sample_mark_and_page():
    full, bare = rows(
        organisations_table(directory(full_record(), bare_record(), lang="eu", attribution=[GEONAMES]))
    )
    assert full["page_url"] == (
        "https://defenders.example.org/embed/v1/organisations/house-of-refuge/?lang=eu"
    )
    assert (full["as_of"], full["licence"], full["sample"]) == ("2026-11-22", LICENCE["url"], "true")
    assert (full["attribution"], bare["attribution"]) == ("GeoNames (CC BY 4.0)", "")
    (unlicensed,) = rows(organisations_table(directory(bare_record(), licence=None)))
    assert unlicensed["licence"] == ""


def test_the_same_directory_gives_the_same_bytes():
    assert organisations_table(directory(full_record())) == organisations_table(directory(full_record()))


@settings(max_examples=60, deadline=None)
@given(nasty, nasty, nasty)
def test_no_cell_begins_like_a_formula_whatever_people_wrote(name, alternate, summary):
    one = record(
        name=name, alternate_name=alternate, summary={"text": summary, "lang": "es", "outdated": False}
    )
    table = {"lang": "es", "as_of": "2026-11-22", "organisations": [one]}
    (row,) = rows(organisations_table(table))
    assert all(cell[:1] not in "=+-@\t\r\n＝＋－＠" for cell in row.values() if cell)
    written = {"name": name, "alternate_name": alternate, "summary": summary}
    assert {column: unguarded(row[column]) for column in written} == {
        column: writable(text) for column, text in written.items()
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(nasty, st.integers(19_990, 20_010).map("x".__mul__)), max_size=3))
def test_the_quick_way_to_a_safe_row_is_the_safe_way(texts):
    assert safe_cells(texts) == [guarded(writable(text)) for text in texts]


def test_the_import_of_the_editors_reads_it():
    file = read_file(organisations_table(directory(full_record())))
    assert set(file.mapping.values()) == {column.name for column in FACTS}
    (row,) = file.rows
    assert row.problems == []
    codes = {"roles", "services", "audiences"}
    known = Vocabulary({name: {code: code for code in full_record()[name]} for name in codes})
    read = {
        column: read_value(column, unguarded(cell), known, exact_place=True)
        for column, cell in row.cells.items()
        if column not in {"id", "places"}
    }
    written = full_record()
    for column in ("name", "alternate_name", "acronym", "website", "languages", "areas_served", *codes):
        assert read[column] == written[column]
    assert [contact["value"] for contact in read["contacts"]] == [
        contact["value"] for contact in written["contacts"]
    ]


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_is_documented(column):
    rows_of_tables = re.findall(r"^\| (`.*?) \|", DOCUMENT.read_text(), re.M)
    assert any(f"`{column}`" in row for row in rows_of_tables)
