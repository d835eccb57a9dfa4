"""A folder that a web server may serve while a copy is written into it. No Django.

Every file is replaced in one step, and only when it differs; files that are not part of the copy any more go last, when
nothing leads to them. The folders in `OURS` belong to the copy: whatever else lies in them is removed. Anything else at
the top of the folder, such as `.git` or `CNAME`, is left alone.
"""

import contextlib
import errno
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

OURS = ("embed", "published", "widgets")
MARKER = "mirror.json"
SUMS = "SHA256SUMS"
KIND = "defenders-mirror"

# It is there while a copy is written, and after a crash.
UNFINISHED = ".mirror-unfinished"


class FolderUnusable(Exception):
    """Nothing can or may be written there; the message is a sentence for who asked for it."""


class MirrorFolder:
    """A folder with a copy in it, or about to have one. Use `opened_folder`."""

    def __init__(self, root: Path):
        self.root = root
        self.changed = 0
        self._sums: dict[str, str] = {}
        self._bytes = 0

    def state(self) -> dict:
        """Return what the marker says; nothing after a copy that was not finished."""
        return {} if (self.root / UNFINISHED).exists() else _marker(self.root)

    def begin(self) -> None:
        """From now on the folder is not whole."""
        (self.root / UNFINISHED).touch()
        for name in OURS:
            for folder, _folders, _files in os.walk(self.root / name):
                _unlink_links(Path(folder))

    def put(self, path: str, content: bytes) -> None:
        """Write a file of the copy unless it is there already; `path` is relative, with slashes."""
        parts = path.split("/")
        if not all(parts) or ".." in parts or "." in parts:
            raise FolderUnusable(f"“{path}” cannot be the path of a page.")
        self._sums[path] = hashlib.sha256(content).hexdigest()
        self._bytes += len(content)
        target = self.root / path
        if _has(target, content):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        new = target.with_name(f".{target.name[:100]}.new")
        new.write_bytes(content)
        new.replace(target)
        self.changed += 1

    def finish(self, facts: dict) -> int:
        """Write sums and marker and remove what is not part of the copy; return how many files that were."""
        sums = "".join(f"{digest}  {path}\n" for path, digest in sorted(self._sums.items())).encode()
        # After a power cut no file may be empty whose hash the marker vouches for.
        os.sync()
        removed = self._remove_others()
        listed = {
            "files": len(self._sums),
            "bytes": self._bytes,
            "sha256sums": hashlib.sha256(sums).hexdigest(),
        }
        self.put(SUMS, sums)
        marker = {"schema_version": 1, "kind": KIND} | facts | listed
        self.put(MARKER, (json.dumps(marker, ensure_ascii=False, indent=2) + "\n").encode())
        (self.root / UNFINISHED).unlink(missing_ok=True)
        return removed

    def _remove_others(self):
        removed = 0
        for name in OURS:
            for folder, _folders, files in os.walk(self.root / name, topdown=False):
                here = Path(folder)
                for file in files:
                    if (here / file).relative_to(self.root).as_posix() not in self._sums:
                        (here / file).unlink()
                        removed += 1
                with contextlib.suppress(OSError):
                    here.rmdir()  # only an empty one goes
        return removed


@contextlib.contextmanager
def opened_folder(root: Path, keep_out: dict[str, Path]) -> Iterator[MirrorFolder]:
    """Give a folder to write a copy to, to one process at a time; raises `FolderUnusable` with a sentence.

    `keep_out` maps words to folders that a copy may neither lie in nor hold.
    """
    try:
        root = root.resolve()
        _refuse_if_inside(root, keep_out)
        if root.exists() and not root.is_dir():
            raise FolderUnusable(f"{root} is a file. A copy needs a folder.")
        _refuse_if_of_others(root)
        root.mkdir(parents=True, exist_ok=True)
        with _locked(root):
            yield MirrorFolder(root)
    except OSError as error:
        where = f" ({error.filename})" if error.filename and str(error.filename) != str(root) else ""
        raise FolderUnusable(
            f"{root} cannot be written{where}: {error.strerror or error}. What was there before is still there; "
            "run the command again when the reason is gone."
        ) from error


def _refuse_if_inside(root, keep_out):
    for words, path in keep_out.items():
        folder = path.resolve()
        if root == folder or folder in root.parents or root in folder.parents:
            raise FolderUnusable(f"{root} and {words} ({folder}) overlap. Choose a folder outside.")


def _refuse_if_of_others(root):
    if not root.is_dir() or (root / UNFINISHED).exists() or _marker(root):
        return
    others = sorted(entry.name for entry in root.iterdir() if not entry.name.startswith("."))
    if others:
        raise FolderUnusable(
            f"{root} holds other things ({', '.join(others[:5])}) and no {MARKER} of a copy made here. "
            "Choose an empty folder."
        )


def _marker(root):
    try:
        marker = json.loads((root / MARKER).read_bytes())
    except (OSError, ValueError):
        return {}
    return marker if isinstance(marker, dict) and marker.get("kind") == KIND else {}


@contextlib.contextmanager
def _locked(root):
    folder = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES):
            raise FolderUnusable(f"Another export is writing to {root}. Let it finish.") from error
        raise
    finally:
        os.close(folder)


def _has(path, content):
    try:
        return not path.is_symlink() and path.stat().st_size == len(content) and path.read_bytes() == content
    except (FileNotFoundError, NotADirectoryError):
        return False


def _unlink_links(folder):
    """A link would lead out of the folder: what is written or removed behind it is not ours."""
    if folder.is_symlink():
        folder.unlink()
        return
    with os.scandir(folder) as entries:
        links = [entry.path for entry in entries if entry.is_symlink()]
    for link in links:
        os.unlink(link)
