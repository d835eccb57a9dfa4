"""The copy in a storage: the same files under the same names, whatever went wrong before."""

import brotli
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, InMemoryStorage, storages

from cms.directory import public_storage
from cms.directory import publish as publication
from cms.directory.compression import SUFFIXES, compressed
from cms.directory.manifest import manifest_of
from cms.models import Organisation
from tests.factories import OrganisationFactory

MODULE = "tests.directory.test_public_storage"

# What the storage is asked for when `second` follows `first`: it begins, writes two files and the manifest in
# three forms each, removes one in three forms, and ends.
BEFORE_REMOVING = 1 + 2 * 3 + 3
STEPS = BEFORE_REMOVING + 3 + 1


class Objects(InMemoryStorage):
    """A storage that replaces, as object storages do, and counts what it is asked to write."""

    def __init__(self, fails_at=None, **kwargs):
        super().__init__(**kwargs)
        self.fails_at, self.steps, self.written = fails_at, 0, []

    def is_name_available(self, name, max_length=None):
        return True

    def _save(self, name, content):
        self._step()
        self.written.append(name)
        if self.exists(name):
            super().delete(name)
        return super()._save(name, content)

    def delete(self, name):
        self._step()
        self.written.append(name)
        super().delete(name)

    def exists(self, name):
        return super().exists(name)

    def _step(self):
        self.steps += 1
        if self.steps == self.fails_at:
            raise ConnectionError("no answer")

    def everything(self):
        """Return {name: content}."""
        return {name: self.open(name).read() for name in self.listdir("")[1]}


class Unreachable(InMemoryStorage):
    """A storage that cannot even be asked."""

    def exists(self, name):
        raise ConnectionError("no route")


def released(folder, files):
    """Write {name: content} as a release; return its folder."""
    folder.mkdir()
    everything = files | {"manifest.json": manifest_of(files, "2026-11-22")}
    for name, content in everything.items():
        (folder / name).write_bytes(content)
        for suffix in SUFFIXES:
            (folder / f"{name}{suffix}").write_bytes(compressed(name, content, suffix))
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def first(tmp_path):
    return released(tmp_path / "first", {"directory.es.json": b"[1]", "goes.json": b"{}", "stays.json": b"0"})


@pytest.fixture
def second(tmp_path):
    return released(
        tmp_path / "second", {"directory.es.json": b"[]", "comes.json": b"{}", "stays.json": b"0"}
    )


@pytest.fixture
def use(settings):
    """Return a function that makes a storage the one of the settings."""

    def use_storage(storage):
        settings.DEFENDERS_PUBLISHED_STORAGE = "copy"
        settings.STORAGES = settings.STORAGES | {"copy": {"BACKEND": f"{MODULE}.Objects"}}
        storages._storages["copy"] = storage
        return storage

    yield use_storage
    storages._storages.pop("copy", None)


def test_without_the_setting_nothing_is_copied(first):
    assert public_storage.copy_release(first) == frozenset()


def test_the_storage_has_every_file_plain_and_compressed_and_nothing_else(first, use):
    storage = use(Objects())
    changed = public_storage.copy_release(first)
    assert storage.everything() == contents(first)
    assert changed == {"directory.es.json", "goes.json", "stays.json", "manifest.json"}


def test_only_what_changed_is_written_the_manifest_last_and_then_what_is_gone_goes(first, second, use):
    storage = use(Objects())
    public_storage.copy_release(first)
    storage.written.clear()
    assert public_storage.copy_release(second) == {
        "comes.json", "directory.es.json", "goes.json", "manifest.json"
    }  # fmt: skip
    assert storage.written == [
        "unfinished.json",
        *("comes.json", "comes.json.br", "comes.json.gz"),
        *("directory.es.json", "directory.es.json.br", "directory.es.json.gz"),
        *("manifest.json.gz", "manifest.json.br", "manifest.json"),
        *("goes.json", "goes.json.br", "goes.json.gz"),
        "unfinished.json",
    ]
    assert storage.everything() == contents(second)


def test_the_same_release_again_writes_nothing(first, use):
    storage = use(Objects())
    public_storage.copy_release(first)
    storage.written.clear()
    assert public_storage.copy_release(first) == frozenset()
    assert storage.written == []


@pytest.mark.parametrize("fails_at", range(1, STEPS + 1))
@pytest.mark.parametrize("then", ["first", "second"])
def test_a_failure_at_any_step_leaves_a_manifest_that_is_whole_and_the_next_copy_is_right(
    fails_at, then, first, second, use
):
    storage = use(Objects())
    public_storage.copy_release(first)
    storage.steps, storage.fails_at = 0, fails_at
    with pytest.raises(ConnectionError):
        public_storage.copy_release(second)
    shown = second if fails_at > BEFORE_REMOVING else first
    assert storage.open("manifest.json").read() == (shown / "manifest.json").read_bytes()
    # Whatever comes next, even what was there before, is there as it is published.
    following = {"first": first, "second": second}[then]
    public_storage.copy_release(following)
    assert storage.everything() == contents(following)


def test_the_steps_of_that_test_are_all_there_are(first, second, use):
    storage = use(Objects())
    public_storage.copy_release(first)
    storage.steps = 0
    public_storage.copy_release(second)
    assert storage.steps == STEPS


@pytest.mark.parametrize("there", [b"", b"\xff", b"[]", b"null", b'{"files": 1}', b'{"files": {"a": 1}}'])
@pytest.mark.parametrize("name", ["manifest.json", "unfinished.json"])
def test_a_manifest_that_is_none_of_ours_is_replaced(there, name, first, use):
    storage = use(Objects())
    storage.save(name, ContentFile(there))
    public_storage.copy_release(first)
    assert storage.everything() == contents(first)


def test_a_storage_that_gives_other_names_is_refused_before_anything_is_copied(first, tmp_path, use):
    storage = use(FileSystemStorage(tmp_path / "copy", "https://files.example.org/"))
    with pytest.raises(public_storage.NothingIsReplaced, match="allow_overwrite"):
        public_storage.copy_release(first)
    assert not storage.exists("manifest.json")


def test_a_folder_that_is_overwritten_can_be_the_storage(first, second, tmp_path, use):
    use(FileSystemStorage(tmp_path / "copy", "https://files.example.org/", allow_overwrite=True))
    public_storage.copy_release(first)
    public_storage.copy_release(second)
    assert contents(tmp_path / "copy") == contents(second)
    assert public_storage.public_addresses(["comes.json"]) == [
        "https://files.example.org/comes.json",
        "https://files.example.org/comes.json.br",
        "https://files.example.org/comes.json.gz",
    ]


def test_storages_of_objects_are_told_the_type_of_the_content(tmp_path, use):
    types = {}

    class Typed(Objects):
        def _save(self, name, content):
            types[name] = getattr(content, "content_type", None)
            return super()._save(name, content)

    use(Typed())
    public_storage.copy_release(released(tmp_path / "typed", {"p.es.geojson": b"{}", "o.es.csv": b"x"}))
    assert types["p.es.geojson"] == types["p.es.geojson.br"] == "application/geo+json"
    assert types["o.es.csv.gz"] == "text/csv; charset=utf-8; header=present"
    assert types["manifest.json"] == "application/json"


@pytest.mark.django_db
def test_what_is_withdrawn_leaves_the_storage_with_the_same_publication(publish, published_root, use):
    storage = use(Objects())
    organisation = OrganisationFactory(name="Canary")
    publish()
    organisation.withdraw()
    publish()
    there = storage.everything()
    assert there == contents(published_root / "current")
    assert b"Canary" not in brotli.decompress(there["directory.es.json.br"]) + there["directory.es.json"]


@pytest.mark.django_db
def test_files_are_behind_until_the_storage_has_them_even_if_nothing_changes_here(
    publish, published_root, use
):
    OrganisationFactory(name="Before")
    use(Unreachable())
    publication.publish_or_log()
    assert publication.files_are_behind()
    assert (published_root / "current" / "manifest.json").exists()
    storage = use(Objects())
    assert publication.publish() is False
    assert not publication.files_are_behind()
    assert storage.everything() == contents(published_root / "current")


@pytest.mark.django_db
def test_a_withdrawal_reaches_the_storage_even_while_a_publication_is_held(
    publish, published_root, use, settings
):
    storage = use(Objects())
    settings.DEFENDERS_LARGEST_LOSS = 0
    withdrawn, *lost = [OrganisationFactory(name=f"Canary {number:02}") for number in range(4)]
    publish()
    withdrawn.withdraw()
    Organisation.objects.filter(pk__in=[one.pk for one in lost]).update(live=False)
    with pytest.raises(publication.PublicationHeld):
        publication.publish()
    there = storage.everything()
    assert there == contents(published_root / "current")
    assert b"Canary 01" in there["directory.es.json"]
    assert b"Canary 00" not in there["directory.es.json"]
