"""What is encrypted passes through another program, whose failures are sentences. Real ones: tests/deployment."""

import io
import os

import pytest

from cms.backup import encryption
from cms.backup.archive import MARK
from cms.backup.errors import BackupError, BadArchive

AGE_KEY = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Return a function that puts a shell script in the place of a program; its arguments are kept in `arguments`."""

    def make(name, script):
        path = tmp_path / name
        path.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/arguments\n{script}\n')
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return tmp_path / "arguments"

    return make


@pytest.fixture
def target(tmp_path):
    with (tmp_path / "target").open("wb") as file:
        yield file


def test_what_is_written_passes_through_the_program(stand_in, target, tmp_path):
    arguments = stand_in("age", "tr a-z A-Z")
    with encryption.encrypted(target, [AGE_KEY, AGE_KEY]) as stream:
        stream.write(b"secret")
    assert (tmp_path / "target").read_bytes() == b"SECRET"
    assert arguments.read_text().split() == ["--encrypt", *["--recipient", AGE_KEY] * 2]


def test_a_key_of_gnupg_is_used_by_gnupg(stand_in, target):
    arguments = stand_in("gpg", "cat")
    with encryption.encrypted(target, ["backup@example.org"]) as stream:
        stream.write(b"secret")
    assert "--recipient backup@example.org" in arguments.read_text()


@pytest.mark.parametrize(
    "script", ["cat > /dev/null; echo no such key >&2; exit 2", "echo no such key >&2; exit 2"]
)
def test_a_program_that_fails_fails_the_backup(stand_in, target, script):
    stand_in("gpg", script)
    with (
        pytest.raises(BackupError, match="gpg could not encrypt: no such key"),
        encryption.encrypted(target, ["nobody@example.org"]) as stream,
    ):
        for _ in range(100):
            stream.write(b"x" * 100_000)


def test_a_backup_that_fails_stops_the_program(stand_in, target):
    stand_in("age", "cat")
    with pytest.raises(ZeroDivisionError), encryption.encrypted(target, [AGE_KEY]) as stream:
        stream.write(b"x")
        1 / 0  # noqa: B018


def test_a_program_that_is_not_there_is_named(target, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BackupError, match="age is not installed"), encryption.encrypted(target, [AGE_KEY]):
        pass


@pytest.mark.parametrize(
    ("recipients", "sentence"),
    [
        (["--output=/etc/passwd"], "A recipient is"),
        (["  "], "A recipient is"),
        ([""], "A recipient is"),
        ([AGE_KEY, "backup@example.org"], "all of age or all of GnuPG"),
    ],
)
def test_odd_recipients_are_refused(recipients, sentence):
    with pytest.raises(BackupError, match=sentence):
        encryption.program_for(recipients)


def test_an_encrypted_archive_is_read_through_the_program(stand_in, tmp_path):
    stand_in("age", "tail -n 1 $4")
    path = tmp_path / "archive"
    path.write_bytes(b"age-encryption.org/v1\nplain text")
    with encryption.decrypted(path, tmp_path / "key") as stream:
        assert stream.read() == b"plain text"


@pytest.mark.parametrize("content", [b"age-encryption.org/v1\n", b"\x85\x02\x0c"])
def test_an_archive_that_does_not_decrypt_is_refused(stand_in, tmp_path, content):
    for name in ("age", "gpg"):
        stand_in(name, "echo part of it; echo wrong key >&2; exit 1")
    path = tmp_path / "archive"
    path.write_bytes(content)
    with (
        pytest.raises(BadArchive, match="could not decrypt the archive; nothing was changed: wrong key"),
        encryption.decrypted(path, tmp_path / "key") as stream,
    ):
        stream.read()


def test_an_archive_that_breaks_off_because_of_the_key_says_so(stand_in, tmp_path):
    stand_in("gpg", "echo wrong key >&2; exit 1")
    path = tmp_path / "archive"
    path.write_bytes(b"\x85\x02\x0c")
    with pytest.raises(BadArchive, match="wrong key"), encryption.decrypted(path):
        raise BadArchive("It ends too early.")


def test_a_key_has_to_be_named_for_age(tmp_path):
    path = tmp_path / "archive"
    path.write_bytes(b"age-encryption.org/v1\n")
    with pytest.raises(BackupError, match="--identity"), encryption.decrypted(path):
        pass


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a zip", b"hello"])
def test_a_file_of_another_kind_is_refused(tmp_path, content):
    path = tmp_path / "archive"
    path.write_bytes(content)
    with pytest.raises(BadArchive, match="no backup"), encryption.decrypted(path):
        pass


def test_without_recipients_nothing_stands_between():
    file = io.BytesIO()
    with encryption.encrypted(file, []) as stream:
        assert stream is file
    assert MARK.isascii()
