"""What the pages of a static copy show: what the embed pages show, with links that need no server.

Nothing depends on when a copy is made: the day is that of the release. The pictures have no dots, because a copy
cannot take away a place that is a week old (see `widgets.pages.POINTS_HOLD_DAYS`); the widgets do.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import nh3
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cms.common.dates import long_date
from cms.common.languages import ENDONYMS
from cms.directory import richtext
from cms.directory.filters import Filters
from widgets import addresses, listing, names, pages, rendering, worldmap
from widgets.directory_file import Directory
from widgets.markup import ELEMENTS
from widgets.mirror import layout
from widgets.mirror.kept_cards import KeptCards
from widgets.mirror.layout import ALL, MAP, URGENT, PageLinks, Place, Shelf
from widgets.mirror.shelves import Records, ShelfPage
from widgets.options import EmbedOptions

# Said in the page, because not every host lets its headers be set.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
    )
)


@dataclass(frozen=True)
class Copy:
    """What pages in one language are made of.

    `languages` are those of the whole copy, `planned` the paths of all its pages, `shelves` who is on which list.
    """

    directory: Directory
    languages: tuple[str, ...]
    planned: Collection[str]
    shelves: Mapping[Shelf, Records]
    continents: tuple[listing.Continent, ...]
    worldwide: int
    cards: KeptCards

    @property
    def lang(self) -> str:
        """The language of the pages."""
        return self.directory.lang


def copy_of(directory: Directory, languages, planned, shelves) -> Copy:
    """Return what the pages of a directory are made of."""
    continents, worldwide = listing.index_by_country(directory, Filters({}))
    directory = replace(directory, made_for=directory.as_of)
    cards = KeptCards(directory)
    return Copy(directory, languages, planned, shelves, tuple(continents), worldwide, cards)


def map_page(copy: Copy, first: ShelfPage) -> bytes:
    """Return the page of the map; the list on it goes on where that of all organisations does."""
    return _list(copy, MAP, first)


def list_page(copy: Copy, page: ShelfPage) -> bytes:
    """Return a page of a list."""
    return _list(copy, layout.listing(page.shelf, page.number), page)


def organisation_page(copy: Copy, record: dict) -> bytes:
    """Return the page of an organisation, without its logo: that lies on the original's host."""
    place = layout.organisation(record["slug"])
    links = links_on(copy, place)
    content = pages.organisation_page(record, copy.directory, EmbedOptions(lang=copy.lang))
    whole = content["record"]
    texts = {
        name: _text_without_ways_back(getattr(whole, name)) for name in ("description", "how_to_ask_for_help")
    }
    content["record"] = replace(whole, logo=None, **texts)
    return rendering.render("organisation", content | around(copy, place, links, content["canonical"]))


def served(copy: Copy) -> dict[str, int]:
    """Return how many organisations serve each country, as the map shows it."""
    return pages.served(copy.directory.organisations)


def picture(theme: str, counts: Mapping[str, int]) -> bytes:
    """Return the picture of the map, without dots."""
    return worldmap.picture(worldmap.scene(theme, counts, ()))


def _list(copy, place, page):
    links = links_on(copy, place)
    options = _options(copy, page.shelf)
    is_first = page.shelf == ALL and page.number == 1
    fixed = pages.frame("map" if place == MAP else "directory", options)
    fixed |= around(copy, place, links, fixed["canonical"])
    fixed |= {
        # A widget cannot be asked for an area alone.
        "element": ELEMENTS["map" if place == MAP else "directory"]
        if page.shelf.kind != "area"
        else "section",
        # Files answer no query: what is chosen with scripts stands in the fragment.
        "attributes": [*options.attributes(), ("state", "fragment")] if page.shelf.kind != "area" else [],
        "title": _title(copy, place, page.shelf),
        "notes": (),
        "form": None,
        "shelves": _shelf_links(copy, links) if is_first else (),
        "all_url": "" if is_first else links.page(layout.listing(ALL), copy.lang),
        "urgent": _urgent(copy, options, links) if page.number == 1 and page.shelf != URGENT else [],
        "urgent_url": links.page(layout.listing(URGENT), copy.lang),
        "worldwide": copy.worldwide if is_first else 0,
        "total": page.total,
        "place": names.listed(
            (names.country(code, copy.lang) for code in options.filters.countries), copy.lang
        ),
        "pager": _pager(copy, page, links),
        "elsewhere": [
            (_words(copy, one), len(copy.shelves[one]), links.page(layout.listing(one), copy.lang))
            for one in page.elsewhere
        ],
        "pictures": _pictures(copy, links) if place == MAP else None,
        "as_of": long_date(copy.directory.as_of, copy.lang),
        "licence": copy.directory.licence,
        "attribution": copy.directory.attribution,
    }

    def content(detail):
        return fixed | {
            "facts": detail.whole,
            # Everything else goes before the way to the countries does: here nothing can be searched.
            "continents": [pages.continent(one, copy.directory, options, links) for one in copy.continents]
            if is_first
            else [],
            "detail": detail,
            "card_template": copy.cards,
            "groups": [
                (scope, [(record, links.organisation(record["slug"], options)) for record in records])
                for scope, records in page.groups
            ],
        }

    return rendering.render_within_limit("map" if place == MAP else "directory", content)


def links_on(copy: Copy, place: Place) -> PageLinks:
    """Return the links of a page."""
    return PageLinks(layout.path(place, copy.lang, copy.languages), copy.languages, copy.planned)


def around(copy: Copy, place: Place, links: PageLinks, original: str) -> dict:
    """Return what takes the place of the addresses of `pages.frame`."""
    kind = "directory" if place.kind == "directory" else "map"
    languages = [(lang, links.page(replace(place, number=1), lang)) for lang in copy.languages]
    return {
        "mirror": {
            "original": original,
            "start_url": links.file(layout.START),
            "policy": CONTENT_SECURITY_POLICY,
        },
        "alternates": [],
        "languages": [(lang, ENDONYMS[lang], url, lang == copy.lang) for lang, url in languages if url],
        "style_url": links.file(layout.STYLE),
        "accent_url": "",
        "script_url": links.file(f"widgets/v1/{addresses.script_name(kind)}"),
        "page_script_url": links.file("widgets/v1/embed-page.js"),
        "directory_url": links.page(layout.listing(ALL), copy.lang),
    }


def _options(copy, shelf):
    options = EmbedOptions(lang=copy.lang)
    if shelf == URGENT:
        return options.having("urgent", True)
    return options.having(shelf.kind, shelf.code) if shelf.kind in ("country", "role", "service") else options


def _title(copy, place, shelf):
    words = _words(copy, shelf)
    plain = pages.title("map" if place == MAP else "directory", EmbedOptions(lang=copy.lang))
    if not words:
        return plain
    return _("Organisations that accompany human rights defenders: %(country)s") % {"country": words}


def _words(copy, shelf):
    if shelf == ALL:
        return ""
    if shelf == URGENT:
        return _("Answers around the clock")
    if shelf.kind == "country":
        return names.country(shelf.code, copy.lang)
    return copy.directory.labels[shelf.kind].get(shelf.code, shelf.code)


def _shelf_links(copy, links):
    """Return (heading, [(words, organisations, address)]) of the lists by role and by service, then by area."""
    headings = {"role": _("What they do"), "service": _("Help offered"), "area": _("Where they work")}
    found = []
    for kind, heading in headings.items():
        shelves = [Shelf(kind, code) for code in copy.directory.labels[kind]]
        entries = [
            (_words(copy, one), len(copy.shelves[one]), links.page(layout.listing(one), copy.lang))
            for one in shelves
            if one in copy.shelves
        ]
        if entries:
            found.append((heading, entries))
    return found


def _urgent(copy, options, links):
    # Who does not answer around the clock is never among them: the shelf is shorter to look through.
    answering = replace(copy.directory, organisations=tuple(copy.shelves.get(URGENT, ())))
    found = listing.find(answering, options.filters)
    return pages.urgent_help(found, copy.directory, options, links)


def _pager(copy, page, links):
    if page.pages == 1:
        return None
    near = {"previous": page.number - 1, "next": page.number + 1}
    return {"page": page.number, "pages": page.pages} | {
        name: links.page(layout.listing(page.shelf, number), copy.lang) if 0 < number <= page.pages else ""
        for name, number in near.items()
    }


def _pictures(copy, links):
    counts = served(copy)
    return {theme: links.file(layout.picture(theme)) for theme in worldmap.PALETTES} | {
        "width": worldmap.WIDTH,
        "height": worldmap.height(),
        "legend": pages.legend(counts),
        "dots": False,
    }


def _text_without_ways_back(text):
    """Return a text whose links to the original's own pages are words only."""
    if text is None or not text.html:
        return text
    return replace(text, html=without_ways_back(text.html))


def without_ways_back(html: str, known: Mapping[str, str] | None = None) -> str:
    """Return sanitised HTML whose links to the original's own pages are words only, or lead to `known` ones here."""
    origin, known = f"{addresses.public_base()}/", known or {}

    def here(_tag, name, value):
        if name != "href" or not f"{value}/".startswith(origin):
            return value
        return known.get(value) or None

    cleaned = nh3.clean(
        html,
        tags=richtext.TAGS,
        attributes=richtext.ATTRIBUTES,
        url_schemes=richtext.SCHEMES,
        link_rel="noreferrer noopener",
        attribute_filter=here,
    )
    return mark_safe(cleaned)  # noqa: S308 (cleaned by the line above)
