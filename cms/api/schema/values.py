"""How a schema is written down: small functions that give JSON Schema (2020-12) as plain dicts.

An object names all its members. Readers ignore members they do not know, so nothing here forbids more of them; the
tests do (`closed` in `tests/api/schema`).
"""

from collections.abc import Iterable, Mapping

Schema = dict


def text(description: str = "", **more) -> Schema:
    """Return a string."""
    return described({"type": "string", **more}, description)


def code(values: Iterable[str], description: str = "", **more) -> Schema:
    """Return one of the values."""
    return described({"type": "string", "enum": list(values), **more}, description)


def whole(description: str = "", **more) -> Schema:
    """Return a whole number."""
    return described({"type": "integer", **more}, description)


def count(description: str = "") -> Schema:
    """Return a whole number from 0."""
    return whole(description, minimum=0)


def number(description: str = "", **more) -> Schema:
    """Return a number."""
    return described({"type": "number", **more}, description)


def flag(description: str = "", **more) -> Schema:
    """Return true or false."""
    return described({"type": "boolean", **more}, description)


def address(description: str = "", **more) -> Schema:
    """Return an absolute web address."""
    return text(description, format="uri", pattern="^https?://", **more)


def day(description: str = "") -> Schema:
    """Return a day, such as 2026-05-04."""
    return text(description, format="date")


def array(items: Schema, description: str = "", **more) -> Schema:
    """Return a list."""
    return described({"type": "array", "items": items, **more}, description)


def record(members: Mapping[str, Schema], description: str = "", optional: Iterable[str] = ()) -> Schema:
    """Return an object: all members are always there, but for the optional ones."""
    required = [name for name in members if name not in set(optional)]
    schema: Schema = {"type": "object", "properties": dict(members)}
    return described(schema | ({"required": required} if required else {}), description)


def by_key(values: Schema, description: str = "", keys: Schema | None = None) -> Schema:
    """Return an object whose keys are codes and whose values are all alike."""
    schema: Schema = {"type": "object", "additionalProperties": values}
    return described(schema | ({"propertyNames": keys} if keys else {}), description)


def ref(name: str, description: str = "") -> Schema:
    """Return a reference to a component."""
    return described({"$ref": f"#/components/schemas/{name}"}, description)


def or_null(schema: Schema, description: str = "") -> Schema:
    """Return the schema, or null."""
    if "$ref" in schema or "anyOf" in schema:
        return described({"anyOf": [schema, {"type": "null"}]}, description)
    schema = {**schema, "type": [schema["type"], "null"]}
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    return described(schema, description)


def described(schema: Schema, description: str) -> Schema:
    """Return the schema with a description, if there is one."""
    return schema | {"description": description} if description else schema
