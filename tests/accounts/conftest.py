"""A site on which a second factor is required, and whose mails leave at once."""

import threading

import pytest
from django.core.cache import cache


class AtOnce(threading.Thread):
    """A thread that is done before anybody goes on."""

    def start(self):
        self.run()


@pytest.fixture(autouse=True)
def second_factor_required(settings, monkeypatch):
    """As on a public host; nobody has tried anything yet."""
    settings.DEFENDERS_SECOND_FACTOR_REQUIRED = True
    monkeypatch.setattr("accounts.mails.Thread", AtOnce)
    cache.clear()


@pytest.fixture(autouse=True)
def commits(monkeypatch):
    """What waits for a commit happens at once: tests are never committed."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda function, **kwargs: function())
