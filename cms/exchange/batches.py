"""The life of a batch: a file is stored, compared, imported or discarded, and perhaps undone. `steps` does the work."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from cms.common.cells import unguarded
from cms.exchange.files import read_file
from cms.exchange.models import UNDECIDED, ImportBatch, ImportRow

STORED_AT_ONCE = 500

# What nobody decided on is forgotten after so long.
UNDECIDED_DAYS = 14


@transaction.atomic
def start_batch(data, file_name, user, languages=None):
    """Store the rows of a file for comparing and return the ImportBatch; Refused says why the file is not read.

    `languages` are those whose texts may be read, None for all.
    """
    read = read_file(data, languages)
    batch = ImportBatch.objects.create(
        file_name=file_name[-200:],
        digest=hashlib.sha256(data).hexdigest(),
        columns=read.mapping,
        notices=read.notices,
        uploaded_by=user,
    )
    waiting = []
    for row in read.rows:
        waiting.append(
            ImportRow(
                batch=batch,
                number=row.number,
                name=unguarded(row.cells.get("name", "")).strip()[:200],
                cells=row.cells,
                read_problems=row.problems,
            )
        )
        if len(waiting) >= STORED_AT_ONCE:
            ImportRow.objects.bulk_create(waiting)
            waiting = []
    ImportRow.objects.bulk_create(waiting)
    return batch


def earlier_batch(batch):
    """Return the last batch of the very same file that was imported before this one, or None."""
    same = ImportBatch.objects.filter(digest=batch.digest, status="imported", pk__lt=batch.pk)
    return same.select_related("uploaded_by").first()


def forget_undecided():
    """Discard what nobody decided on for two weeks."""
    old = timezone.now() - timedelta(days=UNDECIDED_DAYS)
    for batch in ImportBatch.objects.filter(status__in=("comparing", "ready"), uploaded_at__lt=old):
        discard(batch)


@transaction.atomic
def discard(batch):
    """Forget what the file said; return whether there was something to discard."""
    changed = ImportBatch.objects.filter(pk=batch.pk, status__in=("comparing", "ready")).update(
        status="discarded"
    )
    if changed:
        batch.rows.filter(state__in=UNDECIDED).update(cells={}, read_problems=[])
    return bool(changed)


def confirm(batch):
    """Begin to import a compared batch; return whether this call did."""
    return bool(ImportBatch.objects.filter(pk=batch.pk, status="ready").update(status="importing"))


def begin_undo(batch):
    """Begin to undo a batch, also one that was cut off while it was imported; return whether this call did."""
    with transaction.atomic():
        begun = ImportBatch.objects.filter(pk=batch.pk, status__in=("importing", "imported"))
        changed = begun.update(status="undoing")
        if changed:
            batch.rows.filter(state__in=UNDECIDED).update(cells={}, read_problems=[])
    return bool(changed)
