"""Which archives a folder holds, and which of them go. Pure."""

import re
from datetime import UTC, datetime
from pathlib import Path

_NAME = re.compile(r"defenders-[0-9]{8}T[0-9]{6}Z\.tar(\.age|\.gpg)?")
UNFINISHED = ".unfinished"


def name_of(moment: datetime, suffix: str) -> str:
    """Return the name of an archive: they sort by the moment (UTC) they were made."""
    return f"defenders-{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}.tar{suffix}"


def archives_in(folder: Path) -> list[Path]:
    """Return the archives in a folder, the oldest first."""
    return sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name) and path.is_file())


def drop_older(folder: Path, keep: int) -> list[Path]:
    """Delete all but the newest `keep` archives; return what was deleted."""
    older = archives_in(folder)[:-keep]
    for path in older:
        path.unlink()
    return older


def drop_unfinished(folder: Path) -> None:
    """Delete what a backup left that was killed."""
    for path in folder.glob(f".defenders-*{UNFINISHED}"):
        path.unlink()
