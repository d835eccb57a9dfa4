"""Lengths of texts, as the database has them."""

from cms.api.schema.values import Schema, text


def stored(model, name: str, description: str = "", **more) -> Schema:
    """Return the text of a field of a model, as long as it may be."""
    return text(description, maxLength=model._meta.get_field(name).max_length, **more)
