"""One newsroom per module; whatever a test changes in it is undone after the test."""

import pytest
from django.db import transaction
from django.utils import translation

from tests.editing.roles.newsroom import make_newsroom


@pytest.fixture(scope="module")
def newsroom_of_module(django_db_setup, django_db_blocker):
    """Made once, inside a transaction that nobody keeps."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_newsroom()
        transaction.set_rollback(True)


@pytest.fixture
def newsroom(newsroom_of_module, db):
    """Return the Newsroom."""
    return newsroom_of_module


@pytest.fixture(autouse=True)
def english():
    """Sentences are compared in the language in which they are written."""
    with translation.override("en"):
        yield


@pytest.fixture
def strict(settings):
    """A second person has to approve."""
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = False
