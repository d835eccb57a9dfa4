"""The directory of `situations.py`, built once for all tests of a module."""

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail.models import Site

from tests.api.situations import build_directory


@pytest.fixture(scope="module")
def built_directory(django_db_setup, django_db_blocker, tmp_path_factory):
    """The rows, taken back when the module is done; gives {number: key} of the pages."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with django_db_blocker.unblock(), media, transaction.atomic():
        yield build_directory()
        transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()


@pytest.fixture
def directory(built_directory, db, today):
    """The directory on 22 November 2026; gives {number: key} of the pages."""
    Site.get_site_root_paths()  # Wagtail reads them once and keeps them in its cache
    return built_directory


@pytest.fixture
def get(client):
    """Return a function that asks for an address below the API; **headers as Django's client takes them."""

    def ask(address, method="get", **headers):
        return getattr(client, method)(f"/api/v2/{address}", headers=headers)

    return ask
