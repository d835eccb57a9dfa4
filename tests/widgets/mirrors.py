"""Whole releases with a manifest, and copies of them, for tests of static mirrors."""

import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from cms.common.languages import LANGUAGES
from cms.directory.geojson import overview
from tests.widgets.directories import TODAY, directory
from tests.widgets.releases import release

ORIGINAL = "https://defenders.example.org"
LINKS = ("href", "src", "srcset", "action", "data", "poster")


def publish_whole(root, records, number=1, guidance=None, former=None, **changes):
    """Publish the records in all languages with a manifest; return the folder of the release.

    `guidance` returns the data of a guidance file for a language, `former` maps former slugs to those of now.
    """
    files = {f"directory.{lang}.json": directory(records, lang, **changes) for lang in LANGUAGES}
    head = {"schema_version": 1, "as_of": changes.get("as_of", TODAY)}
    files["overview.json"] = json.dumps(head | overview(records)).encode()
    if former:
        files["former_slugs.json"] = json.dumps(head | {"former_slugs": former}).encode()
    if guidance:
        files |= {f"guidance.{lang}.json": json.dumps(guidance(lang)).encode() for lang in LANGUAGES}
    entries = {
        name: {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}
        for name, content in files.items()
    }
    manifest = {"schema_version": 1, "as_of": changes.get("as_of", TODAY), "files": entries}
    folder = release(root, files | {"manifest.json": json.dumps(manifest).encode()}, number)
    (folder / ".index").mkdir()
    (folder / ".index" / "organisations").write_bytes(b"not for the public")
    return folder


def tree(folder):
    """Return {path: bytes} of all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def pages(folder):
    """Return {path: Page} of all HTML pages of a copy."""
    return {path: Page(content.decode()) for path, content in tree(folder).items() if path.endswith(".html")}


def target_of(at, link):
    """Return the path that a relative link on a page of a copy leads to."""
    path = unquote(urlsplit(link).path)
    folder = Path("/") / Path(at).parent
    parts: list[str] = list(folder.parts[1:])
    for part in path.split("/"):
        if part == "..":
            assert parts, f"{link} on {at} leads out of the copy"
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


class Page(HTMLParser):
    """A page: `links` are (tag, attribute, value, rel) of everything that leads or loads, `tags` all tags."""

    def __init__(self, html):
        super().__init__()
        self.html = html
        self.links = []
        self.tags = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Note a tag and its links."""
        attributes = dict(attrs)
        self.tags.append(tag)
        self.links += [
            (tag, name, value, attributes.get("rel") or "") for name, value in attrs if name in LINKS
        ]

    def local(self):
        """Return the links to files of the copy."""
        return [
            value for _tag, _name, value, _rel in self.links if not urlsplit(value).scheme and value[0] != "#"
        ]

    def absolute(self):
        """Return (tag, value, rel) of links to other places."""
        return [(tag, value, rel) for tag, _name, value, rel in self.links if urlsplit(value).scheme]
