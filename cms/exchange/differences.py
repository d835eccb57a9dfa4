"""Rows as a preview shows them: what is there, what the file says, and where they differ."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.admin.compare import diff_text

from cms.common.organisation_columns import FORM_OF_COLUMN, PROPOSABLE, written
from cms.exchange.comparing import compare
from cms.exchange.matching import Directory
from cms.exchange.models import ImportRow
from cms.exchange.present import Present, present_organisations
from cms.exchange.problems import sentence_of
from cms.exchange.steps import load_site
from cms.snippets.organisation import Organisation

_COLUMNS = {column.name: column for column in PROPOSABLE}


@dataclass
class ShownRow:
    """A row, its state in words, [(column, level, sentence)] of its problems, [(column, HTML)] of its differences."""

    row: ImportRow
    label: str
    problems: list[tuple[str, str, str]]
    differences: list[tuple[str, Any]]
    organisation_url: str


def shown_rows(rows, batch):
    """Return the ShownRows of a page of the rows of a batch, with differences while nobody decided on it.

    Compared anew, because no copy is kept of what is there. A fixed number of queries.
    """
    rows = list(rows)
    compared = [row for row in rows if batch.status == "ready" and row.state in ("new", "changed")]
    present, site = {}, None
    if compared:
        site = load_site(Directory.load())
        present = present_organisations({row.organisation_id for row in compared if row.organisation_id})
    edit = Organisation.snippet_viewset.get_url_name("edit")
    return [
        ShownRow(
            row=row,
            label=str(batch.label_of(row.state)),
            problems=[(one["column"], one["level"], sentence_of(one)) for one in row.problems],
            differences=_differences(row, present, site) if row in compared else [],
            organisation_url=reverse(edit, args=[row.organisation_id]) if row.organisation_id else "",
        )
        for row in rows
    ]


def _differences(row, present, site):
    comparison = compare(row.cells, present.get(row.organisation_id) or Present(), site)
    before, after = comparison.present.record, comparison.proposed()
    return [
        (name, diff_text(written(before, _COLUMNS[name]), written(after, _COLUMNS[name])).to_html())
        for name in FORM_OF_COLUMN
        if name in comparison.changes
    ]
