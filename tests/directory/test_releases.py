"""Folders of releases: which are whole, in which order, and what is cleared away. No database."""

import os

import pytest

from cms.directory import durable, lock, markers, releases


def files(words="words"):
    content = f'"{words}"'.encode()
    digest = releases.hashlib.sha256(content).hexdigest()
    return {"a.json": content, "manifest.json": b'{"files":{"a.json":{"sha256":"%s"}}}' % digest.encode()}


def write(root, number, words="words", like=None):
    return releases.write_release(root, number, files(words), {"index": b"i"}, like)


def test_releases_are_ordered_by_their_number_whatever_their_digest_and_time(tmp_path):
    made = [write(tmp_path, number, f"words {number}") for number in (2, 1_000_000, 10)]
    for age, release in enumerate(made):
        os.utime(release.folder, (age, age))
    assert [release.number for release in releases.kept_releases(tmp_path)] == [1_000_000, 10, 2]


@pytest.mark.parametrize(
    "name",
    [
        "000001-0123456789abcdef.unfinished",
        "000001-0123456789abcdef.removed",
        "0123456789abcdef",
        "1-0123456789abcdef",
        "000001-0123456789ABCDEF",
        "000001-0123456789abcdef\n",
        "notes",
    ],
)
def test_what_is_no_release_is_not_read_and_is_cleared_away(tmp_path, name):
    whole = write(tmp_path, 1)
    (tmp_path / "releases" / name).mkdir()
    (tmp_path / "releases" / name / "a.json").write_text("{}")
    assert releases.kept_releases(tmp_path) == [whole]
    releases.sweep(tmp_path)
    assert os.listdir(tmp_path / "releases") == [whole.folder.name]


def test_a_file_or_link_among_the_releases_is_cleared_away_and_what_it_leads_to_stays(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "link").symlink_to(elsewhere)
    (tmp_path / "releases" / "file").write_text("x")
    releases.sweep(tmp_path)
    assert os.listdir(tmp_path / "releases") == []
    assert elsewhere.is_dir()


def test_the_release_that_is_shown_is_never_cleared_away_whatever_its_name(tmp_path):
    (tmp_path / "releases" / "0123456789abcdef").mkdir(parents=True)
    releases.switch(tmp_path, "releases/0123456789abcdef")
    releases.sweep(tmp_path)
    assert (tmp_path / "current").is_dir()


def test_a_release_that_is_there_already_is_taken_as_it_is(tmp_path):
    first = write(tmp_path, 1)
    number = (first.folder / "a.json").stat().st_ino
    assert write(tmp_path, 1) == first
    assert (first.folder / "a.json").stat().st_ino == number


def test_files_that_did_not_change_are_linked_and_others_are_not(tmp_path):
    first = write(tmp_path, 1)
    same, other = write(tmp_path, 2, like=first.folder), write(tmp_path, 3, "other", like=first.folder)
    for name in ("a.json", "a.json.br", "a.json.gz"):
        assert (same.folder / name).samefile(first.folder / name)
        assert not (other.folder / name).samefile(first.folder / name)


def test_where_nothing_can_be_linked_files_are_written(tmp_path, monkeypatch):
    first = write(tmp_path, 1)

    def refuse(*args):
        raise OSError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    second = write(tmp_path, 2, like=first.folder)
    assert sorted(os.listdir(second.folder)) == sorted(os.listdir(first.folder))


def test_a_file_that_is_there_is_never_written_to(tmp_path):
    (tmp_path / "file").write_text("shared")
    with pytest.raises(FileExistsError):
        durable.write_synced(tmp_path / "file", b"other")
    assert (tmp_path / "file").read_text() == "shared"


def test_a_small_file_is_replaced_even_after_somebody_died_doing_it(tmp_path):
    (tmp_path / "file.next").write_text("half")
    durable.replace_file(tmp_path / "file", b"whole")
    assert os.listdir(tmp_path) == ["file"]
    assert (tmp_path / "file").read_text() == "whole"


def test_without_a_folder_there_are_no_releases(tmp_path):
    assert releases.kept_releases(tmp_path / "nothing") == []
    releases.sweep(tmp_path)
    assert releases.current_release(tmp_path) is None


class Held(Exception):
    """No failure."""


@pytest.mark.parametrize(
    ("end", "failed"), [(None, False), (Held, False), (ValueError, True), (KeyboardInterrupt, True)]
)
def test_a_failure_is_noted_until_a_publication_comes_to_its_end(tmp_path, settings, end, failed):
    settings.DEFENDERS_PUBLISHED_ROOT = tmp_path
    markers.note_failure(tmp_path)

    def publish():
        with lock.publication_lock(tmp_path), markers.told_how_it_went(tmp_path, harmless=Held):
            if end:
                raise end

    if end:
        with pytest.raises(end):
            publish()
    else:
        publish()
    assert markers.may_show_too_much() is failed
    assert not (tmp_path / markers.UNDERWAY).exists()
