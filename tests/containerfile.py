"""Containerfile and .containerignore, read as an engine reads them."""

import json
import shlex
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE, IGNORED = ROOT / "Containerfile", ROOT / ".containerignore"


@dataclass(frozen=True)
class Instruction:
    """One instruction: its word, what follows it, and in which stage it stands (0 for what is before the first)."""

    word: str
    rest: str
    stage: int

    @property
    def command(self) -> list[str]:
        """The words of a command in exec form; ValueError for one that a shell would run."""
        return json.loads(self.rest[self.rest.index("[") :])


def instructions() -> list[Instruction]:
    """Return the instructions in order."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found, stage = [], 0
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        if line.strip():
            word, _, rest = line.partition(" ")
            stage += word == "FROM"
            found.append(Instruction(word, rest.strip(), stage))
    return found


def the(word: str) -> Instruction:
    """Return the only instruction with this word in the last stage."""
    every = instructions()
    (found,) = [one for one in every if one.word == word and one.stage == every[-1].stage]
    return found


def copied() -> list[tuple[list[str], str]]:
    """Return (sources in this repository, target) of every copy from it."""
    words = [
        shlex.split(one.rest) for one in instructions() if one.word == "COPY" and "--from" not in one.rest
    ]
    return [(parts[:-1], parts[-1]) for parts in words]


def environment() -> dict[str, str]:
    """Return the variables of the last stage."""
    return dict(part.split("=", 1) for part in shlex.split(the("ENV").rest))


def is_ignored(path: str) -> bool:
    """Tell whether an engine leaves a path of this repository out: the last line that fits decides."""
    ignored = False
    for line in IGNORED.read_text(encoding="utf-8").splitlines():
        pattern = line.lstrip("!").removeprefix("**/")
        if line and not line.startswith("#") and _fits(path, pattern, deep="**/" in line):
            ignored = not line.startswith("!")
    return ignored


def _fits(path, pattern, deep):
    parts = path.split("/")
    if deep:
        return any(fnmatch(part, pattern) for part in parts)
    depth = pattern.count("/") + 1
    return fnmatch("/".join(parts[:depth]), pattern)
