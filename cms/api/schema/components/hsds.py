"""`hsds.json`: the profile of HSDS 3 that is documented on its own, as components."""

from cms.api.schema.values import Schema

_DEFINITIONS = "#/$defs/"


def components(profile: Schema) -> dict[str, Schema]:
    """Return {name: schema} of a profile and its definitions; open for more members, as everything here is."""
    file = {name: value for name, value in profile.items() if name not in ("$schema", "title", "$defs")}
    parts = {_name(name): _open(part) for name, part in profile["$defs"].items()}
    return {"HsdsFile": _open(file), **parts}


def _name(definition):
    return "Hsds" + "".join(word.title() for word in definition.split("_"))


def _open(schema):
    if isinstance(schema, list):
        return [_open(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    opened = {
        name: _open(value)
        for name, value in schema.items()
        if (name, value) not in (("additionalProperties", False), ("unevaluatedProperties", False))
    }
    if str(opened.get("$ref", "")).startswith(_DEFINITIONS):
        opened["$ref"] = f"#/components/schemas/{_name(opened['$ref'].removeprefix(_DEFINITIONS))}"
    return opened
