"""Reads the sample content from its files and compares the markup of translations."""

import csv
import json
from html.parser import HTMLParser
from pathlib import Path

CONTENT = Path(__file__).parents[2] / "cms" / "sample" / "content"


def read_json(name):
    """Return what a JSON file of the sample content holds."""
    return json.loads((CONTENT / name).read_text(encoding="utf-8"))


def read_rows():
    """Return the rows of organisations.csv, column -> cell."""
    with (CONTENT / "organisations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes_in(cell):
    """Return the codes of a cell that holds a list."""
    return [code for code in cell.split("|") if code]


class Skeleton(HTMLParser):
    """The tags of a text in order, with the links, without the words."""

    def __init__(self, html):
        super().__init__()
        self.parts, self._open = [], []
        self.feed(html)
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag, attrs):
        self._open.append(tag)
        self.parts.append((tag, tuple(attrs)))

    def handle_endtag(self, tag):
        assert self._open.pop() == tag
        self.parts.append((f"/{tag}", ()))


def assert_same_skeleton(texts, allowed):
    """Fail unless the texts (language -> HTML) have the same allowed tags and links in the same order."""
    skeletons = [Skeleton(text).parts for text in texts.values()]
    assert all(skeleton == skeletons[0] for skeleton in skeletons), texts
    for tag, attributes in skeletons[0]:
        assert tag.strip("/") in allowed
        assert all(name == "href" and link.startswith("https://") for name, link in attributes)
