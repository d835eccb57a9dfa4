"""Where things lie in a static copy, and relative links between them. Pure.

A page lies below the path it has on the original, so that an address of the original leads to the same page on any
copy once the host is exchanged; the language, which is a query there, is a folder here:

    embed/v1/map/index.html                    the first language of the copy
    embed/v1/map/eu/index.html                 another one
    embed/v1/directory/country/co/eu/2/index.html
    embed/v1/organisations/<slug>/eu/index.html
    embed/v1/guidance/<key>/eu/index.html

Links name `index.html`, so that they also work from a disk and from storages that know no index pages.
"""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote

from widgets.options import EmbedOptions

STYLE = "embed/v1/style.css"
START = "index.html"


@dataclass(frozen=True)
class Shelf:
    """A list of organisations: all of them, or those of a kind ("country", "area", "role", "service", "urgent")."""

    kind: str = ""
    code: str = ""


ALL = Shelf()
URGENT = Shelf("urgent")


@dataclass(frozen=True)
class Place:
    """What a page shows, whatever its language: the map, a page of a shelf, or an organisation."""

    kind: str
    shelf: Shelf = ALL
    number: int = 1
    slug: str = ""


MAP = Place("map")


def listing(shelf: Shelf, number: int = 1) -> Place:
    """Return the place of a page of a shelf."""
    return Place("directory", shelf, number)


def organisation(slug: str) -> Place:
    """Return the place of an organisation's page."""
    return Place("organisations", slug=slug)


def guidance(key: str) -> Place:
    """Return the place of a section of the guidance."""
    return Place("guidance", slug=key)


def picture(theme: str) -> str:
    """Return the path of the picture of the map."""
    return f"embed/v1/map.{theme}.webp"


def path(place: Place, lang: str, languages: tuple[str, ...]) -> str:
    """Return the path of a page from the root of a copy in these languages."""
    parts = ["embed/v1", place.kind, place.slug, place.shelf.kind, place.shelf.code.lower()]
    parts.append("" if lang == languages[0] else lang)
    parts.append(str(place.number) if place.number > 1 else "")
    return "/".join([*filter(None, parts), "index.html"])


def shelf_of(options: EmbedOptions) -> Shelf:
    """Return the shelf that shows what the options ask for; everything when they ask for more than one thing."""
    asked = [(kind, value) for kind, values in options.filters.values.items() for value in values]
    if len(asked) != 1:
        return ALL
    kind, value = asked[0]
    return URGENT if kind == "urgent" else Shelf(kind, value)


class PageLinks:
    """Links of one page of a copy (see `widgets.links.Links`): only to what the copy has, relative to the page."""

    def __init__(self, at: str, languages: tuple[str, ...], planned: Collection[str]):
        """`at` is the path of the page, `planned` the paths of all pages."""
        self._up = "../" * at.count("/")
        self._languages = languages
        self._planned = planned

    def file(self, path: str) -> str:
        """Return the link to a file of the copy."""
        return self._up + quote(path)

    def page(self, place: Place, lang: str) -> str:
        """Return the link to a page, "" when the copy has none."""
        target = path(place, lang, self._languages)
        return self.file(target) if target in self._planned else ""

    def listing(self, options: EmbedOptions) -> str:
        """Return the link to the first page of the list for these options."""
        return self.page(listing(shelf_of(options)), options.lang)

    def organisation(self, slug: str, options: EmbedOptions) -> str:
        """Return the link to an organisation's page."""
        return self.page(organisation(slug), options.lang)

    def widget(self, kind: str, options: EmbedOptions) -> str:
        """Return the link to the page that shows the same as a widget, or as much as there is a list of."""
        whole = self.page(MAP if kind == "map" else listing(ALL), options.lang)
        return (self.listing(options) or whole) if options.filters.values else whole
