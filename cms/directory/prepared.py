"""Files of a release on their way to the disk: hashed and compressed in threads while the next ones are made. Pure."""

import hashlib
import mmap
import os
import sys
import threading
from collections.abc import Iterator, Mapping, MutableMapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from cms.directory.compression import SUFFIXES, compressed

# From this size on a file waits on the disk, where the system allows: twenty files of a hundred thousand organisations
# are four gigabytes.
LARGE = 2**26

# Not lower: on a machine that never pauses the lowest get a fiftieth of a processor, and withdrawals are due in a
# minute.
GIVING_WAY = 5


class PreparedFiles(MutableMapping[str, bytes]):
    """{file name: content}. Used as a context: at its end the threads are gone, and what they were doing is dropped.

    Files that have the same hash as in `before` ({file name: hash}) are not compressed: that was done for the release
    before, and they are linked. Large files wait in files without a name in `folder`; without it, in memory.
    """

    def __init__(self, before: Mapping[str, str] | None = None, folder: Path | None = None):
        self._before = before or {}
        self._folder = folder
        self._contents: dict[str, bytes | IO[bytes]] = {}
        self._opened = ExitStack()
        self._hashes: dict[str, Future[str]] = {}
        self._forms: dict[tuple[str, str], Future[bytes | None]] = {}
        self._threads = ThreadPoolExecutor(
            os.cpu_count(), thread_name_prefix="publish", initializer=_let_others_go_first
        )
        # Apart, because the manifest waits for hashes, and whatever is made after it would wait for all compressing.
        self._hashing = ThreadPoolExecutor(1, thread_name_prefix="publish-hash")

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        for threads in (self._hashing, self._threads):
            threads.shutdown(cancel_futures=True)
        self._opened.close()

    def __setitem__(self, name: str, content: bytes) -> None:
        is_large = self._folder is not None and len(content) >= LARGE
        self._contents[name] = self._put_away(content) if is_large else content
        self._hashes[name] = self._hashing.submit(self._hash, name)
        for suffix in SUFFIXES:
            self._forms[name, suffix] = self._threads.submit(self._form, name, suffix)

    def __getitem__(self, name: str) -> bytes:
        content = self._contents[name]
        if isinstance(content, bytes):
            return content
        with mmap.mmap(content.fileno(), 0, access=mmap.ACCESS_READ) as whole:
            return whole[:]

    def __delitem__(self, name: str) -> None:
        del self._contents[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._contents)

    def __len__(self) -> int:
        return len(self._contents)

    def sha256(self, name: str) -> str:
        """Return the hash of a file in hexadecimal digits."""
        return self._hashes[name].result()

    def form(self, name: str, suffix: str) -> bytes:
        """Return a compressed form of a file, and forget it."""
        made = self._forms.pop((name, suffix)).result()
        return compressed(name, self[name], suffix) if made is None else made

    def _put_away(self, content):
        file = self._opened.enter_context(TemporaryFile(dir=self._folder))  # noqa: SIM115  closed at the end
        file.write(content)
        file.flush()
        return file

    def _hash(self, name):
        return hashlib.sha256(self[name]).hexdigest()

    def _form(self, name, suffix):
        unchanged = self._before.get(name) == self._hashes[name].result()
        return None if unchanged else compressed(name, self[name], suffix)


def _let_others_go_first() -> None:
    """Give way to the thread that makes the files: everything waits for it, and it can use one processor only.

    Linux counts a thread's own priority; elsewhere it would be the whole process's, which is left alone.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), GIVING_WAY)


def prepared(files: Mapping[str, bytes]) -> PreparedFiles:
    """Return files as they are, or prepared if they are not."""
    if isinstance(files, PreparedFiles):
        return files
    ready = PreparedFiles()
    ready.update(files)
    return ready


def sha256_of(files: Mapping[str, bytes], name: str) -> str:
    """Return the hash of a file in hexadecimal digits."""
    return files.sha256(name) if isinstance(files, PreparedFiles) else hashlib.sha256(files[name]).hexdigest()
