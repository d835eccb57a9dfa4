"""Archives that the real programs encrypt can be read with the key, with no other, and not once they were changed."""

import io
import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cms.backup import archive
from cms.backup.encryption import decrypted, encrypted
from cms.backup.errors import BadArchive
from cms.backup.manifest import About
from tests.deployment.programs import find

ABOUT = About(datetime(2026, 11, 22, tzinfo=UTC), "sqlite", {}, {})
SECRET = b"canary-secret" * 1000


def age(folder):
    """Make a key; return (recipient, file of the key)."""
    key = folder / "key.txt"
    subprocess.run([find("age-keygen", "age"), "--output", key], check=True, capture_output=True)  # noqa: S603
    return key.read_text().split("public key: ")[1].split()[0], key


def gpg(folder):
    """Make a key in a keyring of its own; return (recipient, None)."""
    command = [find("gpg", "gnupg"), "--batch", "--quiet", "--passphrase", ""]
    subprocess.run([*command, "--quick-gen-key", "backup@example.org", "future-default"], check=True)  # noqa: S603
    return "backup@example.org", None


@pytest.fixture(params=[age, gpg], ids=["age", "gpg"], scope="module")
def key(request):
    """A key of each program, and a folder for it whose path is short enough for a socket."""
    folder = Path(tempfile.mkdtemp(prefix="keys-"))
    before = os.environ.get("GNUPGHOME")
    os.environ["GNUPGHOME"] = str(folder)
    try:
        yield request.param(folder)
    finally:
        subprocess.run([find("gpgconf", "gnupg"), "--kill", "gpg-agent"], check=True)  # noqa: S603
        os.environ.pop("GNUPGHOME")
        if before is not None:
            os.environ["GNUPGHOME"] = before
        shutil.rmtree(folder)


@pytest.fixture
def path(key, tmp_path):
    """An encrypted archive."""
    with (tmp_path / "archive").open("wb") as file, encrypted(file, [key[0]]) as stream:
        archive.write(stream, ABOUT, [SECRET], ["a.txt"], lambda name: (6, io.BytesIO(b"canary")), ())
    return tmp_path / "archive"


def verified(path, identity):
    with decrypted(path, identity) as stream:
        manifest = archive.verify(stream)
        while stream.read(archive.READ):
            pass
    return manifest


def test_it_can_be_read_with_the_key(path, key):
    assert verified(path, key[1]).database.size == len(SECRET)


def test_nothing_of_it_is_to_be_read(path):
    content = path.read_bytes()
    assert b"canary" not in content
    assert b"manifest" not in content


@pytest.mark.parametrize("part", [0.5, 0.95])
def test_it_is_refused_once_a_bit_changed_or_its_end_is_gone(path, key, part):
    content = bytearray(path.read_bytes())
    place = int(len(content) * part)
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(BadArchive):
        verified(path, key[1])
    path.write_bytes(content[:place])
    with pytest.raises(BadArchive):
        verified(path, key[1])


def test_it_is_refused_with_another_key(path, key, tmp_path, monkeypatch):
    (tmp_path / "other").mkdir(mode=0o700)
    monkeypatch.setenv("GNUPGHOME", str(tmp_path / "other"))
    with pytest.raises(BadArchive, match="could not decrypt"):
        verified(path, key[1] and age(tmp_path / "other")[1])
