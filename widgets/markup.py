"""The HTML that partners paste: an element with its script, a frame, or a link. Pure; all of it escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

ELEMENTS = {"map": "defenders-map", "directory": "defenders-directory", "guidance": "defenders-guidance"}
FRAME_HEIGHT = 720  # CSS pixels


@dataclass(frozen=True)
class Embed:
    """What is embedded: its kind, the words of the link, absolute addresses, the element's attributes.

    `preload_url` is the data that the element wants first, if there is any.
    """

    kind: str
    title: str
    page_url: str
    script_url: str
    attributes: tuple[tuple[str, str], ...] = ()
    preload_url: str = ""


def link_html(embed: Embed) -> str:
    """Return a plain link: what is left where everything else is stripped."""
    return f'<a href="{escape(embed.page_url)}">{escape(embed.title)}</a>'


def iframe_html(embed: Embed, height: int = FRAME_HEIGHT) -> str:
    """Return a frame with the link inside."""
    attributes = [
        ("src", embed.page_url),
        ("title", embed.title),
        ("width", "100%"),
        ("height", str(int(height))),
        ("loading", "lazy"),
        ("referrerpolicy", "no-referrer"),
    ]
    return f"<iframe{_attributes(attributes)}>{link_html(embed)}</iframe>"


def element_html(embed: Embed, height: int = FRAME_HEIGHT) -> str:
    """Return the element with its fallback (a link, and a frame where scripts are off), its first data and the script.

    Where a CMS strips the line that preloads, the script asks for the same data itself, a round trip later.
    `height` is that of the frame, in CSS pixels.
    """
    name = ELEMENTS[embed.kind]
    preload = (
        f'<link rel="preload" as="fetch" crossorigin href="{escape(embed.preload_url)}">'
        if embed.preload_url
        else ""
    )
    return (
        f"<{name}{_attributes(embed.attributes)}>\n"
        f"  {link_html(embed)}\n"
        f"  <noscript>{iframe_html(embed, height)}</noscript>\n"
        f"</{name}>\n"
        f"{preload}"
        f'<script type="module" src="{escape(embed.script_url)}"></script>'
    )


def pinned_script_html(url: str, integrity: str) -> str:
    """Return the line that loads a module which never changes, and nothing else in its place."""
    attributes = [("type", "module"), ("crossorigin", "anonymous"), ("src", url), ("integrity", integrity)]
    return f"<script{_attributes(attributes)}></script>"


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs)
