"""An older database becomes a newer one with everything in it, an older archive too, and there is a way back."""

import io
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings

from cms.models import Organisation, Place
from tests.backup.databases import database_of_its_own, everything_in

OURS = ("defenders", "defenders_accounts")
# Old enough that tables come and go on the way.
OLD = "0007"

# (app, migration) -> why nobody can undo it.
ONE_WAY: dict[tuple[str, str], str] = {}


def migrations():
    """Return {(app, name): migration} of our own apps; loading those of all apps asks the database."""
    found = {}
    for app in OURS:
        package = import_module(apps.get_app_config(app).name)
        for path in sorted((Path(package.__file__).parent / "migrations").glob("0*.py")):
            module = import_module(f"{package.__name__}.migrations.{path.stem}")
            found[app, path.stem] = module.Migration
    return found


def test_there_are_migrations():
    assert ("defenders", "0001_initial") in migrations()


@pytest.mark.parametrize("key", migrations(), ids=".".join)
def test_a_migration_can_be_undone_or_says_why_not(key):
    undone = all(operation.reversible for operation in migrations()[key].operations)
    assert undone != (key in ONE_WAY)


@pytest.fixture(scope="module")
def upgraded(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database that was taken back to an older version, backed up, upgraded, and then replaced by that archive."""
    folder = tmp_path_factory.mktemp("upgrade")
    (folder / "backups").mkdir()
    with (
        django_db_blocker.unblock(),
        database_of_its_own(folder, "defenders_upgrade") as own,
        override_settings(DEFENDERS_PUBLISHED_ROOT=folder / "published", MEDIA_ROOT=folder / "media"),
    ):
        organisation = Organisation.objects.create(
            name="Casa Abierta", slug="casa-abierta", internal_note="Only us."
        )
        Place.objects.create(
            organisation=organisation, precision="exact", country="ES", lat="43.26", lng="-2.92"
        )
        call_command("migrate", "defenders", OLD, verbosity=0)
        old = applied(), rows(own)
        call_command("backup", folder / "backups", stdout=io.StringIO(), stderr=io.StringIO())
        call_command("migrate", verbosity=0)
        new = applied(), rows(own)
        archive = next((folder / "backups").iterdir())
        call_command("restore", archive, replace=True, stdout=io.StringIO())
        yield old, new, (applied(), rows(own))


def applied():
    return {name for app, name in MigrationRecorder(connection).applied_migrations() if app == "defenders"}


def rows(own):
    tables = everything_in(own)
    return {name: tables[name] for name in ("defenders_place", "defenders_category")} | {
        "names": [
            row for row in tables["defenders_organisation"] if "Casa Abierta" in row and "Only us." in row
        ]
    }


@pytest.mark.django_db
def test_an_older_database_becomes_a_newer_one_with_everything_in_it(upgraded):
    old, new, _restored = upgraded
    assert max(old[0]).startswith(OLD)
    assert len(new[0]) > len(old[0])
    assert len(old[1]["names"]) == len(new[1]["names"]) == 1
    assert old[1]["defenders_place"] == new[1]["defenders_place"] != []


def test_an_archive_of_an_older_version_is_migrated_when_it_is_restored(upgraded):
    _old, new, restored = upgraded
    assert restored[0] == new[0]
    assert restored[1]["defenders_place"] == new[1]["defenders_place"]
    assert len(restored[1]["names"]) == 1
