"""What lists and their items have in common."""

from cms.api.schema.values import Schema, address, array, count, record, ref, text


def listing(name: str, more_meta: dict[str, Schema] | None = None, optional=()) -> Schema:
    """Return the schema of one page of a list."""
    total = count("How many there are in all, not only here.")
    return record(
        {
            "meta": record({"total_count": total, **(more_meta or {})}, "About the list.", optional),
            "items": array(ref(name), "One page of them, as `limit` and `offset` cut it."),
        },
        "One page of a list.",
    )


def of_type(model) -> Schema:
    """Return the schema of the `meta` of a record."""
    return record(
        {
            "type": text("What this is.", const=f"defenders.{model.__name__}"),
            "detail_url": address("Address of this record in the API, in the language asked for."),
        },
        "About the answer.",
    )
