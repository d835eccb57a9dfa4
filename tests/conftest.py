"""Situations that tests of several packages need."""

import os
from datetime import date

import pytest
from wagtail.models import Locale

from cms.common.languages import LANGUAGES
from cms.directory import publish as publication
from tests import migrated_database
from tests.scheduling import SharedSetUp

TODAY = date(2026, 11, 22)


def pytest_xdist_make_scheduler(config, log):
    """Spread the tests by what they share."""
    return SharedSetUp(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, pytestconfig):
    """Begin with the migrated database of an earlier run."""
    migrated_database.offer(pytestconfig.cache.mkdir("database"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, pytestconfig):
    """Keep the migrated database for later runs."""
    with django_db_blocker.unblock():
        migrated_database.keep(pytestconfig.cache.mkdir("database"))


@pytest.fixture(autouse=True)
def published_root(tmp_path, settings):
    """Every test publishes to a folder of its own."""
    settings.DEFENDERS_PUBLISHED_ROOT = tmp_path / "published"
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.DEFENDERS_PUBLISHED_ROOT


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch):
    """A release is synchronised to the disk file by file, which no test can see and every test would wait for."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture
def languages(db):
    """The five languages exist."""
    return [Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES]


@pytest.fixture
def today(monkeypatch):
    """It is 22 November 2026."""
    monkeypatch.setattr(publication, "today_utc", lambda: TODAY)
    return TODAY


@pytest.fixture
def publish(published_root, today):
    """Return a function that publishes and gives the published file of a name as Python values."""
    import json

    def publish_and_read(name="directory.es.json"):
        publication.publish()
        return json.loads((published_root / "current" / name).read_bytes())

    return publish_and_read
