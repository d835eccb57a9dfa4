"""The directory of `situations.py`, built and published once for all tests of this folder."""

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail.models import Site

from cms import models
from cms.directory import publish as publication
from cms.directory.dating import date_changed_records
from cms.directory.snapshot import take_snapshot
from tests.api.situations import UPDATED, build_directory
from tests.conftest import TODAY


@pytest.fixture(scope="package")
def built_directory(django_db_setup, django_db_blocker, tmp_path_factory):
    """The rows, taken back when the folder is done; gives {number: key} of the pages and the published folder."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    published = tmp_path_factory.mktemp("published")
    with django_db_blocker.unblock(), media, transaction.atomic():
        pages = build_directory()
        with override_settings(DEFENDERS_PUBLISHED_ROOT=published):
            # What is published for the first time is as old as that; records here were changed before.
            date_changed_records(take_snapshot(TODAY))
            for kind in (models.Organisation, models.Programme, models.Training, models.Testimony):
                kind.objects.update(updated_on=UPDATED)
            publication.publish(TODAY)
        yield pages, published
        transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()


@pytest.fixture
def directory(built_directory, db, today, settings):
    """The directory on 22 November 2026, published; gives {number: key} of the pages."""
    pages, settings.DEFENDERS_PUBLISHED_ROOT = built_directory
    # Wagtail reads them once and keeps them in its cache; the test before may have had others.
    Site.clear_site_root_paths_cache()
    Site.get_site_root_paths()
    return pages


@pytest.fixture
def republish(directory, settings, tmp_path):
    """Return a function that publishes what a test changed, for itself alone."""

    def publish_for_this_test():
        settings.DEFENDERS_PUBLISHED_ROOT = tmp_path / "published"
        publication.publish()

    return publish_for_this_test


@pytest.fixture
def get(client):
    """Return a function that asks for an address below the API; **headers as Django's client takes them."""

    def ask(address, method="get", **headers):
        return getattr(client, method)(f"/api/v2/{address}", headers=headers)

    return ask
