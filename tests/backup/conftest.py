"""A site in a database of its own that is backed up, destroyed and restored once for all tests of a module."""

import io
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import override_settings

from cms.directory import publish as publication
from tests.backup import site
from tests.backup.databases import database_of_its_own, destroy, everything_in


@dataclass
class Place:
    """Where a site is: its database `own`, and folders."""

    own: object
    folder: Path
    published: Path = field(init=False)
    media: Path = field(init=False)
    backups: Path = field(init=False)

    def __post_init__(self):
        self.published, self.media = self.folder / "published", self.folder / "media"
        self.backups = self.folder / "backups"
        self.backups.mkdir()

    def destroy(self):
        """Lose database and uploads."""
        destroy(self.own)
        for path in sorted(self.media.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()

    def rows(self):
        return everything_in(self.own)


def run(command, *arguments, **options):
    """Run a command and return what it wrote."""
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, stderr=out, **options)
    return out.getvalue()


@pytest.fixture(scope="module")
def place(django_db_setup, django_db_blocker, tmp_path_factory):
    """A site with content, published."""
    folder = tmp_path_factory.mktemp("site")
    with (
        django_db_blocker.unblock(),
        database_of_its_own(folder) as own,
        override_settings(DEFENDERS_PUBLISHED_ROOT=folder / "published", MEDIA_ROOT=folder / "media"),
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(publication, "today_utc", lambda: site.TODAY)
        made = Place(own, folder)
        # What Wagtail remembers of pictures goes by their keys, which begin anew in every database.
        cache.clear()
        # Permissions of Wagtail's are made by the second run.
        call_command("migrate", verbosity=0)
        site.fill()
        publication.publish()
        yield made


@pytest.fixture
def same_place(place, published_root, settings):
    """Tests look at the site of their module."""
    settings.DEFENDERS_PUBLISHED_ROOT = place.published
    settings.MEDIA_ROOT = place.media


@pytest.fixture(scope="module")
def backup(place):
    """The archive of the site."""
    run("backup", place.backups)
    return next(place.backups.iterdir())
