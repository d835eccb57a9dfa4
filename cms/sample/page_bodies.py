"""The body of a sample page: the values of its blocks in Spanish, and the pairs of strings of a translation."""

import uuid

from cms.common.languages import SOURCE_LANGUAGE
from cms.localisation.aligned import html_strings, plain_strings
from cms.sample.media import document


def body_values(entry, pages):
    """Return the raw value of the StreamField; `pages` maps key to page, for links between pages."""
    return [
        {
            "type": block["type"],
            "id": _identifier(entry, number),
            "value": _VALUES[block["type"]](block["value"], pages),
        }
        for number, block in enumerate(entry["body"])
    ]


def body_strings(entry, language):
    """Return {Spanish: translation} of all texts of the body, in the form wagtail-localize stores."""
    strings = {}
    for block in entry["body"]:
        for pair, text in _texts(block["type"], block["value"]):
            strings |= pair(text[SOURCE_LANGUAGE], text[language])
    return strings


def _identifier(entry, *numbers):
    # The same identifiers wherever the sample is loaded: translations are matched by them.
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join([entry["key"], *map(str, numbers)])))


def _steps(value, pages):
    return {
        "heading": value["heading"][SOURCE_LANGUAGE],
        "items": [
            {
                "type": "item",
                "id": str(uuid.uuid5(uuid.NAMESPACE_URL, item["title"][SOURCE_LANGUAGE])),
                "value": {"title": item["title"][SOURCE_LANGUAGE], "text": item["text"][SOURCE_LANGUAGE]},
            }
            for item in value["items"]
        ],
    }


def _call_to_action(value, pages):
    return {
        **{name: value[name][SOURCE_LANGUAGE] for name in ("heading", "text", "link_label")},
        "page": pages[value["page"]].pk if value.get("page") else None,
        "url": value.get("url", ""),
    }


def _document(value, pages):
    title = value["title"][SOURCE_LANGUAGE]
    return {
        "document": document(value["document"], title).pk,
        "title": title,
        "text": value["text"][SOURCE_LANGUAGE],
    }


def _listing(value, pages):
    """A heading in Spanish; everything else is a filter or a code, the same in every language."""
    return value | {"heading": value["heading"][SOURCE_LANGUAGE]}


_VALUES = {
    "rich_text": lambda value, pages: value[SOURCE_LANGUAGE],
    "steps": _steps,
    "call_to_action": _call_to_action,
    "directory": _listing,
    "map": _listing,
    "programmes": _listing,
    "trainings": _listing,
    "testimonies": _listing,
    "document": _document,
}

# Plain texts of each kind of block.
_PLAIN_TEXTS = {"call_to_action": ("heading", "text", "link_label"), "document": ("title", "text")}


def _texts(kind, value):
    """Yield (function that pairs, text by language) for each text of a block."""
    if kind == "rich_text":
        yield html_strings, value
        return
    for name in _PLAIN_TEXTS.get(kind, ("heading",)):
        yield plain_strings, value[name]
    for item in value.get("items", ()):
        yield plain_strings, item["title"]
        yield html_strings, item["text"]
