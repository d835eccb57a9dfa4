"""Host pages: an article with one embed, ours as partners paste it or a map that it is compared with."""

from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.widgets import peers

HOST = "HOST"  # stands for the address that serves everything but the host page

MAP = '<defenders-map lang="es"><a href="https://example.org/">Mapa</a></defenders-map>'
DIRECTORY = (
    '<defenders-directory lang="es"><a href="https://example.org/">Directorio</a></defenders-directory>'
)
PRELOAD = '<link rel="preload" as="fetch" crossorigin href="HOST/published/v1/overview.json">'
FLOATING = '<script type="module" src="HOST/widgets/v1/defenders.js"></script>'
PINNED = '<script type="module" crossorigin src="HOST/widgets/v1/{}" integrity="{}"></script>'
LIST_STEPS = ("loaded", "typing", "country")
MAP_STEPS = (*LIST_STEPS, "places")


@dataclass(frozen=True)
class Embed:
    """What stands in a host page; `can` is what a visitor does there, the first step waits for its content."""

    title: str
    body: str = ""
    can: tuple[str, ...] = ()


def embeds(manifest: dict, names: Iterable[str]) -> dict[str, Embed]:
    """Return all that can be embedded by name, with these peers; `manifest` names the built files."""
    pinned = {name: PINNED.format(*_file(manifest[name])) for name in ("map", "directory")}
    own = {
        "pinned": Embed("this project, pinned", MAP + PRELOAD + pinned["map"], MAP_STEPS),
        "floating": Embed("this project, floating", MAP + PRELOAD + FLOATING, MAP_STEPS),
        # Where a CMS leaves only the script.
        "bare": Embed("this project, without the preload", MAP + FLOATING, MAP_STEPS),
        "directory": Embed("this project, directory alone", DIRECTORY + pinned["directory"], LIST_STEPS),
        # What the browser itself needs for a page, and a sign of how busy the machine is.
        "empty": Embed("a page without an embed"),
    }
    return own | {name: Embed(peers.PEERS[name].title, peers.body(name), ("drawn",)) for name in names}


def _file(entry):
    return entry["file"], entry["integrity"]


def page(embed: Embed, host: str) -> bytes:
    """Return the host page."""
    text = (
        '<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Artículo</title>'
        '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>'
        f"<body><h1>Artículo</h1>{embed.body.replace(HOST, host)}</body></html>"
    )
    return text.encode()
