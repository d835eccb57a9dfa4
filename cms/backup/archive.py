"""The archive: a plain tar of numbered members, written and read as a stream. Pure.

    defenders-backup      what it is
    database/000001 …     the database, in pieces
    media/000001 …        uploaded files; their names are in the manifest alone, so that no name leads anywhere
    manifest.json         sizes and hashes of all that; it comes last, so that nothing cut off has one

Pieces, because a member of a tar begins with its size and a database tells it only at its end.
"""

import hashlib
import io
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import BinaryIO

from cms.backup.errors import BackupError, BadArchive
from cms.backup.manifest import About, Content, File, Manifest, as_bytes, from_bytes

MARK, MANIFEST = "defenders-backup", "manifest.json"
DATABASE, MEDIA = "database", "media"
PIECE = 8 * 1024 * 1024
READ = 256 * 1024
# Names of a hundred thousand files need a tenth of it.
LARGEST_MANIFEST = 256 * 1024 * 1024
NOT_OURS = "This is no backup that manage.py backup made."
DAMAGED = "The archive is damaged or cut off: {what}. Take another one; nothing was changed."


class _PlainFilesOnly(tarfile.TarInfo):
    """A header of a tar that is refused unless it is that of an ordinary file: no links, no extensions of any size."""

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        info = super().frombuf(buf, encoding, errors)
        if info.type not in (tarfile.REGTYPE, tarfile.AREGTYPE):
            raise BadArchive("The archive holds something other than plain files: it is not used.")
        return info


@dataclass(frozen=True)
class Member:
    """One member while it is read: its kind (`database`, `media`, `manifest.json`) and its content in pieces."""

    kind: str
    pieces: Iterator[bytes]


def write(
    stream: BinaryIO,
    about: About,
    database: Iterable[bytes],
    names: Iterable[str],
    opened: Callable,
    elsewhere,
) -> Manifest:
    """Write an archive and return its manifest; `opened(name)` gives (size, file), or None if there is none."""
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.USTAR_FORMAT) as tar:
        _add(tar, MARK, b"1\n")
        whole, size = hashlib.sha256(), 0
        for number, piece in enumerate(_in_pieces(database), 1):
            whole.update(piece)
            size += len(piece)
            _add(tar, f"{DATABASE}/{number:06}", piece)
        files, missing = [], []
        for name in names:
            found = opened(name)
            if found is None:
                missing.append(name)
                continue
            files.append(_add_file(tar, name, len(files) + 1, *found))
        manifest = Manifest(
            about, Content(size, whole.hexdigest()), tuple(files), tuple(missing), tuple(elsewhere)
        )
        _add(tar, MANIFEST, as_bytes(manifest))
    return manifest


def verify(stream: BinaryIO) -> Manifest:
    """Read an archive to its end and return its manifest; raises `BadArchive` unless every hash is right."""
    found: dict[str, list[Content]] = {DATABASE: [], MEDIA: []}
    whole, manifest = hashlib.sha256(), None
    for member in members(stream):
        if member.kind == MANIFEST:
            manifest = _read_manifest(member.pieces)
            continue
        digest, size = hashlib.sha256(), 0
        for piece in member.pieces:
            digest.update(piece)
            size += len(piece)
            if member.kind == DATABASE:
                whole.update(piece)
        found[member.kind].append(Content(size, digest.hexdigest()))
    if manifest is None:
        raise BadArchive(DAMAGED.format(what="its end is missing"))
    if manifest.database != Content(sum(part.size for part in found[DATABASE]), whole.hexdigest()):
        raise BadArchive(DAMAGED.format(what="the database is not what was written"))
    if [(file.size, file.sha256) for file in manifest.files] != [
        (one.size, one.sha256) for one in found[MEDIA]
    ]:
        raise BadArchive(DAMAGED.format(what="uploaded files are not what was written"))
    return manifest


def unpack(
    stream: BinaryIO,
    manifest: Manifest,
    load: Callable[[Iterator[bytes]], None],
    put: Callable[[File, Iterator[bytes]], None],
) -> None:
    """Hand the database to `load` and each file to `put`; raises `BadArchive` if it is not what was verified before."""
    files = iter(manifest.files)
    for kind, group in groupby(members(stream), key=lambda member: member.kind):
        if kind == DATABASE:
            load(_held_to(manifest.database, (piece for member in group for piece in member.pieces)))
        elif kind == MEDIA:
            for member, file in zip(group, files, strict=False):
                put(file, _held_to(file, member.pieces))


def members(stream: BinaryIO) -> Iterator[Member]:
    """Yield what is in an archive after its mark, in the order that every archive has."""
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_PlainFilesOnly) as tar:
            first = tar.next()
            if first is None or first.name != MARK:
                raise BadArchive(NOT_OURS)
            yield from _in_order(tar)
    except tarfile.ReadError as problem:
        # Besides, the very first header was none.
        is_cut = "unexpected end" in str(problem)
        raise BadArchive(DAMAGED.format(what="it ends too early") if is_cut else NOT_OURS) from problem
    except tarfile.TarError as problem:
        raise BadArchive(DAMAGED.format(what="it is no tar")) from problem


def _in_order(tar):
    expected = [DATABASE, MEDIA, MANIFEST]
    number = 0
    while (info := tar.next()) is not None:
        kind, _, digits = info.name.partition("/")
        if kind not in expected:
            raise BadArchive(DAMAGED.format(what="something in it has no place there"))
        while expected[0] != kind:
            expected.pop(0)
            number = 0
        number += 1
        if kind != MANIFEST and digits != f"{number:06}":
            raise BadArchive(DAMAGED.format(what="a part of it is missing"))
        yield Member(kind, _pieces(tar.extractfile(info), info.size))
        if kind == MANIFEST:
            return


def _pieces(file, size):
    left = size
    try:
        while left:
            piece = file.read(min(READ, left))
            left -= len(piece)
            yield piece
    except tarfile.ReadError as problem:
        raise BadArchive(DAMAGED.format(what="it ends too early")) from problem


def _held_to(expected, pieces):
    digest, size = hashlib.sha256(), 0
    for piece in pieces:
        digest.update(piece)
        size += len(piece)
        yield piece
    if (size, digest.hexdigest()) != (expected.size, expected.sha256):
        raise BadArchive("The archive changed while it was read: nothing of it is used.")


def _read_manifest(pieces):
    content = io.BytesIO()
    for piece in pieces:
        content.write(piece)
        if content.tell() > LARGEST_MANIFEST:
            raise BadArchive(DAMAGED.format(what="its manifest is far too large"))
    return from_bytes(content.getvalue())


def _in_pieces(chunks):
    waiting = bytearray()
    for chunk in chunks:
        waiting += chunk
        while len(waiting) >= PIECE:
            yield bytes(waiting[:PIECE])
            del waiting[:PIECE]
    yield bytes(waiting)


class _Hashing:
    """A file that hashes what is read from it."""

    def __init__(self, file):
        self.file, self.digest = file, hashlib.sha256()

    def read(self, size):
        piece = self.file.read(size)
        self.digest.update(piece)
        return piece


def _add_file(tar, name, number, size, file):
    with file:
        hashing = _Hashing(file)
        try:
            tar.addfile(_header(f"{MEDIA}/{number:06}", size), hashing)
        except OSError as problem:
            if problem.errno is not None:
                raise
            # What tarfile says of a file that is shorter than it was.
            raise BackupError(f"{name} changed while it was read: start the backup again.") from problem
        return File(size, hashing.digest.hexdigest(), name)


def _add(tar, name, content):
    tar.addfile(_header(name, len(content)), io.BytesIO(content))


def _header(name, size):
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info
