"""One world with all canaries, made and looked at once for all tests of this folder."""

import contextlib
import logging

import pytest
from django.db import transaction
from django.test import override_settings
from wagtail.models import Site

from cms.directory import publish as publication
from tests.conftest import TODAY
from tests.leaks.routes import has_parts, public_routes
from tests.leaks.sweep import OTHERWISE, Sweep
from tests.leaks.visits import ELSEWHERE, VISITS
from tests.leaks.world import build_world


@pytest.fixture(scope="package")
def settings_of_world(tmp_path_factory):
    """Folders of its own; many organisations may disappear at once."""
    folder = tmp_path_factory.mktemp("leaks")
    with override_settings(
        MEDIA_ROOT=folder / "media", DEFENDERS_PUBLISHED_ROOT=folder / "published", DEFENDERS_LARGEST_LOSS=1
    ):
        yield folder


@pytest.fixture(scope="package")
def world_of_package(django_db_setup, django_db_blocker, settings_of_world):
    """The rows, taken back when the folder is done."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), transaction.atomic():
        patch.setattr(publication, "today_utc", lambda: TODAY)
        yield build_world()
        transaction.set_rollback(True)
        Site.clear_site_root_paths_cache()


@pytest.fixture(scope="package")
def answers_of_package(world_of_package, settings_of_world):
    """Whatever a visitor is answered, as {pattern: answers}, and what was logged meanwhile."""
    folders = override_settings(
        MEDIA_ROOT=settings_of_world / "media",
        DEFENDERS_PUBLISHED_ROOT=settings_of_world / "published",
        DEFENDERS_API_RATE=None,
    )
    with folders, listening() as log:
        Site.clear_site_root_paths_cache()
        return visit_everything(world_of_package), log


class Listener(logging.Handler):
    """Keeps what any logger says, tracebacks included."""

    def __init__(self):
        super().__init__(logging.DEBUG)
        self.said = []

    def emit(self, record):
        self.said.append((record.name, self.format(record)))


@contextlib.contextmanager
def listening():
    """Give the list of (name of the logger, what it said), of all loggers and levels."""
    listener, root = Listener(), logging.getLogger()
    level = root.level
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    try:
        yield listener.said
    finally:
        root.removeHandler(listener)
        root.setLevel(level)


def visit_everything(world):
    """Visit every address of every public pattern, one of each in many ways."""
    sweep = Sweep(world.secrets, world.shown)
    found = {}
    for route, pattern in public_routes().items():
        addresses = list(VISITS[route](world)) if route in VISITS else []
        if not addresses and not has_parts(pattern):
            addresses = [f"/{route}"]
        found[route] = [sweep.visit(address) for address in addresses]
        found[route] += [sweep.visit(addresses[-1], *way) for way in OTHERWISE if addresses]
    found["elsewhere"] = [sweep.visit(address) for address in ELSEWHERE]
    return found


@pytest.fixture
def world(world_of_package, settings_of_world, db, today, settings):
    """The World, published, on 22 November 2026."""
    settings.MEDIA_ROOT = settings_of_world / "media"
    settings.DEFENDERS_PUBLISHED_ROOT = settings_of_world / "published"
    settings.DEFENDERS_LARGEST_LOSS = 1
    settings.DEFENDERS_API_RATE = None
    # Wagtail reads them once and keeps them in its cache; the test before may have had others.
    Site.clear_site_root_paths_cache()
    Site.get_site_root_paths()
    return world_of_package


@pytest.fixture
def answers(world, answers_of_package):
    """{pattern: answers} to a visitor."""
    return answers_of_package[0]


@pytest.fixture
def log(world, answers_of_package):
    """(name of the logger, what it said) while a visitor looked at everything."""
    return answers_of_package[1]
