"""The lock files: which packages in which versions, and the hashes that their files must have."""

import base64
import json
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.supply import ROOT

# What a public host installs: the others are parts of it, or for tests alone.
PRODUCTION = ROOT / "requirements" / "production.txt"
NPM_LOCKS = tuple(
    folder / "package-lock.json"
    for folder in (ROOT, ROOT / "benchmarks" / "widgets", ROOT / "tests" / "deployment" / "observatory")
)

_PACKAGE = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))? \\")
_HASH = re.compile(r"    --hash=sha256:(?P<hash>[0-9a-f]{64})(?: \\)?")


class OddLine(Exception):
    """A line of a lock that is neither a package with hashes nor a comment."""


@dataclass(frozen=True)
class Locked:
    """A package in one version; `hashes` are those of the files that may be installed, `marker` says where it is."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]


@dataclass(frozen=True)
class LockedNpm:
    """A package of npm in one version, with the SHA-512 of its archive in hexadecimal digits."""

    name: str
    version: str
    licence: str
    sha512: str


def read_lock(path: Path) -> list[Locked]:
    """Return the packages of a lock, in order; raises `OddLine` for anything else, so for a package without hashes."""
    found: list[tuple[re.Match, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if package := _PACKAGE.fullmatch(line):
            found.append((package, []))
        elif (match := _HASH.fullmatch(line)) and found:
            found[-1][1].append(match["hash"])
        elif line.strip() and not line.lstrip().startswith("#"):
            raise OddLine(f"{path.name}: {line}")
    return [Locked(one["name"], one["version"], one["marker"], tuple(hashes)) for one, hashes in found]


def read_npm_lock(path: Path) -> list[LockedNpm]:
    """Return the packages of a lock of npm, in order."""
    packages = json.loads(path.read_text(encoding="utf-8"))["packages"]
    return [
        LockedNpm(
            place.rpartition("node_modules/")[2],
            package["version"],
            package.get("license", ""),
            base64.b64decode(package["integrity"].removeprefix("sha512-")).hex(),
        )
        for place, package in packages.items()
        if place
    ]
