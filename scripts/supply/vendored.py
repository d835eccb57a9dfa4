"""Files in this repository that others wrote, or that are made from others' data: `vendored.toml` names them all.

python -m scripts.supply.vendored      writes the hashes anew, after one of the scripts that make them
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from scripts.supply import ROOT

TABLE = ROOT / "vendored.toml"
_LINE = re.compile(r'^"(?P<path>[^"]+)" = "[0-9a-f]*"$', re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """Something vendored; `files` is {path from the root: SHA-256}, of a folder that of its names and hashes."""

    name: str
    version: str
    licence: str
    source: str
    use: str
    files: dict[str, str]


def parts() -> list[Part]:
    """Return what is vendored."""
    return [Part(**part) for part in tomllib.loads(TABLE.read_text(encoding="utf-8"))["part"]]


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, or of the names and hashes of the files below a folder."""
    if path.is_dir():
        lines = [
            f"{hash_of(file)}  {file.relative_to(path).as_posix()}\n"
            for file in sorted(path.rglob("*"))
            if file.is_file()
        ]
        return hashlib.sha256("".join(lines).encode()).hexdigest()
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_hashes() -> None:
    """Bring the hashes in the table up to date."""
    text = TABLE.read_text(encoding="utf-8")
    TABLE.write_text(
        _LINE.sub(lambda line: f'"{line["path"]}" = "{hash_of(ROOT / line["path"])}"', text), encoding="utf-8"
    )


if __name__ == "__main__":
    write_hashes()
