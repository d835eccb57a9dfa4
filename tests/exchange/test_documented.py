"""docs/exchange.md names every column and every limit."""

import re
from pathlib import Path

import pytest

from cms.common.organisation_columns import FACTS, STATE, TEXTS
from cms.exchange import limits
from cms.exchange.export import EXPORTED
from cms.exchange.problems import SENTENCES, WARNINGS

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [column.name for column in (*FACTS, *STATE, EXPORTED[-1])])
def test_every_column_is_explained(name):
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize("name", [column.name for column in TEXTS])
def test_every_text_is_explained(name):
    assert f"`{name}_es`" in PAGE


def test_the_limits_are_those_that_hold():
    assert (
        f"at most {limits.MAX_FILE_BYTES // 1_000_000} MB, {limits.MAX_ROWS:,} rows, {limits.MAX_COLUMNS} columns, "
        f"{limits.MAX_CELL:,} characters to a cell"
    ) in PAGE


def test_every_problem_that_is_raised_has_its_sentence():
    package = Path(limits.__file__).parent
    raised = {
        code
        for path in package.rglob("*.py")
        for code in re.findall(r'(?:Refused|problem)\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert raised <= SENTENCES.keys()
    assert SENTENCES.keys() >= WARNINGS
