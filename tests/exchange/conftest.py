"""Files that come in, and whoever brings them."""

import pytest
from django.utils import translation

from cms.exchange.batches import confirm, start_batch
from cms.exchange.models import ImportBatch
from cms.exchange.steps import step
from tests.editing.conftest import client_with, editor
from tests.exchange.files import csv_bytes
from tests.factories import CategoryFactory

__all__ = ["client_with", "editor"]


@pytest.fixture(autouse=True)
def in_english(settings):
    """Sentences are expected in English, whatever the language of the site."""
    settings.LANGUAGE_CODE = "en"
    with translation.override("en"):
        yield


@pytest.fixture
def known_categories(db):
    """The categories that rows of these tests name."""
    for kind, codes in {
        "role": ("accompaniment", "training"),
        "service": ("legal", "psychosocial"),
        "audience": ("all_defenders",),
    }.items():
        for order, code in enumerate(codes):
            CategoryFactory(kind=kind, code=code, order=order)


@pytest.fixture
def compared(admin_user, languages, known_categories):
    """Return a function that stores and compares rows (dicts) or the bytes of a file, and returns the batch."""

    def compare_all(rows, name="file.csv", texts_in=None):
        data = rows if isinstance(rows, bytes) else csv_bytes(rows)
        batch = start_batch(data, name, admin_user, texts_in)
        finish(batch, admin_user)
        return batch

    return compare_all


@pytest.fixture
def imported(compared, admin_user):
    """Return a function that does the same and imports it."""

    def import_all(rows, **options):
        batch = compared(rows, **options)
        assert confirm(batch)
        batch.refresh_from_db()
        finish(batch, admin_user)
        return batch

    return import_all


def finish(batch, user):
    """Go on with a batch until nothing is left to do."""
    while step(batch, user):
        pass
    batch.refresh_from_db()


def states(batch):
    """Return the states of its rows."""
    return [row.state for row in batch.rows.all()]


def sentences(row):
    """Return the problems of a row as (column, code)."""
    return [(one["column"], one["code"]) for one in row.problems]


def only_batch():
    """Return the one import there is."""
    return ImportBatch.objects.get()
