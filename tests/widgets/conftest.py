"""What tests of the widgets share. None of them asks for a database: touching it fails the test."""

from datetime import date

import pytest
from django.test import Client

from cms.common.languages import LANGUAGES
from tests.widgets.directories import TODAY, directory
from tests.widgets.releases import release
from widgets import directory_file


@pytest.fixture
def client():
    """A visitor who keeps exceptions visible."""
    return Client(raise_request_exception=True)


@pytest.fixture
def on_day(monkeypatch):
    """Return a function that makes it this day; it is 22 November 2026 otherwise."""

    def set_day(day):
        monkeypatch.setattr(directory_file, "today", lambda: date.fromisoformat(day))
        monkeypatch.setattr("widgets.pages.today", lambda: date.fromisoformat(day))

    set_day(TODAY)
    return set_day


@pytest.fixture
def publish_records(published_root, on_day):
    """Return a function that publishes these records in all languages."""
    number = iter(range(1, 1000))

    def publish(*records, **changes):
        files = {f"directory.{lang}.json": directory(records, lang, **changes) for lang in LANGUAGES}
        return release(published_root, files, number=next(number))

    return publish
