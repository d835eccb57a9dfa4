"""How a draft of an organisation looks to visitors: whoever draws the public pages draws it and registers how."""

from collections.abc import Sequence
from typing import Protocol

# A page of its own, as embed pages show it, and an entry in the list, as the directory widget shows it.
PAGE, CARD = LOOKS = ("page", "card")


class Renderer(Protocol):
    """Makes the HTML of a preview; sentences are in the active language, which is that of the preview."""

    def __call__(self, directory_file: bytes, lang: str, look: str, notes: Sequence[str] = ()) -> str:
        """Return a whole page for a directory file with one organisation in it; `notes` are shown above."""


_renderers: list[Renderer] = []


def register_renderer(renderer: Renderer) -> None:
    """Draw previews with this one from now on."""
    _renderers[:] = [renderer]


def can_render() -> bool:
    """Say whether anybody draws previews: a site may do without the widgets."""
    return bool(_renderers)


def render(directory_file: bytes, lang: str, look: str, notes: Sequence[str] = ()) -> str:
    """Return the HTML of a preview."""
    return _renderers[0](directory_file, lang, look, notes)
