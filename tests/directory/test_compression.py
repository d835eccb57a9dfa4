"""Compressed forms: right, the same every time, as small as their size allows."""

import gzip

import brotli
import pytest

from cms.directory import compression
from cms.directory.compression import EFFORTS, LARGE_FOR_PROGRAMS, SUFFIXES, Effort, compressed, effort_for
from cms.directory.prepared import PreparedFiles, prepared, sha256_of

DECODED = {".br": brotli.decompress, ".gz": gzip.decompress}
TEXT = b'{"name":"Elkartea","roles":["training"]},' * 50


@pytest.fixture(autouse=True)
def as_published(quick_compression, monkeypatch):
    """As hard as publications try outside of tests."""
    monkeypatch.setattr(compression, "EFFORTS", quick_compression)


@pytest.mark.parametrize("content", [b"", b"{}", TEXT, TEXT * 100], ids=len)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_form_holds_the_content_and_is_the_same_every_time(content, suffix):
    form = compressed("a.json", content, suffix)
    assert DECODED[suffix](form) == content
    assert compressed("a.json", content, suffix) == form


@pytest.mark.parametrize(
    ("size", "effort"),
    [(0, 0), (2**16, 0), (2**16 + 1, 1), (2**23, 1), (2**23 + 1, 2), (10**12, 2)],
)
def test_the_bigger_a_file_the_less_is_tried(size, effort):
    assert effort_for("directory.es.json", size) == EFFORTS[effort]


def test_less_is_tried_with_large_files_for_programs_alone():
    large = 2**23 + 1
    for name in ("hsds.json", "organisations.eu.csv"):
        assert effort_for(name, large) == LARGE_FOR_PROGRAMS
        assert effort_for(name, 2**23) == EFFORTS[1]
    assert effort_for("directory.eu.json", large) == EFFORTS[2]


def test_efforts_are_in_order_and_end_with_one_for_everything():
    *limits, last = [effort.limit for effort in EFFORTS]
    assert limits == sorted(limits)
    assert last is None
    assert all(isinstance(effort, Effort) for effort in EFFORTS)


def test_prepared_files_are_a_mapping_with_hashes_and_forms():
    with PreparedFiles() as files:
        files["a.json"] = TEXT
        files["b.json"] = b"{}"
        assert dict(files) == {"a.json": TEXT, "b.json": b"{}"}
        assert files.sha256("a.json") == sha256_of({"a.json": TEXT}, "a.json") == sha256_of(files, "a.json")
        for name, content in files.items():
            for suffix in SUFFIXES:
                assert files.form(name, suffix) == compressed("a.json", content, suffix)


def test_what_is_the_same_as_before_is_compressed_only_when_somebody_asks(monkeypatch):
    made = []
    monkeypatch.setattr(
        "cms.directory.prepared.compressed",
        lambda name, content, suffix: made.append((content, suffix)) or compressed(name, content, suffix),
    )
    with PreparedFiles({"same.json": sha256_of({"x": b"{}"}, "x"), "other.json": "0" * 64}) as files:
        files["same.json"] = b"{}"
        files["other.json"] = b"[]"
        files.form("other.json", ".br")
        files.form("other.json", ".gz")
        assert {content for content, _ in made} == {b"[]"}
        assert files.form("same.json", ".gz") == compressed("a.json", b"{}", ".gz")


def test_large_files_wait_on_the_disk_and_nothing_stays_there(tmp_path, monkeypatch):
    monkeypatch.setattr("cms.directory.prepared.LARGE", 100)
    with PreparedFiles(folder=tmp_path) as files:
        files["large.json"], files["small.json"] = TEXT, b"{}"
        assert dict(files) == {"large.json": TEXT, "small.json": b"{}"}
        assert files.sha256("large.json") == sha256_of({"x": TEXT}, "x")
        assert files.form("large.json", ".br") == compressed("a.json", TEXT, ".br")
        assert not any(
            isinstance(content, bytes) and len(content) >= 100 for content in files._contents.values()
        )
    assert list(tmp_path.iterdir()) == []


def test_many_files_are_prepared_by_few_threads():
    with PreparedFiles() as files:
        files.update({f"{number}.json": TEXT for number in range(100)})
        assert len({files.sha256(name) for name in files}) == 1


def test_a_plain_mapping_is_prepared_and_a_prepared_one_stays():
    with prepared({"a.json": b"{}"}) as files:
        assert prepared(files) is files
        assert files.form("a.json", ".br") == compressed("a.json", b"{}", ".br")


def test_what_goes_wrong_in_a_thread_reaches_who_asks(monkeypatch):
    monkeypatch.setattr("cms.directory.prepared.compressed", lambda *args: 1 / 0)
    with PreparedFiles() as files:
        files["a.json"] = TEXT
        with pytest.raises(ZeroDivisionError):
            files.form("a.json", ".br")
