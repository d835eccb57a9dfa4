"""The blocks that the body of a page is made of, each with its `type` and its `value`."""

from cms.api.schema.values import (
    Schema,
    address,
    array,
    code,
    count,
    described,
    flag,
    or_null,
    record,
    ref,
    text,
)
from cms.pages.blocks import GuidanceBody
from cms.pages.blocks.emphasis import LEVELS
from cms.pages.blocks.listings import LIST, ROTATING

_HEADING = text("Heading of the block.")
_HTML = text("Sanitised HTML; links are absolute.")
_ASKED = "What the block shows: names and values of parameters of"


def components() -> dict[str, Schema]:
    """Return {name: schema}; a kind of block without a description here is a KeyError."""
    by_type = values()
    blocks = [_block(name, by_type[name]) for name in GuidanceBody().child_blocks]
    return {
        "Block": {
            "description": "A part of a page. There may be new types: leave out what you do not know.",
            "oneOf": blocks,
        }
    }


def _block(name, value):
    members = {
        "type": text("What kind of block it is.", const=name),
        "value": described(value, "What the block holds."),
        "id": or_null(text("The block, the same in every version of the page.")),
    }
    return record(members, f"A block of the type `{name}`.")


def values() -> dict[str, Schema]:
    """Return {type of block: schema of its value}."""
    preset = record({"heading": _HEADING, "filters": organisation_filters()})
    return {
        "rich_text": record({"html": _HTML}),
        "steps": _items({"title": text("What to do."), "html": _HTML}),
        "question_and_answer": _items({"question": text("As a reader would ask it."), "html": _HTML}),
        "warning": record({"level": code(LEVELS, "How serious it is."), "heading": _HEADING, "html": _HTML}),
        "quote": record(
            {
                "text": text("The words, without quotation marks."),
                "attribution": text("Whose words they are, or an empty text."),
                "url": or_null(address("Where they can be read, or null.")),
            }
        ),
        "image": record(
            {
                "image": or_null(ref("Picture"), "Null once it was deleted."),
                "caption": text("Words below it."),
            }
        ),
        "document": record({"document": or_null(document()), "text": text("Words beside it.")}),
        "call_to_action": record(
            {
                "heading": _HEADING,
                "text": text("A sentence, or an empty text."),
                "link_label": text("Words of the link."),
                "page": or_null(page_link()),
                "url": or_null(address("An address elsewhere, or null.")),
            }
        ),
        "programmes": record({"heading": _HEADING, "filters": programme_filters()}),
        "trainings": record({"heading": _HEADING, "filters": training_filters()}),
        "testimonies": record(
            {"heading": _HEADING, "display": code((ROTATING, LIST), "One after the other, or all of them.")}
        ),
        "directory": preset,
        "map": preset,
    }


def _items(members):
    return record({"heading": _HEADING, "items": array(record(members), "In their order.")})


def document() -> Schema:
    """Return the schema of a file."""
    return record(
        {
            "url": address("Address of the file."),
            "title": text("Its title."),
            "size": count("Its size in bytes."),
            "type": text("Its type.", examples=["pdf"]),
        },
        "A file to download; null while it is not public.",
    )


def page_link() -> Schema:
    """Return the schema of a link to a page."""
    return record(
        {
            "url": address("Address of the page for people."),
            "title": text("Its title."),
            "lang": ref("Language", "The language it is in."),
        },
        "A page of this site; null while it is not public.",
    )


def organisation_filters() -> Schema:
    """Return the filters of the directory and of the map."""
    return record(
        {
            "role": array(ref("RoleCode")),
            "service": array(ref("ServiceCode")),
            "audience": array(ref("AudienceCode")),
            "country": array(ref("Country")),
        },
        f"{_ASKED} `/api/v2/organisations/`; an empty list where nothing is asked for.",
    )


def programme_filters() -> Schema:
    """Return the filters of programmes."""
    return record(
        {
            "open": or_null(flag()),
            "family": or_null(flag()),
            "audience": array(ref("AudienceCode")),
            "country": array(ref("Country")),
        },
        f"{_ASKED} `/api/v2/programmes/`; null or an empty list where nothing is asked for.",
    )


def training_filters() -> Schema:
    """Return the filters of trainings."""
    return record(
        {"country": array(ref("Country")), "language": array(ref("LanguageTag"))},
        f"{_ASKED} `/api/v2/trainings/`; an empty list where nothing is asked for.",
    )
