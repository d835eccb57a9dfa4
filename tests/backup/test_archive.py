"""An archive that is damaged, cut off, foreign or made to do harm is refused with a sentence before it is used."""

import io
import json
import tarfile
from datetime import UTC, datetime

import pytest

from cms.backup import archive
from cms.backup.errors import BackupError, BadArchive
from cms.backup.manifest import About, as_bytes, from_bytes, is_safe_name

ABOUT = About(datetime(2026, 11, 22, tzinfo=UTC), "sqlite", {"Python": "3.11"}, {"defenders": "0009"})
FILES = {"images/net.jpg": b"net" * 1000, "documents/guide.pdf": b"%PDF-", "images/ñandú.jpg": b""}


def opened(name):
    return (len(FILES[name]), io.BytesIO(FILES[name])) if name in FILES else None


def written(database=(b"rows" * 5000, b"more rows"), names=tuple(FILES), elsewhere=()):
    stream = io.BytesIO()
    archive.write(stream, ABOUT, database, names, opened, elsewhere)
    return stream.getvalue()


@pytest.fixture(scope="module")
def whole():
    return written()


def with_members(*members):
    """Return a tar of (name, content, or a type as a digit) after the mark."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, content in (("defenders-backup", b"1\n"), *members):
            info = tarfile.TarInfo(name)
            if isinstance(content, bytes):
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
            else:
                info.type, info.linkname = content.encode(), "/etc/passwd"
                tar.addfile(info)
    return stream.getvalue()


def described(**changes):
    """Return a manifest as JSON with some of it changed."""
    manifest = json.loads(as_bytes(archive.verify(io.BytesIO(written()))))
    for path, value in changes.items():
        *folders, last = path.split("__")
        place = manifest
        for name in folders:
            place = place[int(name) if name.isdigit() else name]
        place[int(last) if last.isdigit() else last] = value
    return json.dumps(manifest).encode()


def foreign_tar():
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as tar:
        tar.addfile(tarfile.TarInfo("holiday.jpg"))
    return stream.getvalue()


def header_with_a_name_of_a_gigabyte():
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 2**30
    return with_members()[:1024] + info.tobuf(tarfile.USTAR_FORMAT)


def test_what_is_written_can_be_read(whole):
    loaded, files = [], {}
    manifest = archive.verify(io.BytesIO(whole))
    archive.unpack(
        io.BytesIO(whole),
        manifest,
        lambda pieces: loaded.extend(pieces),
        lambda file, pieces: files.update({file.name: b"".join(pieces)}),
    )
    assert b"".join(loaded) == b"rows" * 5000 + b"more rows"
    assert files == FILES
    assert (manifest.about, manifest.missing) == (ABOUT, ())


def test_a_large_database_is_written_in_pieces(monkeypatch):
    monkeypatch.setattr(archive, "PIECE", 1000)
    content = written(database=[b"x" * 2500, b"y" * 700])
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        assert [info.size for info in tar if info.name.startswith("database/")] == [1000, 1000, 1000, 200]
    assert archive.verify(io.BytesIO(content)).database.size == 3200


def test_a_file_that_is_not_there_is_named_and_stops_nothing():
    manifest = archive.verify(io.BytesIO(written(names=["gone.jpg", "images/net.jpg"])))
    assert manifest.missing == ("gone.jpg",)


def test_a_file_that_shrinks_while_it_is_read_fails_the_backup():
    with pytest.raises(BackupError, match=r"net\.jpg changed while it was read"):
        archive.write(io.BytesIO(), ABOUT, [b""], ["images/net.jpg"], lambda name: (9, io.BytesIO(b"1")), ())


def test_no_name_of_an_uploaded_file_is_a_name_in_the_tar(whole):
    with tarfile.open(fileobj=io.BytesIO(whole)) as tar:
        names = tar.getnames()
    assert names == [
        "defenders-backup",
        "database/000001",
        "media/000001",
        "media/000002",
        "media/000003",
        "manifest.json",
    ]


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.8])
def test_an_archive_that_is_cut_off_is_refused(whole, part):
    with tarfile.open(fileobj=io.BytesIO(whole)) as tar:
        end = tar.getmember("manifest.json").offset_data
    with pytest.raises(BadArchive, match="damaged or cut off"):
        archive.verify(io.BytesIO(whole[: int(end * part)]))


@pytest.mark.parametrize("member", ["database/000001", "media/000001", "manifest.json"])
def test_an_archive_in_which_one_bit_changed_is_refused(whole, member):
    with tarfile.open(fileobj=io.BytesIO(whole)) as tar:
        place = tar.getmember(member).offset_data
    changed = bytearray(whole)
    changed[place] ^= 1
    with pytest.raises(BadArchive, match="damaged"):
        archive.verify(io.BytesIO(bytes(changed)))


BAD = {
    "empty": (b"", "no backup"),
    "not a tar": (b"\x00\x01 hello" * 1000, "no backup"),
    "text": (b"defenders-backup is what it says it is" * 100, "no backup"),
    "another tar": (foreign_tar(), "no backup"),
    "nothing but the mark": (with_members(), "its end is missing"),
    "a symbolic link": (with_members(("media/000001", "2")), "other than plain files"),
    "a hard link": (with_members(("media/000001", "1")), "other than plain files"),
    "a device": (with_members(("media/000001", "3")), "other than plain files"),
    "a folder": (with_members(("media", "5")), "other than plain files"),
    "a header that fills the memory": (header_with_a_name_of_a_gigabyte(), "other than plain files"),
    "a path out of it": (with_members(("../../etc/passwd", b"x")), "no place there"),
    "an absolute path": (with_members(("/etc/passwd", b"x")), "no place there"),
    "the wrong order": (with_members(("media/000001", b"x"), ("database/000001", b"x")), "no place there"),
    "a gap": (with_members(("database/000001", b"x"), ("database/000003", b"x")), "a part of it is missing"),
    "the same twice": (
        with_members(("media/000001", b"x"), ("media/000001", b"x")),
        "a part of it is missing",
    ),
    "a manifest that is no JSON": (with_members(("manifest.json", b"{")), "manifest cannot be read"),
    "a manifest of something else": (with_members(("manifest.json", b"[1]")), "manifest cannot be read"),
    "a manifest as deep as a well": (
        with_members(("manifest.json", b"[" * 100_000)),
        "manifest cannot be read",
    ),
    "a manifest of other content": (with_members(("manifest.json", described())), "not what was written"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_archive_of_ours_is_refused_with_a_sentence(name):
    content, sentence = BAD[name]
    with pytest.raises(BadArchive, match=sentence):
        archive.verify(io.BytesIO(content))


def test_a_manifest_that_fills_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_MANIFEST", 1000)
    with pytest.raises(BadArchive, match="far too large"):
        archive.verify(io.BytesIO(with_members(("manifest.json", b" " * 600_000))))


BAD_MANIFESTS = {
    "a newer format": ({"format": 2}, "format 2, this version reads format 1"),
    "another database": ({"about__engine": "oracle"}, "a database that nobody knows"),
    "no date": ({"about__made_at": "yesterday"}, "cannot be read"),
    "a negative size": ({"database__size": -1}, "cannot be read"),
    "a size that is true": ({"database__size": True}, "cannot be read"),
    "no hash": ({"files__0__sha256": "abc"}, "cannot be read"),
    "a name that leads out": ({"files__0__name": "../../settings.py"}, "outside the folder"),
    "an absolute name": ({"files__0__name": "/etc/passwd"}, "outside the folder"),
    "a name with nothing in it": ({"files__0__name": ""}, "outside the folder"),
    "a name that is a number": ({"files__0__name": 7}, "outside the folder"),
    "a missing file that leads out": ({"missing": ["../x"]}, "outside the folder"),
    "a name twice": ({"files__0__name": "documents/guide.pdf"}, "names a file twice"),
    "a file that is a folder": ({"files__0__name": "documents"}, "has the name of a folder"),
    "migrations that are a list": ({"about__migrations": [1]}, "cannot be read"),
}


@pytest.mark.parametrize("name", BAD_MANIFESTS)
def test_a_manifest_that_says_something_odd_is_refused(name):
    changes, sentence = BAD_MANIFESTS[name]
    with pytest.raises(BadArchive, match=sentence):
        from_bytes(described(**changes))


def test_an_archive_that_changes_between_two_readings_is_not_used(whole):
    manifest = archive.verify(io.BytesIO(whole))
    other = written(database=[b"rows" * 5000, b"MORE rows"])
    with pytest.raises(BadArchive, match="changed while it was read"):
        archive.unpack(io.BytesIO(other), manifest, lambda pieces: list(pieces), lambda file, pieces: None)


@pytest.mark.parametrize("name", ["a.jpg", "images/a.jpg", "ñ/ä b.pdf", "..a/b.."])
def test_names_below_the_folder_are_safe(name):
    assert is_safe_name(name)


@pytest.mark.parametrize("name", ["", "/a", "a/", "a//b", "./a", "a/..", "../a", "a\0b", "a\\..\\b", "."])
def test_names_that_lead_elsewhere_are_not(name):
    assert not is_safe_name(name)
