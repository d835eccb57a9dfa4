"""The site as it is served, asked directly: one published directory for all cases of a file."""

from contextlib import contextmanager

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection
from django.test import override_settings
from wagtail.models import Site

from cms.request_charset import UsableCharset
from tests.api.conftest import built_directory  # noqa: F401  the directory of the API's tests
from tests.bad_input.asking import Asker
from tests.conftest import TODAY
from widgets.wsgi import PublicFiles

STRICT = {
    "ALLOWED_HOSTS": ["defenders.example.org"],
    "DEFENDERS_API_RATE": None,
    "CSRF_COOKIE_NAME": "__Host-csrf",
    "SESSION_COOKIE_NAME": "__Host-session",
}


@pytest.fixture(scope="module")
def connections_stay():
    """What Django does to connections between requests, left out as its own test client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture(scope="module")
def site(built_directory, connections_stay, django_db_blocker):  # noqa: F811
    """An Asker of the whole site as it is on 22 November 2026; as strict with hosts as a public one."""
    _pages, published = built_directory
    with django_db_blocker.unblock(), override_settings(DEFENDERS_PUBLISHED_ROOT=published, **STRICT):
        Site.clear_site_root_paths_cache()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("cms.directory.publish.today_utc", lambda: TODAY)
            yield Asker(PublicFiles(UsableCharset(WSGIHandler())))


@pytest.fixture
def ask(site, built_directory, settings, db):  # noqa: F811
    """The same for one test, whose folder for published files is another one otherwise."""
    settings.DEFENDERS_PUBLISHED_ROOT = built_directory[1]
    for name, value in STRICT.items():
        setattr(settings, name, value)
    return site


@contextmanager
def what_is_written():
    """Give the list of SQL statements that changed a row while it lasts."""
    statements = []

    def look(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE", "MERGE")):
            statements.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield statements


@pytest.fixture
def nothing_written():
    """Assert that the test writes no row."""
    with what_is_written() as statements:
        yield statements
    assert statements == []
