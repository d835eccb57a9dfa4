"""The document as somebody reads it: sections, rows of tables, kinds in words. Pure: takes the document, gives texts.

A text is a list of pieces: `Piece("Organisation", "ref")` leads to a shape, `Piece("limit", "code")` is code.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

WORDS = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "object": "object",
    "null": "null",
}
FORMATS = {"date": "day", "date-time": "time", "uri": "address", "uri-reference": "address", "uuid": "UUID"}
# Of what there are several in a list; everything else is called the same.
SEVERAL = {word: f"{word}s" for word in ("text", "code", "object", "number", "whole number", "day", "UUID")}
# More values than this are not read one by one.
MANY_VALUES = 40


class Piece(NamedTuple):
    """A part of a text; `kind` is "text", "code" or "ref"."""

    text: str
    kind: str = "text"


Text = list[Piece]


@dataclass
class Row:
    """A parameter, a member or a header: what it is called, what it is and what it means."""

    name: str
    kind: Text
    meaning: Text
    values: list[str] = field(default_factory=list)
    is_needed: bool = False

    @property
    def has_many_values(self) -> bool:
        """Whether the values are better folded away."""
        return len(self.values) > MANY_VALUES


def text_of(words: str) -> Text:
    """Return words as pieces: what stands between backticks is code."""
    return [
        Piece(part, "code" if place % 2 else "text") for place, part in enumerate(words.split("`")) if part
    ]


def paragraphs(words: str) -> list[Text]:
    """Return the paragraphs of a description."""
    return [text_of(part) for part in words.split("\n\n") if part.strip()]


def kind_of(schema: dict) -> Text:
    """Return in words what a value is."""
    if "$ref" in schema:
        return [Piece(schema["$ref"].rpartition("/")[2], "ref")]
    for name in ("anyOf", "oneOf"):
        if name in schema:
            return _joined([kind_of(one) for one in schema[name]], " or ")
    if "allOf" in schema:
        return kind_of(schema["allOf"][0])
    if "const" in schema:
        return [Piece(_shown(schema["const"]), "code")]
    return _kind_of_type(schema)


def _kind_of_type(schema):
    types = schema.get("type", "object")
    if isinstance(types, list):
        rest = {name: value for name, value in schema.items() if name != "type"}
        return _joined([kind_of({**rest, "type": one}) for one in types], " or ")
    if types == "array":
        if "prefixItems" in schema:
            return [Piece(f"list of {len(schema['prefixItems'])} numbers")]
        inside = kind_of(schema.get("items", {}))
        return [
            Piece("list of "),
            *(piece._replace(text=SEVERAL.get(piece.text, piece.text)) for piece in inside),
        ]
    if types == "object" and "additionalProperties" in schema:
        return [Piece("object of "), *kind_of(schema["additionalProperties"])]
    if types == "string" and "enum" in schema:
        return [Piece("code")]
    return [Piece(FORMATS.get(schema.get("format", ""), WORDS[types]) if types == "string" else WORDS[types])]


def values_of(schema: dict) -> list[str]:
    """Return the codes a value can be."""
    if "enum" in schema:
        return [_shown(value) for value in schema["enum"] if value is not None]
    if schema.get("type") == "array":
        return values_of(schema.get("items", {}))
    return [value for one in schema.get("anyOf", ()) for value in values_of(one)]


def limits_of(schema: dict) -> Iterator[str]:
    """Yield the limits of a value, each as a sentence."""
    if "maxLength" in schema:
        yield f"At most {schema['maxLength']} characters."
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        yield f"From {low} to {high}."
    if "maxItems" in schema and "prefixItems" not in schema and schema["maxItems"] != schema.get("minItems"):
        yield f"At most {schema['maxItems']} values."
    if "default" in schema:
        yield f"By default `{_shown(schema['default'])}`."


def row_of(name: str, schema: dict, description: str = "", is_needed: bool = False) -> Row:
    """Return a row of a table."""
    sentences = [description or schema.get("description", ""), *limits_of(schema)]
    meaning = text_of(" ".join(sentence for sentence in sentences if sentence))
    return Row(name, kind_of(schema), meaning, values_of(schema), is_needed)


def rows_of(schema: dict, before: str = "") -> Iterator[Row]:
    """Yield the members of an object, those of objects inside it after it: `meta.total_count`, `items[].html`."""
    required = schema.get("required", ())
    for name, member in schema.get("properties", {}).items():
        yield row_of(f"{before}{name}", member, is_needed=name in required)
        yield from rows_of(member, f"{before}{name}.")
        if isinstance(member.get("items"), dict):
            yield from rows_of(member["items"], f"{before}{name}[].")
        if isinstance(member.get("additionalProperties"), dict):
            yield from rows_of(member["additionalProperties"], f"{before}{name}.*.")


def variants_of(schema: dict) -> list[dict]:
    """Return the shapes one of which an object has, itself if there is only one."""
    return [one for one in schema.get("oneOf", [schema]) if "properties" in one]


def pretty(data) -> str:
    """Return JSON as people read it."""
    return json.dumps(data, ensure_ascii=False, indent=2)


def _shown(value):
    return value if isinstance(value, str) else json.dumps(value)


def _joined(texts, between):
    pieces = list(texts[0])
    for before, after in pairwise(texts):
        if before != after:
            pieces += [Piece(between), *after]
    return pieces
