"""What a restoration refuses, that it changes all or nothing, and that nothing comes back to the public by it."""

import errno
import gzip
import io
import os
import stat
import tarfile

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError
from wagtail.models import Page

from cms.backup import archive, media, restoring, taking, versions
from cms.backup.databases import database_of
from cms.backup.errors import BackupError
from cms.directory import publish as publication
from cms.directory.restored import is_held_after_restoration
from cms.models import ContactChannel, Organisation
from cms.snippets.page_withdrawal import PageWithdrawal, withdraw_page
from tests.backup import site
from tests.backup.conftest import run

pytestmark = pytest.mark.usefixtures("same_place")


@pytest.fixture(scope="module")
def later(place, backup):
    """After the backup one organisation is withdrawn, of another a number is removed, and a page is withdrawn."""
    Organisation.objects.get(slug="red-de-apoyo").withdraw()
    ContactChannel.objects.filter(organisation__slug="casa-abierta").delete()
    withdraw_page(Page.objects.get(slug="sobre", locale__language_code="es"))
    publication.publish()
    return place.rows(), site.files_below(place.media), site.public_files(place.published)


def unpacked(path):
    """Return the bytes of the database in an archive, as its own programs read them."""
    with tarfile.open(path) as tar:
        members = [tar.extractfile(info).read() for info in tar if info.name.startswith("database/")]
    content = b"".join(members)
    return gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content


@pytest.mark.django_db
def test_only_its_owner_reads_an_archive(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_an_archive_logs_nobody_in_and_holds_nothing_that_was_erased(place, backup):
    content = unpacked(backup)
    keys = Session.objects.values_list("session_key", flat=True)
    assert keys
    assert [key for key in keys if key.encode() in content] == []
    assert site.ERASED.encode() not in content


def test_a_database_that_is_not_empty_is_replaced_only_when_told_to(later, backup):
    with pytest.raises(CommandError, match=r"not empty, it has \d+ tables. With --replace"):
        run("restore", backup)


def test_reading_an_archive_changes_nothing(later, place, backup):
    assert "Whole. Made " in run("restore", backup, verify=True)
    assert place.rows() == later[0]


BREAKING = {
    "the disk is full": (media, "put", OSError(errno.ENOSPC, "No space left on device")),
    "a migration fails": (restoring, "call_command", BackupError("A migration failed.")),
    "the files cannot be exchanged": (media, "_move", OSError(errno.EXDEV, "Invalid cross-device link")),
    "somebody interrupts": (restoring, "withdraw_what_returned", KeyboardInterrupt()),
}


@pytest.mark.parametrize("what", BREAKING)
def test_when_a_restoration_fails_half_way_everything_is_as_it_was(what, later, place, backup, monkeypatch):
    module, name, problem = BREAKING[what]
    works = getattr(module, name)

    def fail(*arguments, **options):
        monkeypatch.setattr(module, name, works)
        raise problem

    monkeypatch.setattr(module, name, fail)
    with pytest.raises((CommandError, KeyboardInterrupt)):
        run("restore", backup, replace=True)
    assert place.rows() == later[0]
    assert site.files_below(place.media) == later[1]
    assert not is_held_after_restoration(place.published)
    assert not database_of(place.own).is_undecided()


@pytest.mark.parametrize("step", ["call_command", "forget"])
def test_a_restoration_that_was_killed_is_noticed_and_can_be_put_back(
    step, later, place, backup, monkeypatch
):
    class PowerCut(BaseException):
        """Nothing runs after it."""

    def cut(*arguments, **options):
        raise PowerCut

    monkeypatch.setattr(restoring, "_undo", lambda database: None)
    if step == "call_command":
        monkeypatch.setattr(restoring, "call_command", cut)
    else:
        monkeypatch.setattr(type(database_of(place.own)), "forget", cut)
    with pytest.raises(PowerCut):
        run("restore", backup, replace=True)
    monkeypatch.undo()
    with pytest.raises(CommandError, match="A restoration was interrupted"):
        run("restore", backup, replace=True)
    run("restore", put_back=True)
    assert place.rows() == later[0]
    assert site.files_below(place.media) == later[1]
    with pytest.raises(CommandError, match="nothing to put back"):
        run("restore", put_back=True)


@pytest.mark.parametrize(
    ("about", "sentence"),
    [
        ({"engine": "other"}, "this site uses"),
        ({"migrations": {"defenders": "0999_newer"}}, r"newer version, which has defenders\.0999_newer"),
        ({"migrations": {"shop": "0001_initial"}}, "apps that are not installed here: shop"),
    ],
)
def test_an_archive_of_another_kind_of_site_is_refused(about, sentence, place, backup):
    with backup.open("rb") as file:
        known = archive.verify(file).about
    engine = (
        {"sqlite": "postgresql", "postgresql": "sqlite"}[known.engine] if "engine" in about else known.engine
    )
    changed = type(known)(known.made_at, engine, known.versions, about.get("migrations", known.migrations))
    with pytest.raises(BackupError, match=sentence):
        versions.refuse_foreign(changed, known.engine)


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00" * 2048])
def test_a_file_that_is_no_archive_is_refused_by_the_command(content, later, place, tmp_path):
    path = tmp_path / "archive.tar"
    path.write_bytes(content)
    with pytest.raises(CommandError, match="no backup"):
        run("restore", path, replace=True)
    with pytest.raises(CommandError, match="is no file"):
        run("restore", tmp_path)
    assert place.rows() == later[0]


@pytest.fixture(scope="module")
def restored(later, place, backup):
    """The older state, put over the newer one."""
    (place.media / "documents").chmod(0o700)
    return run("restore", backup, replace=True)


def test_a_folder_that_only_its_owner_enters_stays_one(restored, place):
    assert stat.S_IMODE((place.media / "documents").stat().st_mode) == 0o700
    assert stat.S_IMODE((place.media / "images").stat().st_mode) != 0o700


def test_what_was_taken_away_after_the_backup_is_withdrawn(restored):
    assert "Withdrawn, because they were not public like this" in restored
    for name in ("Red de Apoyo", "Casa Abierta", "Sobre"):
        assert f"  {name}\n" in restored
    withdrawn = Organisation.objects.filter(visibility="withdrawn").values_list("slug", flat=True)
    assert sorted(withdrawn) == ["casa-abierta", "red-de-apoyo"]
    assert PageWithdrawal.objects.get().reason.startswith("Restored from a backup")


def test_what_was_withdrawn_after_the_backup_is_not_public_when_the_site_is_again(restored, later, place):
    with pytest.raises(publication.PublicationHeld, match="--accept-restored"):
        publication.publish()
    publication.accept_restored()
    found = b"".join(site.public_files(place.published).values())
    assert b"Red de Apoyo" not in found
    assert b"944000000" not in found
    run("check_public")


def test_nothing_of_before_is_left_after_a_restoration(restored, place):
    assert not database_of(place.own).is_undecided()
    assert [path.name for path in place.media.iterdir() if path.name.startswith(".")] == []


def test_of_older_archives_as_many_are_kept_as_one_says(place, tmp_path):
    for day in (1, 2, 3):
        (tmp_path / f"defenders-2026110{day}T030000Z.tar.age").write_bytes(b"")
    (tmp_path / "of somebody else.tar").write_bytes(b"")
    (tmp_path / ".defenders-20261104T030000Z.tar.unfinished").write_bytes(b"")
    said = run("backup", tmp_path, keep=2)
    left = sorted(path.name for path in tmp_path.iterdir())
    assert left[0] == "defenders-20261103T030000Z.tar.age"
    assert len(left) == 3
    assert "2 older archives deleted" in said
    assert "Not encrypted" in said


class FullDisk(io.BytesIO):
    """Takes so much and no more."""

    def write(self, content):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_earlier_archives_and_nothing_else(place, tmp_path, monkeypatch):
    before = tmp_path / "defenders-20261101T030000Z.tar"
    before.write_bytes(b"")
    open_file = os.fdopen

    def full(descriptor, mode):
        open_file(descriptor, mode).close()
        return FullDisk()

    monkeypatch.setattr(taking.os, "fdopen", full)
    with pytest.raises(CommandError, match="There is no room left in"):
        run("backup", tmp_path, keep=1)
    assert list(tmp_path.iterdir()) == [before]


def test_wrong_folders_are_refused(place, tmp_path):
    for folder, sentence in (
        (tmp_path / "nowhere", "is no folder"),
        (place.media, "which web servers show to everybody"),
        (place.published / "releases", "which web servers show to everybody"),
    ):
        with pytest.raises(CommandError, match=sentence):
            run("backup", folder)
    with pytest.raises(CommandError, match="a whole number from 1"):
        run("backup", tmp_path, keep=0)


def test_two_backups_do_not_write_to_one_folder_at_once(place, tmp_path):
    with taking._alone_in(tmp_path), pytest.raises(CommandError, match="Another backup is being written"):
        run("backup", tmp_path)


def test_a_file_that_is_lost_is_named_and_stops_nothing(place, tmp_path):
    lost = next((place.media / "documents").iterdir())
    content = lost.read_bytes()
    lost.unlink()
    try:
        assert f"1 files that the database names are not there: documents/{lost.name}" in run(
            "backup", tmp_path
        )
    finally:
        lost.write_bytes(content)


def test_a_missing_program_is_named(place, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    encrypts = {"encrypt_to": ["backup@example.org"]}
    with pytest.raises(CommandError, match=r"(gpg|pg_dump) is not installed"):
        run("backup", tmp_path, **encrypts)
    assert list(tmp_path.iterdir()) == []
