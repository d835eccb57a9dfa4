"""Situations that tests of several packages need."""

import gc
import itertools
import os
from datetime import date
from pathlib import Path

import django.test.client
import pytest
from django.db import transaction
from wagtail.models import Locale

from cms.common.languages import LANGUAGES
from cms.directory import compression
from cms.directory import publish as publication
from tests import migrated_database
from tests.scheduling import SharedSetUp

DEPLOYMENT = Path(__file__).parent / "deployment"
TODAY = date(2026, 11, 22)


def pytest_ignore_collect(collection_path, config):
    """Leave out what starts a whole machine, unless it is named: `make test-deployment` does."""
    named = any(Path(argument).resolve().is_relative_to(DEPLOYMENT) for argument in config.args)
    return True if collection_path == DEPLOYMENT and not named else None


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers(config):
    """One process more than processors: the one with the browser waits for it most of the time."""
    workers = yield
    return workers if config.option.markexpr == "not browser" else workers + 1


def pytest_xdist_make_scheduler(config, log):
    """Spread the tests by what they share."""
    return SharedSetUp(config, log)


def pytest_collection_finish():
    """Look for circles of garbage less often, and never among all that was imported: it took a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings, pytestconfig):
    """Begin with the migrated database of an earlier run."""
    migrated_database.offer(pytestconfig.cache.mkdir("database"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, pytestconfig):
    """Keep the migrated database for later runs."""
    with django_db_blocker.unblock():
        migrated_database.keep(pytestconfig.cache.mkdir("database"))


@pytest.fixture(scope="session")
def new_folders(tmp_path_factory):
    """An iterator of new folders: pytest's own looks through all earlier ones before it makes the next."""
    root = tmp_path_factory.mktemp("folders")
    return (root / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def published_root(new_folders, settings):
    """Every test publishes to a folder of its own."""
    folder = next(new_folders)
    folder.mkdir()
    settings.DEFENDERS_PUBLISHED_ROOT = folder / "published"
    settings.MEDIA_ROOT = folder / "media"
    return settings.DEFENDERS_PUBLISHED_ROOT


@pytest.fixture(autouse=True)
def _no_waiting_for_the_disk(monkeypatch):
    """A release is synchronised to the disk file by file, which no test can see and every test would wait for."""
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)


@pytest.fixture(scope="session", autouse=True)
def _contexts_of_whole_templates_alone():
    """`response.context` has those of the templates that were asked for: copying them for every icon took long."""
    store = django.test.client.store_rendered_templates

    def store_asked_for(kept, signal, sender, template, context, **kwargs):
        if context.template is template:
            store(kept, signal, sender, template, context, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(django.test.client, "store_rendered_templates", store_asked_for)
        yield


@pytest.fixture(scope="session", autouse=True)
def quick_compression():
    """Publications compress as little as possible; gives how hard they try otherwise, for tests of how well."""
    efforts = compression.EFFORTS
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compression, "EFFORTS", (compression.Effort(None, 0, 1),))
        yield efforts


@pytest.fixture(scope="module")
def rows_of_module(django_db_setup, django_db_blocker):
    """Whatever fixtures of a module make in the database after this one is taken back when the module is done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


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
