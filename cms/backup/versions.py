"""What made an archive, and whether this installation can use it."""

import platform
from datetime import datetime
from importlib import metadata

from django.db.migrations.loader import MigrationLoader

from cms.backup.errors import BadArchive
from cms.backup.manifest import About

PACKAGES = ("protect-those-who-defend", "Django", "wagtail", "wagtail-localize", "django-allauth")
ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def about(made_at: datetime, engine: str, dump) -> About:
    """Return what an archive of this dump says of itself."""
    versions = {"Python": platform.python_version(), "database": dump.version}
    for name in PACKAGES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue  # run from a checkout, or not used
    last = dict(dump.rows("SELECT app, MAX(name) FROM django_migrations GROUP BY app"))
    return About(made_at, engine, versions, last)


def refuse_foreign(about: About, engine: str) -> None:
    """Raise `BadArchive` for an archive of another kind of database, of a newer version, or with unknown apps."""
    if about.engine != engine:
        raise BadArchive(
            f"The archive holds a database of {ENGINES[about.engine]}, this site uses {ENGINES[engine]}: "
            "set DATABASE_URL to one of the same kind."
        )
    loader = MigrationLoader(None)
    known = set(loader.disk_migrations)
    known |= {replaced for migration in loader.disk_migrations.values() for replaced in migration.replaces}
    apps = {app for app, _name in known}
    without = sorted(app for app in about.migrations if app not in apps)
    if without:
        raise BadArchive(
            f"The archive holds data of apps that are not installed here: {', '.join(without)}. "
            "Restore it with the settings it was made with."
        )
    newer = sorted(f"{app}.{name}" for app, name in about.migrations.items() if (app, name) not in known)
    if newer:
        raise BadArchive(
            f"The archive was made by a newer version, which has {', '.join(newer)}. Install that version first."
        )
