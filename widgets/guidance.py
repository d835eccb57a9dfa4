"""What the embed page of a guidance section shows, from the published file alone.

Each kind of block is one function in `BLOCKS`, from its typed JSON to the values of its template
`widgets/embed/blocks/<kind>.html`. A block of a kind this version does not know, or a broken one, is left out.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from cms.common.dates import long_date
from cms.common.languages import ENDONYMS, direction
from cms.common.territories import is_country
from cms.directory.calls import call_order, call_state, training_order, training_state
from cms.directory.filters import FILTERS, Filter, Filters
from cms.directory.guidance_filters import PROGRAMME_FILTERS, TRAINING_FILTERS, passes
from cms.directory.guidance_words import programme_in_words, testimony_in_words, training_in_words
from widgets import addresses, directory_file, pages
from widgets.guidance_file import Guidance
from widgets.links import SITE, Links
from widgets.markup import ELEMENTS
from widgets.options import EmbedOptions
from widgets.untrusted import safe_html, sound_picture, web_address

logger = logging.getLogger("widgets.guidance")


@dataclass(frozen=True)
class Extent:
    """How much a page says, so that it keeps to its limit: records per list, long texts, the page's own text."""

    records: int | None
    long_texts: bool
    body: bool = True


# From everything to what always fits.
EXTENTS = (
    Extent(records=None, long_texts=True),
    Extent(records=None, long_texts=False),
    Extent(records=25, long_texts=False),
    Extent(records=0, long_texts=False, body=False),
)


@dataclass(frozen=True)
class Setting:
    """What blocks are shown in: the file, the look, the day, how much, and where links lead."""

    guidance: Guidance
    options: EmbedOptions
    today: date
    extent: Extent
    links: Links


@dataclass(frozen=True)
class Dated:
    """A kind of records whose order and state follow from their days and the day.

    `records` is its name in the file; `days` name the first and the last day, `whenever` the flag that needs none.
    """

    records: str
    days: tuple[str, str]
    whenever: str
    order: Callable
    state_name: str
    state: Callable
    filters: Mapping[str, Filter]
    in_words: Callable


PROGRAMMES = Dated(
    "programmes",
    ("call_opens", "call_closes"),
    "is_rolling",
    call_order,
    "call_state",
    call_state,
    PROGRAMME_FILTERS,
    programme_in_words,
)
TRAININGS = Dated(
    "trainings",
    ("starts_on", "ends_on"),
    "on_request",
    training_order,
    "training_state",
    training_state,
    TRAINING_FILTERS,
    training_in_words,
)

# What blocks link to refuses to be framed.
_safe = partial(safe_html, links_leave=True)


def guidance_page(
    key: str,
    guidance: Guidance,
    options: EmbedOptions,
    extent: Extent,
    links: Links = SITE,
    day: date | None = None,
) -> dict | None:
    """Return the content of the page of a section as it is on a day, None when there is no such section."""
    section = guidance.pages.get(key)
    if section is None:
        return None
    options = pages.plain(options)
    setting = Setting(guidance, options, day or directory_file.today(), extent, links)
    spoken = section["lang"]
    return pages.frame("guidance", options, key) | {
        "title": section["title"],
        "section": section,
        "spoken": spoken,
        "spoken_dir": direction(spoken),
        "spoken_name": ENDONYMS.get(spoken, spoken) if spoken != options.lang else "",
        "blocks": list(_blocks(section["body"], setting)) if extent.body else [],
        # The section is written already; a map or a directory in it is not.
        "script_url": addresses.path("widget_file", addresses.script_name("map")),
        "shortened": extent != EXTENTS[0],
        "whole_url": web_address(section["url"]),
        "as_of": long_date(guidance.as_of, options.lang),
        "licence": guidance.licence,
    }


def _blocks(body: Sequence, setting: Setting):
    """Yield (template, values) of the blocks that can be shown."""
    for block in body:
        try:
            kind, value = block["type"], block["value"]
            shown = BLOCKS[kind](value, setting) if kind in BLOCKS else None
        except (KeyError, TypeError, ValueError, AttributeError):
            logger.warning("A block of guidance.%s.json cannot be shown.", setting.guidance.lang)
            continue
        if shown is not None:
            yield f"widgets/embed/blocks/{TEMPLATES.get(kind, kind)}.html", shown


def _rich_text(value, setting):
    return {"html": _safe(value["html"])}


def _steps(value, setting):
    return value | {"items": [{"title": one["title"], "html": _safe(one["html"])} for one in value["items"]]}


def _questions(value, setting):
    items = [{"question": one["question"], "html": _safe(one["html"])} for one in value["items"]]
    return value | {"items": items}


def _warning(value, setting):
    return value | {"html": _safe(value["html"])}


def _quote(value, setting):
    return {"text": value["text"], "attribution": value["attribution"], "url": web_address(value["url"])}


def _image(value, setting):
    picture = sound_picture(value["image"])
    return picture and {"picture": picture, "caption": value["caption"]}


def _document(value, setting):
    document = value["document"]
    if not document or not web_address(document["url"]):
        return None
    return {"document": document, "text": value["text"]}


def _call_to_action(value, setting):
    page = value["page"] or {}
    url = web_address(page.get("url") or value["url"])
    return value | {"url": url, "url_lang": page.get("lang", "")} if url else None


def _listing_of(dated: Dated) -> Callable:
    """Return what shows the records of a kind that pass the filters of a block, as they stand today."""

    def shown(value, setting):
        known = dated.filters
        asked = {
            name: tuple(wanted) if isinstance(wanted, list) else (wanted,)
            for name, wanted in value["filters"].items()
            if wanted and name in known
        }
        ordered = [
            _today(record, dated, setting.today) for record in getattr(setting.guidance, dated.records)
        ]
        ordered.sort(key=lambda pair: pair[0])  # stable: by name where the days say nothing
        found = [record for _order, record in ordered if passes(record, asked, known)]
        listed = found[: setting.extent.records]
        return {
            "heading": value["heading"],
            "items": [
                _linked(dated.in_words(one, setting.guidance.labels, setting.options.lang), setting)
                for one in listed
            ],
            "more": len(found) - len(listed),
        }

    return shown


def _today(record, dated, today):
    """Return the place of a record in the list, and the record with its state of this day."""
    first, last = (date.fromisoformat(record[name]) if record[name] else None for name in dated.days)
    days = first, last, record[dated.whenever], today
    return dated.order(*days), record | {dated.state_name: dated.state(*days)}


def _testimonies(value, setting):
    lang = setting.options.lang
    spoken = [record for record in setting.guidance.testimonies if record["quote"]]
    items = [testimony_in_words(record, lang) for record in spoken[: setting.extent.records]]
    shown = [one | {"picture": sound_picture(one["picture"])} for one in items]
    return {"heading": value["heading"], "items": shown} if shown else None


def _widget(kind: str) -> Callable:
    def shown(value, setting):
        preset = {name: tuple(value["filters"].get(name) or ()) for name in ("role", "service", "audience")}
        countries = tuple(code for code in value["filters"].get("country") or () if is_country(code))
        chosen = {name: codes for name, codes in {**preset, "country": countries}.items() if codes}
        in_order = {name: chosen[name] for name in FILTERS if name in chosen}
        options = EmbedOptions(
            lang=setting.options.lang,
            filters=Filters(in_order),
            theme=setting.options.theme,
            accent=setting.options.accent,
            exit=setting.options.exit,
        )
        return {
            "heading": value["heading"],
            "element": ELEMENTS[kind],
            "attributes": options.attributes(),
            "url": setting.links.widget(kind, options),
            "words": pages.title(kind, options),
        }

    return shown


BLOCKS: dict[str, Callable] = {
    "rich_text": _rich_text,
    "steps": _steps,
    "question_and_answer": _questions,
    "warning": _warning,
    "quote": _quote,
    "image": _image,
    "document": _document,
    "call_to_action": _call_to_action,
    "programmes": _listing_of(PROGRAMMES),
    "trainings": _listing_of(TRAININGS),
    "testimonies": _testimonies,
    "directory": _widget("directory"),
    "map": _widget("map"),
}

# A kind without an entry has a template of its own name.
TEMPLATES = {"directory": "widget", "map": "widget"}


def _linked(one, setting):
    """Return a listed item with safe texts and the address of its organisation's page."""
    details = [(heading, text | {"html": _safe(text["html"])}) for heading, text in one["details"]]
    return one | {
        "details": details if setting.extent.long_texts else [],
        "address": web_address(one["address"]),
        "organisation_url": setting.links.organisation(one["organisation"]["slug"], setting.options),
    }
