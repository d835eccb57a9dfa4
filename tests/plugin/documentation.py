"""What docs/plugin.md tells a developer to do, taken from its blocks of code."""

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "plugin.md"

_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_PLACE = re.compile(r"# (?P<file>\S+), (?P<how>at the end|whole file)\n")


def blocks(language: str) -> list[str]:
    """Return the blocks of code in a language, in order."""
    return [
        block["code"]
        for block in _BLOCK.finditer(PAGE.read_text(encoding="utf-8"))
        if block["language"] == language
    ]


def apply_to(project: Path) -> list[str]:
    """Change the files of a project as the page says; return their names. Each file must be there already."""
    changed = []
    for code in blocks("python"):
        place = _PLACE.match(code)
        assert place, f"The first line of a block names its file: {code.splitlines()[0]}"
        path = project / place["file"]
        before = path.read_text(encoding="utf-8")
        path.write_text(f"{before}\n{code}" if place["how"] == "at the end" else code, encoding="utf-8")
        changed.append(place["file"])
    return changed


def commands() -> list[list[str]]:
    """Return the arguments of every `python manage.py …` of the page's shell blocks, in order."""
    lines = [line for code in blocks("sh") for line in code.splitlines()]
    return [line.split()[2:] for line in lines if line.startswith("python manage.py ")]
