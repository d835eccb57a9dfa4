"""Files on the disk as content that is ready to leave: small ones kept in memory until they change."""

import hashlib
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

from cms.common.http.answers import Content, content_of

PIECE = 256 * 1024  # bytes read at a time of what is not kept


class StoredFiles:
    """Keeps files of at most `largest` bytes, `together` in all; of larger ones their entity tag alone."""

    def __init__(self, largest: int, together: int):
        self.largest = largest
        self.together = together
        self._kept: dict[str, tuple[tuple, Content]] = {}
        self._changing = threading.Lock()

    def content(self, path: str | Path) -> Content | None:
        """Return the file as it is now, None without one. Costs one look at the folder while nothing changes."""
        name = os.fspath(path)
        # The release that a link led to may go before the file is opened: then the link leads to the next one.
        for _attempt in range(2):
            try:
                return self._content(name)
            except OSError:
                continue
        return None

    def _content(self, name):
        state = _state(os.stat(name))
        kept = self._kept.get(name)
        if kept and kept[0] == state and kept[1].body:
            return kept[1]
        file = Path(name).open("rb")  # noqa: SIM115  of a large file it stays open until it is sent
        try:
            return self._opened(name, file)
        except BaseException:
            file.close()
            raise

    def _opened(self, name, file):
        # What is open is what is sent, whatever the name leads to by now.
        state = _state(os.fstat(file.fileno()))
        size = state[-1]
        if size <= self.largest:
            with file:
                content = content_of(file.read())
            self._keep(name, state, content)
            return content
        kept = self._kept.get(name)
        if not kept or kept[0] != state:
            digest = hashlib.file_digest(file, "sha256").hexdigest()[:32]
            file.seek(0)
            kept = state, Content(b"", size, f'"{digest}"')
            self._keep(name, *kept)
        return kept[1]._replace(body=Pieces(file))

    def _keep(self, name, state, content):
        with self._changing:
            self._kept[name] = state, content
            # The oldest go first.
            while sum(len(kept.body) for _state, kept in self._kept.values()) > self.together:
                del self._kept[next(iter(self._kept))]


class Pieces:
    """An open file as the pieces in which it is sent; whoever sends it closes it."""

    def __init__(self, file):
        self.file = file

    def __iter__(self) -> Iterator[bytes]:
        while piece := self.file.read(PIECE):
            yield piece

    def close(self):
        """Close the file."""
        self.file.close()


def _state(status):
    """Return what tells a file from any other, its size last; OSError for what is no file."""
    if not stat.S_ISREG(status.st_mode):
        raise FileNotFoundError
    return status.st_dev, status.st_ino, status.st_ctime_ns, status.st_size
