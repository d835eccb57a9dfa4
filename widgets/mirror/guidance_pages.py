"""The sections of the guidance in a static copy: without the pictures and documents that lie on the original's host."""

import re
from collections.abc import Mapping

from django.utils.safestring import SafeString

from widgets import addresses, guidance, rendering
from widgets.guidance_file import Guidance
from widgets.mirror import layout, pages
from widgets.mirror.pages import Copy
from widgets.options import EmbedOptions

KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,80}")

# Templates of blocks that are nothing but a file of the original.
FILES = frozenset({"widgets/embed/blocks/image.html", "widgets/embed/blocks/document.html"})


def keys(file: Guidance) -> list[str]:
    """Return the keys of the sections that have a page, in the order of the file."""
    return [key for key in file.pages if KEY.fullmatch(key)]


def guidance_page(copy: Copy, file: Guidance, key: str, known: Mapping[str, str]) -> bytes:
    """Return the page of a section; `known` maps addresses of the original's pages to keys of sections."""
    place = layout.guidance(key)
    links = pages.links_on(copy, place)
    here = {url: links.page(layout.guidance(other), copy.lang) for url, other in known.items()}

    def content(extent):
        made = guidance.guidance_page(key, file, EmbedOptions(lang=copy.lang), extent, links, file.as_of)
        around = pages.around(copy, place, links, made["canonical"])
        blocks = [
            (template, _local(block, here)) for template, block in made["blocks"] if template not in FILES
        ]
        return made | around | {"blocks": [pair for pair in blocks if pair[1] is not None], "whole_url": ""}

    return rendering.render_within_limit("guidance", content, guidance.EXTENTS)


def known_pages(files: Mapping[str, Guidance]) -> dict[str, str]:
    """Return {address of a page of the original: key} of the sections in all languages."""
    return {file.pages[key]["url"]: key for file in files.values() for key in keys(file)}


def _local(value, here):
    """Return a block whose links stay in the copy or leave it for somebody else; None without a way to go."""
    if isinstance(value, SafeString):
        return pages.without_ways_back(value, here)
    if isinstance(value, list | tuple):
        return type(value)(_local(one, here) for one in value)
    if not isinstance(value, dict):
        return value
    made = {name: _local(one, here) for name, one in value.items() if name != "picture"}
    if _is_of_original(made.get("url")):
        made["url"] = here.get(made["url"], "")
        if not made["url"] and "link_label" in made:
            return None
    return made


def _is_of_original(url):
    return isinstance(url, str) and f"{url}/".startswith(f"{addresses.public_base()}/")
