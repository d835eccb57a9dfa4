"""Numbers as text: tables of Markdown, between the markers of a page."""

import re
from pathlib import Path

MARKERS = "<!-- measured: {name} -->", "<!-- end: {name} -->"


def number(value: float | None) -> str:
    """Return a number with three digits that mean something."""
    if value is None:
        return "?"
    if value == 0:
        return "0"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    digits = f"{value:.3g}"
    return f"{float(digits):f}".rstrip("0").rstrip(".") if "e" in digits else digits


def megabytes(size: float | None) -> str:
    """Return bytes as millions of them."""
    return number(size and size / 1e6)


def times(one: float, other: float) -> float:
    """Return how many times the first number is the second; infinity beside nothing."""
    return one / other if other else float("inf")


def ratio(one: float, other: float) -> str:
    """Return `times` as text."""
    found = times(one, other)
    return f"{found:.2f}" if found < 10 else f"{found:.0f}"


def table(heads: list[str], rows: list[list[str]]) -> str:
    """Return a table of Markdown; a column of numbers stands on the right."""
    columns = list(zip(*rows, strict=True))
    sides = ["---:" if any(map(_is_number, column)) else "---" for column in columns]
    lines = [heads, sides, *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _is_number(text):
    return text.replace(",", "").replace(".", "").isdigit()


def write(page: Path, name: str, text: str) -> None:
    """Put the text between the markers of this name; ValueError when the page has none."""
    start, end = (marker.format(name=name) for marker in MARKERS)
    content = page.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(start)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(content):
        raise ValueError(f"{page} has no place for {name}: {start} … {end}")
    page.write_text(pattern.sub(lambda _: f"{start}\n\n{text}\n\n{end}", content, count=1), encoding="utf-8")
