"""What the embed pages show, as plain values for their templates."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from django.utils.translation import gettext as _

from cms.common import exits
from cms.common.dates import long_date
from cms.common.languages import ENDONYMS, LANGUAGES, SOURCE_LANGUAGE, direction
from cms.directory.clusters import clusters
from cms.directory.filters import InvalidParameter
from cms.directory.geojson import countries_served, public_points
from widgets import addresses, cards, controls, finder, listing, names, shading, worldmap
from widgets.directory_file import Directory, today
from widgets.links import SITE, Links
from widgets.markup import ELEMENTS
from widgets.options import EmbedOptions, EmbedRequest
from widgets.orders import USUAL

# A map that shows where somebody was a week ago can do harm.
POINTS_HOLD_DAYS = 7
URGENT_SHOWN = 4


@dataclass(frozen=True)
class Detail:
    """How much a page says, so that it keeps to its limit: contacts and characters of summary per card."""

    contacts: int
    summary: int
    whole: bool  # with the index of countries and the facts on the cards


def frame(kind: str, options: EmbedOptions, *args: str) -> dict:
    """Return what every page has around its content; `kind` names the address, `args` are its parts."""
    path = addresses.path(kind, *args)
    accent = options.accent.removeprefix("#")
    canonical = addresses.absolute(kind, *args, query=options.query())
    here = [(lang, replace(options, lang=lang)) for lang in LANGUAGES]
    return {
        "lang": options.lang,
        "dir": direction(options.lang),
        "theme": options.theme,
        "canonical": canonical,
        "oembed_url": addresses.oembed_url(canonical),
        "alternates": [(lang, addresses.absolute(kind, *args, query=o.query())) for lang, o in here],
        "languages": [
            (lang, ENDONYMS[lang], f"{path}?{o.query()}", lang == options.lang) for lang, o in here
        ],
        "style_url": addresses.path("embed_style"),
        "accent_url": addresses.path("embed_accent", accent) if accent else "",
        "page_script_url": addresses.path("widget_file", "embed-page.js"),
        "script_url": addresses.path("widget_file", addresses.script_name(kind)),
        "directory_url": f"{addresses.path('directory')}?{plain(options).query()}",
        "privacy_url": addresses.privacy_page(options.lang),
        "exit_url": exits.address(options.lang) if options.exit else "",
    }


def plain(options: EmbedOptions) -> EmbedOptions:
    """Return only the language, the look, and whether there is a way to leave."""
    return EmbedOptions(lang=options.lang, theme=options.theme, accent=options.accent, exit=options.exit)


def embed_page(kind: str, directory: Directory, asked: EmbedRequest, detail: Detail) -> dict:
    """Return the content of the map page and of the directory page."""
    options, notes = asked.options, asked.notes
    lang, filters = options.lang, options.filters
    found = listing.find(directory, filters, options.order)
    shown = listing.one_page(found, filters, options.page, options.order)
    if shown.page < options.page:
        notes += (InvalidParameter("page", _("The list ends with page %(pages)d."), pages=shown.pages),)
        options = replace(options, page=shown.page)
    opened = directory.organisation(options.opened) if options.opened else None
    if options.opened and opened is None:
        notes += (unknown_organisation("open", options.opened),)
        options = replace(options, opened="")
    continents, worldwide = listing.index_by_country(directory, filters)
    return frame(kind, options) | {
        "kind": kind,
        "element": ELEMENTS[kind],
        # With scripts the address of the page goes on to say what is chosen.
        "attributes": [*options.attributes(), ("state", "query")],
        "title": title(kind, options),
        "notes": notes,
        "form": controls.search_form(kind, directory, options),
        "finder_url": f"{addresses.path('finder')}?{options.having('search').query()}",
        "answers": finder.answers(found, directory, options),
        "active": controls.active_filters(directory, options),
        "urgent": urgent_help(found, directory, options),
        "urgent_url": f"?{options.having('urgent', True).query()}",
        "continents": [continent(one, directory, options) for one in continents] if detail.whole else [],
        "worldwide": worldwide,
        "facts": detail.whole,
        "opened": list(entries([opened] if opened else [], directory, options, detail)),
        "total": shown.total,
        "groups": [(scope, entries(records, directory, options, detail)) for scope, records in shown.groups],
        "place": names.listed((names.country(code, lang) for code in filters.countries), lang),
        "pager": pager(shown, options),
        "pictures": map_pictures(options, served(found)) if kind == "map" else None,
        "sheet": sheet_form(options) if detail.whole else None,
        "clear_url": f"?{plain(options).query()}",
        "as_of": long_date(directory.as_of, lang),
        "licence": directory.licence,
        "attribution": directory.attribution,
    }


def finder_page(directory: Directory, asked: EmbedRequest) -> dict:
    """Return the content of the page with three questions; its answers are the query of the directory's page."""
    options = replace(asked.options, page=1)
    found = listing.find(directory, options.filters, options.order)
    urgent = options.having("urgent", True)
    return frame("finder", options) | {
        "title": _("Find help in three questions"),
        "oembed_url": "",  # in the frame that oEmbed makes, WordPress lets no form be sent
        "notes": asked.notes,
        "form": finder.form(directory, options),
        "urgent": urgent_help(found, directory, options),
        "urgent_url": f"{addresses.path('directory')}?{urgent.query()}",
        "as_of": long_date(directory.as_of, options.lang),
        "licence": directory.licence,
        "attribution": directory.attribution,
    }


def organisation_page(record: dict, directory: Directory, options: EmbedOptions) -> dict:
    """Return the content of the page of one organisation."""
    whole = cards.make_record(record, directory)
    slug = record["slug"]
    return frame("organisation", plain(options), slug) | {
        # One address per language, whatever the page looks like.
        "canonical": organisation_url(slug, options.lang),
        "alternates": [
            *((lang, organisation_url(slug, lang)) for lang in LANGUAGES),
            ("x-default", organisation_url(slug, SOURCE_LANGUAGE)),
        ],
        "title": whole.card.name,
        "card": whole.card,
        "record": whole,
        "corrections": cards.make_corrections(record["name"], directory),
        "as_of": long_date(directory.as_of, options.lang),
        "licence": directory.licence,
        "attribution": directory.attribution,
    }


def sheet_form(options: EmbedOptions) -> dict:
    """Return what leads to a contact sheet (see `widgets.sheet`): of all that is found, and of what is marked."""
    path = addresses.path("directory")
    return {
        "action": path,
        "hidden": plain(options).pairs(),
        "all_url": f"{path}?{options.at(options.page).query()}&print=true",
    }


def unknown_organisation(parameter: str, slug: str) -> InvalidParameter:
    """Return the note that there is no such organisation."""
    return InvalidParameter(
        parameter, _("“%(value)s” is no organisation of this directory."), value=slug[:80]
    )


def organisation_url(slug: str, lang: str) -> str:
    """Return the absolute address under which the page of an organisation is known."""
    return addresses.absolute("organisation", slug, query=EmbedOptions(lang=lang).query())


def title(kind: str, options: EmbedOptions) -> str:
    """Return the heading of a page, which is also what a link to it says."""
    countries = options.filters.countries
    place = names.listed((names.country(code, options.lang) for code in countries[:3]), options.lang)
    if kind == "map":
        return _("Who accompanies human rights defenders")
    if 0 < len(countries) <= 3:
        return _("Organisations that accompany human rights defenders: %(country)s") % {"country": place}
    return _("Organisations that accompany human rights defenders")


def urgent_help(
    found: Iterable[dict], directory: Directory, options: EmbedOptions, links: Links = SITE
) -> list[dict]:
    """Return the first of the found records who answer around the clock, with their urgent contacts.

    Nobody where the whole list is of those who do.
    """
    if "urgent" in options.filters.values:
        return []
    answering = (record for record in found if record["urgent_help"])
    return [
        {
            "card": cards.make_card(record, directory, contact_limit=0),
            "url": links.organisation(record["slug"], plain(options)),
            "contacts": cards.make_contacts(record, directory, urgent_only=True)[:3],
        }
        for record in islice(answering, URGENT_SHOWN)
    ]


def pager(shown: listing.Listing, options: EmbedOptions) -> dict | None:
    """Return the addresses of the pages before and after; None for a single page."""
    if shown.pages == 1:
        return None
    near = {"previous": shown.page - 1, "next": shown.page + 1}
    return {"page": shown.page, "pages": shown.pages} | {
        name: f"?{options.at(number).query()}" if 0 < number <= shown.pages else ""
        for name, number in near.items()
    }


def map_pictures(options: EmbedOptions, served: Mapping[str, int]) -> dict:
    """Return the addresses of the picture per theme, its size and legend."""
    query = replace(options.at(1), order=USUAL, theme="auto").query()
    return {theme: f"{addresses.path('map_picture', theme)}?{query}" for theme in worldmap.PALETTES} | {
        "width": worldmap.WIDTH,
        "height": worldmap.height(),
        "legend": legend(served),
        "dots": True,
    }


def map_scene(theme: str, directory: Directory, options: EmbedOptions) -> worldmap.Scene:
    """Return what the picture shows: who serves which country, and places unless the file is old."""
    found = listing.find(directory, options.filters)
    points = [(place["lat"], place["lng"]) for _record, place in public_points(found)]
    if (today() - directory.as_of).days > POINTS_HOLD_DAYS:
        points = []
    # Cells five times finer than those of touchable markers: dots may stand close.
    dots = clusters(points, math.log2(worldmap.WIDTH * 5 / 256))
    return worldmap.scene(theme, served(found), dots, options.accent)


def served(records: Iterable[dict]) -> dict[str, int]:
    """Return how many of the records serve each country, by name or through its region."""
    return {code: sum(counts.values()) for code, counts in countries_served(records).items()}


def legend(served: Mapping[str, int]) -> list:
    """Return (step, first, last) for every step of shading of a map of these numbers."""
    return shading.legend(shading.breaks_of(served.values()))


def continent(
    one: listing.Continent, directory: Directory, options: EmbedOptions, links: Links = SITE
) -> dict:
    """Return an entry of the index of countries."""
    chosen = options.filters.countries
    return {
        "name": directory.labels["area"].get(one.code, one.code),
        "organisations": one.organisations,
        "countries": [
            (name, count, links.listing(options.having("country", code)), code in chosen)
            for code, name, count in one.countries
        ],
    }


def entries(
    records: Iterable[dict], directory: Directory, options: EmbedOptions, detail: Detail
) -> Iterator[tuple[cards.Card, str]]:
    """Yield (card, address of the page) of the records."""
    for record in records:
        url = SITE.organisation(record["slug"], plain(options))
        yield card_of(record, directory, detail), url


def card_of(record: dict, directory: Directory, detail: Detail) -> cards.Card:
    """Return the card of a record with so much detail."""
    return cards.shortened(cards.make_card(record, directory, detail.contacts), detail.summary)
