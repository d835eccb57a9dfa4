"""What docs/deploy.md tells an administrator to do, taken from its blocks."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "deploy.md"

_BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
AS_THE_SERVICE = "sudo -u defenders "


def blocks(kind: str) -> list[str]:
    """Return the blocks of a kind, in order."""
    page = PAGE.read_text(encoding="utf-8")
    return [block["text"] for block in _BLOCK.finditer(page) if block["kind"] == kind]


def commands() -> list[str]:
    """Return the lines that are run as the service, without what makes them so."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    strange = [line for line in lines if not line.startswith(AS_THE_SERVICE)]
    assert strange == [], "A line of a `sh` block is run by the tests as the service."
    return [line.removeprefix(AS_THE_SERVICE) for line in lines]


def environment() -> dict[str, str]:
    """Return the environment that the page shows."""
    (block,) = blocks("ini")
    lines = [line for line in block.splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


def redis_settings() -> list[list[str]]:
    """Return the settings of Redis that the page shows, each as its words."""
    (block,) = blocks("redis")
    return [line.split() for line in block.splitlines() if line and not line.startswith("#")]
