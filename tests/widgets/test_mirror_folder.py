"""A folder that holds a copy is never emptied by mistake, never half of one thing, and never keeps what is gone."""

import errno
import fcntl
import json
import os
from pathlib import Path

import pytest

from tests.widgets.mirrors import tree
from widgets.mirror.folder import FolderUnusable, opened_folder


def write(target, files, keep_out=None, **facts):
    """Write a copy of these files; return (changed, removed)."""
    with opened_folder(target, keep_out or {}) as folder:
        folder.begin()
        for path, content in files.items():
            folder.put(path, content)
        removed = folder.finish(facts)
        return folder.changed, removed


@pytest.fixture
def target(tmp_path):
    return tmp_path / "mirror"


def times(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}


def test_a_copy_is_written_with_marker_and_sums(target):
    write(target, {"index.html": b"a", "embed/x/index.html": b"b"}, as_of="2026-11-22")
    marker = json.loads((target / "mirror.json").read_bytes())
    assert (marker["kind"], marker["as_of"], marker["files"]) == ("defenders-mirror", "2026-11-22", 2)
    assert len((target / "SHA256SUMS").read_text().splitlines()) == 2
    assert set(tree(target)) == {"index.html", "embed/x/index.html", "mirror.json", "SHA256SUMS"}


def test_equal_files_are_not_touched(target):
    write(target, {"embed/a.html": b"a", "embed/b.html": b"b"})
    before = times(target)
    _changed, removed = write(target, {"embed/a.html": b"a", "embed/b.html": b"c"})
    after = times(target)
    assert before[target / "embed/a.html"] == after[target / "embed/a.html"]
    assert (target / "embed/b.html").read_bytes() == b"c"
    assert removed == 0


def test_what_is_gone_is_removed_with_its_empty_folders(target):
    write(target, {"embed/gone/index.html": b"a", "embed/stays/index.html": b"b"})
    _changed, removed = write(target, {"embed/stays/index.html": b"b"})
    assert removed == 1
    assert not (target / "embed" / "gone").exists()


def test_what_a_crash_left_behind_goes_with_the_next_copy(target):
    with pytest.raises(ZeroDivisionError), opened_folder(target, {}) as folder:
        folder.begin()
        folder.put("embed/crashed/index.html", b"a")
        raise ZeroDivisionError
    assert (target / ".mirror-unfinished").exists()
    write(target, {"embed/new/index.html": b"b"})
    assert set(tree(target)) == {"embed/new/index.html", "mirror.json", "SHA256SUMS"}


def test_a_copy_that_was_not_finished_has_no_state(target):
    write(target, {"index.html": b"a"}, release="1")
    with opened_folder(target, {}) as folder:
        assert folder.state()["release"] == "1"
        folder.begin()
        assert folder.state() == {}


def test_a_changed_or_truncated_file_is_repaired(target):
    write(target, {"embed/a.html": b"right"})
    (target / "embed/a.html").write_bytes(b"wrong")
    write(target, {"embed/a.html": b"right"})
    assert (target / "embed/a.html").read_bytes() == b"right"


def test_files_of_the_host_at_the_top_stay(target):
    (target / ".git").mkdir(parents=True)
    (target / ".git" / "config").write_bytes(b"x")
    write(target, {"index.html": b"a"})
    (target / "CNAME").write_bytes(b"mirror.example")
    write(target, {"index.html": b"b"})
    assert {".git/config", "CNAME"} <= set(tree(target))


def test_a_folder_with_other_things_is_refused_and_keeps_them(target):
    target.mkdir()
    (target / "letters.txt").write_text("mine")
    with pytest.raises(FolderUnusable, match=r"other things \(letters\.txt\)"):
        write(target, {"index.html": b"a"})
    assert tree(target) == {"letters.txt": b"mine"}


@pytest.mark.parametrize("marker", ["", "[]", "null", '{"kind": "other"}', "{"])
def test_somebody_elses_marker_opens_nothing(target, marker):
    target.mkdir()
    (target / "mirror.json").write_text(marker)
    with pytest.raises(FolderUnusable, match="other things"):
        write(target, {"index.html": b"a"})


def test_a_file_is_no_folder(target):
    target.write_text("x")
    with pytest.raises(FolderUnusable, match="is a file"):
        write(target, {"index.html": b"a"})
    assert target.read_text() == "x"


def test_a_folder_below_a_file_is_refused_with_a_sentence(target):
    target.write_text("x")
    with pytest.raises(FolderUnusable, match="Not a directory"):
        write(target / "below", {"index.html": b"a"})


@pytest.mark.parametrize("inside", ["", "below", ".."])
def test_a_copy_does_not_overlap_with_what_it_must_keep_out_of(target, inside):
    kept = target / "kept"
    kept.mkdir(parents=True)
    with pytest.raises(FolderUnusable, match="overlap"):
        write(kept / inside, {"index.html": b"a"}, keep_out={"the kept folder": kept})
    assert tree(target) == {}


def test_a_link_is_not_followed_out_of_the_folder(target, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "letter").write_text("mine")
    write(target, {"embed/a/index.html": b"a"})
    (target / "embed" / "b").symlink_to(outside)
    (target / "published").symlink_to(outside)
    write(target, {"embed/b/index.html": b"b", "published/x": b"x"})
    assert tree(outside) == {"letter": b"mine"}
    assert (target / "published" / "x").read_bytes() == b"x"


def test_two_exports_do_not_write_at_once(target):
    target.mkdir()
    other = os.open(target, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    with pytest.raises(FolderUnusable, match="Another export"):
        write(target, {"index.html": b"a"})
    os.close(other)
    write(target, {"index.html": b"a"})


@pytest.mark.parametrize("problem", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_a_disk_that_takes_nothing_is_told_in_one_sentence_and_loses_nothing(target, monkeypatch, problem):
    write(target, {"index.html": b"a", "embed/x.html": b"x"})

    def fail(path, content):
        raise OSError(problem, os.strerror(problem), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", fail)
        with pytest.raises(FolderUnusable, match=os.strerror(problem)):
            write(target, {"index.html": b"new"})
    assert (target / "index.html").read_bytes() == b"a"
    assert (target / "embed" / "x.html").read_bytes() == b"x"


@pytest.mark.parametrize("path", ["../x", "embed/../../x", "/etc/x", "embed//x", "./x", ""])
def test_no_path_leads_out_of_the_folder(target, path):
    with pytest.raises(FolderUnusable):
        write(target, {path: b"x"})
