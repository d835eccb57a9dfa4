"""Fills a database with made-up organisations: published, in three languages each, the same at every call.

python -m benchmarks.api.data 10000       fills a new SQLite file below var/benchmark, or what DATABASE_URL names

`prepare(count, folder)` does the same and returns what a process needs in its environment to work on it. Databases
are kept: filling a hundred thousand takes minutes. They hold nothing but made-up organisations.
"""

import hashlib
import io
import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "var" / "benchmark"
SETTINGS = "benchmarks.api.settings"
# Organisations written at once: more make nothing faster, and memory is bounded.
BATCH = 1000

# What is made up, how it is written, and into which tables: another version of it is another database.
SOURCES = [
    *(Path(__file__).with_name(name) for name in ("words.py", "made_up.py", "data.py")),
    *sorted((ROOT / "cms" / "migrations").glob("*.py")),
]


def prepare(count: int, folder: Path = FOLDER) -> dict[str, str]:
    """Fill a database with `count` organisations unless it is there; return the environment of its processes."""
    environment = environment_of(count, folder)
    filled = Path(environment["DATA_DIR"]) / "filled"
    if not filled.exists():
        # The database without organisations is migrated once for all.
        empty = prepare(0, folder)["DATABASE_URL"] if count else None
        _new_database(environment["DATABASE_URL"], template=empty)
        command = [sys.executable, "-m", "benchmarks.api.data", str(count), "--in-place"]
        subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, **environment})  # noqa: S603
        filled.touch()
    return environment


def environment_of(count: int, folder: Path = FOLDER) -> dict[str, str]:
    """Return the environment of processes that work on `count` organisations; each number has a folder of its own."""
    server = os.environ.get("DATABASE_URL", "")
    name = f"{count}_{_version(server)}"
    data = folder / name
    data.mkdir(parents=True, exist_ok=True)
    return {
        "DATA_DIR": str(data),
        "DATABASE_URL": _database_url(server, data, name),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
    }


def _version(server):
    # A filled database is known by its folder: on another server it would be missing.
    content = server.encode() + b"".join(path.read_bytes() for path in SOURCES)
    return hashlib.sha256(content).hexdigest()[:8]


def _database_url(server, data, name):
    """Return the address of the database: on a server a new one beside the given one, else a file."""
    if not server.startswith(("postgres://", "postgresql://")):
        return f"sqlite:///{data / 'db.sqlite3'}"
    parts = urlsplit(server)
    return urlunsplit(parts._replace(path=f"{parts.path}_benchmark_{name}"))


def fill(count: int) -> None:
    """Migrate the database of this process and write the organisations into it."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    from cms.models import Organisation

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
    call_command("migrate", verbosity=0)
    call_command("set_up_directory", verbosity=0, stdout=io.StringIO())
    if Organisation.objects.exists():
        sys.exit("There are organisations in this database already: it stays as it is.")
    for first in range(0, count, BATCH):
        with transaction.atomic():
            write(range(first, min(first + BATCH, count)))


def write(numbers: range) -> None:
    """Write the organisations with these numbers; languages and categories must be there."""
    from django.utils import timezone
    from wagtail.models import Locale

    from benchmarks.api.made_up import organisation
    from cms.models import Category, ContactChannel, Organisation, OrganisationText, Place

    made = [organisation(number) for number in numbers]
    categories = {(one.kind, one.code): one.pk for one in Category.objects.all()}
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    state = {"live": True, "first_published_at": timezone.now(), "last_published_at": timezone.now()}
    own = [field.name for field in Organisation._meta.concrete_fields]
    rows = Organisation.objects.bulk_create(
        Organisation(**{name: one[name] for name in own if name in one}, **state) for one in made
    )
    both = list(zip(rows, made, strict=True))
    ContactChannel.objects.bulk_create(
        ContactChannel(organisation=row, sort_order=order, **channel)
        for row, one in both
        for order, channel in enumerate(one["channels"])
    )
    Place.objects.bulk_create(
        Place(organisation=row, sort_order=order, **_with_decimals(place))
        for row, one in both
        for order, place in enumerate(one["places"])
    )
    for name in ("roles", "services", "audiences"):
        through = getattr(Organisation, name).through
        kind = name.removesuffix("s")
        through.objects.bulk_create(
            through(organisation_id=row.pk, category_id=categories[kind, code])
            for row, one in both
            for code in one[name]
        )
    OrganisationText.objects.bulk_create(
        OrganisationText(
            organisation=row,
            locale=locales[language],
            translation_key=one["translation_key"],
            **_text_fields(text, one["texts"]["es"], is_source=language == "es"),
            **state,
        )
        for row, one in both
        for language, text in one["texts"].items()
    )


def _with_decimals(place):
    return place | {name: Decimal(str(place[name])) for name in ("lat", "lng") if name in place}


def _text_fields(text, source, is_source):
    from cms.snippets.translated import digest_of

    fields = {name: _stored(value) for name, value in text.items()}
    fields["content_digest"] = digest_of(_sentences(text))
    return fields if is_source else fields | {"translated_from": digest_of(_sentences(source))}


def _stored(value):
    return value if isinstance(value, str) else "".join(f"<p>{paragraph}</p>" for paragraph in value)


def _sentences(text):
    """Return what `TranslatedContent.sentences` finds in such a text, without taking its markup apart."""
    return {name: [value] if isinstance(value, str) else value for name, value in text.items()}


def _new_database(address, template):
    """Make a database a copy of another one, or empty; what half a filling left in its place goes."""
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        path = Path(parts.path[1:])
        for left in path.parent.glob(f"{path.name}*"):
            left.unlink()
        if template:
            shutil.copyfile(urlsplit(template).path[1:], path)
        return
    import psycopg
    from psycopg.sql import SQL, Identifier

    name = Identifier(parts.path[1:])
    source = Identifier(urlsplit(template).path[1:] if template else "template0")
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(SQL("DROP DATABASE IF EXISTS {}").format(name))
        server.execute(SQL("CREATE DATABASE {} TEMPLATE {}").format(name, source))


def main() -> None:
    """Fill the database of this environment (`--in-place`), or a new one, and say how to work on it."""
    count = int(sys.argv[1])
    if "--in-place" in sys.argv:
        fill(count)
        return
    environment = prepare(count)
    print("Work on it with:", *(f"{name}={value}" for name, value in environment.items()))  # noqa: T201


if __name__ == "__main__":
    main()
