"""Archives are encrypted on their way to the disk by `age` or GnuPG, whichever the recipient is for. Pure."""

import contextlib
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from cms.backup.archive import MARK, NOT_OURS, READ
from cms.backup.errors import BackupError, BadArchive

AGE, GPG = "age", "gpg"
SUFFIXES = {None: "", AGE: ".age", GPG: ".gpg"}
_AGE_RECIPIENTS = ("age1", "ssh-ed25519 ", "ssh-rsa ")
_AGE_MAGIC = b"age-encryption.org/"


def program_for(recipients: Sequence[str]) -> str | None:
    """Return which program encrypts to these recipients; None for no recipients."""
    programs = {AGE if one.startswith(_AGE_RECIPIENTS) else GPG for one in recipients}
    if len(programs) > 1:
        raise BackupError("Recipients are either all of age or all of GnuPG.")
    if any(one.startswith("-") or not one.strip() for one in recipients):
        raise BackupError(
            "A recipient is a public key of age, or a key of GnuPG by its fingerprint or address."
        )
    return programs.pop() if programs else None


@contextlib.contextmanager
def encrypted(file: BinaryIO, recipients: Sequence[str]) -> Iterator[BinaryIO]:
    """Yield a stream; what is written there arrives in the file, encrypted to all recipients. Without any: as it is."""
    program = program_for(recipients)
    if program is None:
        yield file
        return
    to = [part for one in recipients for part in ("--recipient", one)]
    command = {
        AGE: [AGE, "--encrypt", *to],
        # What the keyring thinks of the key does not matter: whoever runs the command named it.
        GPG: [
            GPG,
            "--batch",
            "--quiet",
            "--trust-model",
            "always",
            "--compress-algo",
            "none",
            "--encrypt",
            *to,
        ],
    }[program]
    with tempfile.TemporaryFile() as said:
        process = _start(command, stdin=subprocess.PIPE, stdout=file, stderr=said)
        try:
            with contextlib.suppress(BrokenPipeError):  # it says itself why it stopped
                try:
                    yield process.stdin
                finally:
                    process.stdin.close()
        except BaseException:
            process.kill()
            process.wait()
            raise
        if process.wait():
            raise BackupError(f"{program} could not encrypt: {_last_words(said)}")


@contextlib.contextmanager
def decrypted(path: Path, identity: Path | None = None) -> Iterator[BinaryIO]:
    """Yield the content of an archive, decrypted if need be; raises `BadArchive` if that fails up to its end."""
    program = _program_of(path)
    if program is None:
        with path.open("rb") as file:
            yield file
        return
    if program == AGE and identity is None:
        raise BackupError("The archive is encrypted with age: name the file of your key with --identity.")
    command = {
        AGE: [AGE, "--decrypt", "--identity", str(identity), str(path)],
        GPG: [GPG, "--quiet", "--decrypt", str(path)],
    }[program]
    with tempfile.TemporaryFile() as said:
        process = _start(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=said)
        try:
            yield process.stdout
        except BadArchive as problem:
            _let_end(process)
            if process.returncode:
                raise BadArchive(_not_decrypted(program, said)) from problem
            raise
        except BaseException:
            process.kill()
            _let_end(process)
            raise
        _let_end(process)
        if process.returncode:
            raise BadArchive(_not_decrypted(program, said))


def _let_end(process):
    """Read to the end, where the program finds out whether something was changed."""
    while process.stdout.read(READ):
        pass
    process.stdout.close()
    process.wait()


def _not_decrypted(program, said):
    return f"{program} could not decrypt the archive; nothing was changed: {_last_words(said)}"


def _program_of(path):
    with path.open("rb") as file:
        head = file.read(max(len(MARK), len(_AGE_MAGIC)))
    if head.startswith(_AGE_MAGIC):
        return AGE
    if head[:1] >= b"\x80":  # every packet of OpenPGP begins with this bit
        return GPG
    if head.startswith(MARK.encode()):
        return None
    raise BadArchive(NOT_OURS)


def _start(command, **streams):
    try:
        return subprocess.Popen(command, **streams)  # noqa: S603  the arguments are checked above
    except FileNotFoundError as problem:
        raise BackupError(f"{command[0]} is not installed, and the archive needs it.") from problem


def _last_words(said):
    said.seek(0)
    return said.read().decode(errors="replace").strip()[-500:] or "it did not say why"
