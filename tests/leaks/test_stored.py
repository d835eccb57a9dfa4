"""What was erased is stored nowhere: in no table, no freed page, no file, no shared memory."""

import pickle
import re

import pytest
from django.core.cache import caches
from django.db import connection

from cms.directory.releases import kept_releases
from tests.leaks.sweep import in_file

ERASED = re.compile(
    # Places made less precise or forgotten, with their streets.
    r"(?:coarsened|forgotten|hidden place).*: (?:office|street)"
    # What was deleted, but for its name in the history and the words that the index of the editors' search held.
    r"|deleted.*: (?:office|street|phone|hotline|e-mail|form|telegram|website|slug|hours.*|description.*|how to ask.*"
    r"|note|number in a note|source|who agreed|consent)"
    # What a camera and an office wrote, which was never to be stored.
    r"|.*: (?:camera|camera stood here|file as it was uploaded|document as it was uploaded)"
)


def erased(found):
    """Return those names of canaries that may be nowhere any more."""
    return sorted(name for name in found if ERASED.fullmatch(name))


def tables():
    """Yield (table, everything in it as text)."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            yield table, "\n".join(repr(row) for row in cursor.fetchall())


def test_the_pattern_names_what_was_erased(world):
    names = world.secrets.names()
    assert len(erased(names)) > 50
    for name in (
        "coarsened at once: office",
        "hidden place: office",
        "forgotten: street",
        "deleted: phone",
        "deleted: who agreed",
    ):
        assert erased(names).count(name) == 1


def test_no_table_holds_what_was_erased(world):
    found = {table: erased(world.secrets.found_in(content.encode())) for table, content in tables()}
    assert {table: names for table, names in found.items() if names} == {}


def test_the_tables_are_read(world):
    found = frozenset().union(*(world.secrets.found_in(content.encode()) for _table, content in tables()))
    assert {"draft: phone", "draft: office", "cell of an import", "comment on a page"} <= found


def test_no_freed_page_holds_what_was_erased(world):
    if connection.vendor != "sqlite":
        return
    content = connection.connection.serialize()
    assert "draft: phone" in world.secrets.found_in(content)
    assert erased(world.secrets.found_in(content)) == []


def test_no_published_file_holds_a_secret(world, settings):
    root = settings.DEFENDERS_PUBLISHED_ROOT
    assert len(list(kept_releases(root))) == 2
    files = [path for path in root.rglob("*") if path.is_file()]
    found = {str(path): world.secrets.found_in(in_file(path)) for path in files}
    assert {path: names for path, names in found.items() if names} == {}
    shown = frozenset().union(*(world.shown.found_in(in_file(path)) for path in files))
    assert {"example: phone", "example: office", "example: quote es"} <= shown


def test_no_stored_picture_or_document_says_where_it_was_made_or_what_it_was_called(world, settings):
    files = [path for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]
    assert len(files) > 10
    found = {str(path): erased(world.secrets.found_in(in_file(path))) for path in files}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("name", ["default", "throttling"])
def test_no_cache_holds_a_secret(world, answers, name):
    kept = {key: pickle.loads(value) for key, value in caches[name]._cache.items()}  # noqa: S301
    assert world.secrets.found_in(repr(kept).encode()) == set()
