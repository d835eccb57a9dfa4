"""A table as it was read from a file, before anybody asked what its cells mean."""

from collections.abc import Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """A row: its number as spreadsheets count, its cells as text, and {position: code of a problem} of cells."""

    number: int
    cells: list[str]
    problems: dict[int, str]


class Table(NamedTuple):
    """The first row, the rows after it (read while they are asked for), and what to know about the file."""

    header: list[str]
    rows: Iterator[Row]
    notices: list[dict]
