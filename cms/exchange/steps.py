"""A batch in steps of a few seconds, so that no request is long and a crash costs one step.

No worker is needed: whoever watches the progress asks for the next step. Every row is decided on in a transaction of
its own, so two people at once do no harm, and an import that was cut off can be continued or undone.
"""

import contextlib
import logging
import time
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Locale

from cms.common.cells import unguarded
from cms.directory.changes import publish_once
from cms.exchange.comparing import Site, compare
from cms.exchange.matching import Directory, host_of, normal_name
from cms.exchange.models import LEFT_TO_DO, UNDECIDED, ImportBatch, ImportRow
from cms.exchange.present import Present, present_organisations
from cms.exchange.problems import Refused, problem, problems_of
from cms.exchange.proposing import propose, take_back
from cms.exchange.values import Vocabulary
from cms.localisation.aligned import StructuresDiffer
from cms.snippets.organisation import Organisation

STEP_SECONDS = 3.0
COMPARED_AT_ONCE = 100

logger = logging.getLogger(__name__)


@dataclass
class Run:
    """One step: who asked for it, and what rows are measured by."""

    user: Any
    directory: Directory
    site: Site

    @classmethod
    def begin(cls, user):
        """Read what rows are measured by. Five queries."""
        directory = Directory.load()
        return cls(user, directory, load_site(directory))


def load_site(directory):
    """Return the Site that values are checked against."""
    languages = frozenset(Locale.objects.values_list("language_code", flat=True))
    return Site(Vocabulary.load(), languages, directory.by_slug)


def step(batch, user, seconds=STEP_SECONDS):
    """Go on with a batch for some seconds, one piece of work at least; return whether more is left to do."""
    until = time.monotonic() + seconds
    run = Run.begin(user)
    # Comparing saves nothing that is published.
    with contextlib.nullcontext() if batch.status == "comparing" else publish_once():
        while batch.status in LEFT_TO_DO:
            if not _STEPS[batch.status](batch, run):
                _finish(batch)
                break
            if time.monotonic() >= until:
                break
    batch.refresh_from_db()
    return batch.is_under_way


def _finish(batch):
    after = {"comparing": "ready", "importing": "imported", "undoing": "undone"}[batch.status]
    values: dict[str, Any] = {"status": after}
    if after == "imported":
        values["imported_at"] = timezone.now()
        batch.rows.filter(state__in=UNDECIDED).update(cells={}, read_problems=[])
    ImportBatch.objects.filter(pk=batch.pk, status=batch.status).update(**values)


@transaction.atomic
def _compare_some(batch, run):
    rows = list(batch.rows.select_for_update().filter(state="waiting")[:COMPARED_AT_ONCE])
    if not rows:
        return False
    compared = batch.rows.exclude(state="waiting").exclude(subject="", wanted_slug="")
    earlier = list(compared.values_list("number", "subject", "wanted_slug"))
    subjects = {subject: number for number, subject, _slug in earlier if subject}
    slugs = {slug: number for number, _subject, slug in earlier if slug}
    matches = {row.pk: match(row, run.directory) for row in rows}
    present = present_organisations({pk for pk, _problems in matches.values() if pk})
    for row in rows:
        pk, problems = matches[row.pk]
        _decide(row, present.get(pk) or Present(), problems, run)
        _refuse_twice(row, subjects, slugs)
        namesakes = run.directory.namesakes(row.name) if row.state == "new" else []
        if namesakes:
            row.problems.append(problem("same_name", "name", slugs=", ".join(namesakes[:5])))
    # One statement for all, several times as fast as `bulk_update`.
    ImportRow.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=[
            "name",
            "state",
            "problems",
            "changed_columns",
            "subject",
            "wanted_slug",
            "organisation",
        ],
    )
    return True


def match(row, directory):
    """Return (key of the organisation that a row is about, or None; problems)."""
    cells = {name: unguarded(text).strip() for name, text in row.cells.items()}
    keys = {name: cells.get(name, "") for name in ("slug", "name", "website")}
    try:
        return directory.match(identifier=cells.get("id", "").lower(), **keys), []
    except Refused as error:
        return None, problems_of(error, "id" if error.code == "unknown_id" else "name")


def _decide(row, present, match_problems, run):
    """Compare a row with what is there, write on it what was found, and return the Comparison."""
    comparison = compare(row.cells, present, run.site)
    # Not to be known which organisation is meant is the whole trouble: what else a new one would need is no help.
    found = comparison.problems if not match_problems else []
    row.problems = match_problems + row.read_problems + found
    has_errors = any(one["level"] == "error" for one in row.problems)
    row.state = "error" if has_errors else comparison.state
    row.changed_columns = list(comparison.changes)
    row.organisation_id = present.pk
    row.name = row.name or present.record["name"]
    row.subject = ""
    if present.pk:
        row.subject = f"id:{present.pk}"
    elif row.name and not match_problems:
        host = host_of(comparison.changes.get("website", ""))
        row.subject = f"new:{normal_name(row.name)[:200]}|{host[:100]}"
    row.wanted_slug = comparison.changes.get("slug", "")
    return comparison


def _refuse_twice(row, subjects, slugs):
    for code, key, seen in (("row_twice", row.subject, subjects), ("slug_twice", row.wanted_slug, slugs)):
        if key and seen.setdefault(key, row.number) != row.number:
            row.problems.append(problem(code, row=seen[key]))
            row.state = "error"


def _import_one(batch, run):
    with transaction.atomic():
        row = batch.rows.select_for_update().filter(state__in=LEFT_TO_DO["importing"]).first()
        if row is None:
            return False
        try:
            with transaction.atomic():
                _import_row(row, run)
        except Exception as error:  # noqa: BLE001  it is logged, and the other rows go on
            found, state = _what_failed(error, row)
            row.refresh_from_db()
            row.problems = [*row.problems, *found]
            row.forget(state)
        row.save()
    return True


def _what_failed(error, row):
    """Return (problems, state) of a row that could not be imported: whatever it was, it stops no other row."""
    if isinstance(error, StructuresDiffer):
        return [problem("text_differs") | {"level": "error"}], "error"
    if isinstance(error, IntegrityError):
        return [problem("overtaken")], "overtaken"
    if isinstance(error, Refused | ValidationError):
        return problems_of(error), "overtaken" if getattr(error, "code", "") == "overtaken" else "error"
    logger.error("Row %s of import %s failed", row.number, row.batch_id, exc_info=error)
    return [problem("internal")], "error"


def _import_row(row, run):
    expected = row.state, set(row.changed_columns), row.organisation_id
    if row.organisation_id:
        # Nobody saves it while it is compared and written.
        Organisation.objects.select_for_update().filter(pk=row.organisation_id).first()
    pk, problems = match(row, run.directory)
    present = present_organisations([pk]).get(pk) or Present()
    comparison = _decide(row, present, problems, run)
    if (row.state, set(row.changed_columns), row.organisation_id) != expected:
        raise Refused("overtaken")
    # Before anything is saved: what is saved now is not somebody else overtaking this row.
    row.forget("imported")
    row.save()
    row.organisation_id, row.made = propose(comparison, run.site, run.user)
    if pk is None:
        run.directory.add(Organisation.objects.get(pk=row.organisation_id))


def _undo_one(batch, run):
    with transaction.atomic():
        row = batch.rows.select_for_update().filter(state="imported").order_by("-number").first()
        if row is None:
            return False
        state = "undone"
        try:
            with transaction.atomic():
                if not take_back(row):
                    raise _Stays
        except _Stays:
            state = "kept"
        ImportRow.objects.filter(pk=row.pk).update(state=state)
    return True


class _Stays(Exception):
    """Somebody went on from what the row made."""


_STEPS = {"comparing": _compare_some, "importing": _import_one, "undoing": _undo_one}
