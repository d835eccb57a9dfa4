"""Files that are there after a power cut, whole or not at all. Pure."""

import os
from pathlib import Path


def write_synced(path: Path, content: bytes) -> None:
    """Write a new file and wait until the disk has it; FileExistsError for one that is there, for it may be shared."""
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_file(path: Path, content: bytes) -> None:
    """Put a small file in the place of another in one step."""
    beside = path.with_name(f"{path.name}.next")
    beside.unlink(missing_ok=True)
    write_synced(beside, content)
    beside.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Wait until the disk knows the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
