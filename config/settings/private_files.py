"""Files that nobody but the site's own user may read: the database, where it is a file, and the secret key."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
FOLDER = 0o700


def private_folder(folder: Path) -> None:
    """Make a folder for its owner alone; one that is there stays as somebody made it."""
    folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)


def kept_secret(path: Path, make: Callable[[], str]) -> str:
    """Return what a file holds, made the first time."""
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY), "w") as file:
            file.write(make())
    except FileExistsError:
        path.chmod(OWNER_ONLY)
    return path.read_text()


def private_database(database: dict) -> None:
    """Make the file of an SQLite database before SQLite does, which lets everybody read it.

    What SQLite writes beside it (`-wal`, `-shm`) is as readable as the file itself.
    """
    name = str(database["NAME"])
    if not database["ENGINE"].endswith("sqlite3") or ":memory:" in name or name.startswith("file:"):
        return
    private_folder(Path(name).parent)
    # Somebody else's file, or a disk that cannot be written: whoever opens it says what is wrong.
    with suppress(OSError):
        os.close(os.open(name, os.O_CREAT | os.O_RDWR, OWNER_ONLY))
        os.chmod(name, OWNER_ONLY)
