"""Testimonies of those who defend rights."""

from cms.api.schema.components.codes import identifier
from cms.api.schema.components.lists import listing, of_type
from cms.api.schema.lengths import stored
from cms.api.schema.values import Schema, day, flag, or_null, record, ref
from cms.models import Testimony


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    return {
        "Testimony": record(
            {"id": identifier("The testimony, for good."), "meta": of_type(Testimony), **facts()},
            "Words of somebody who defends rights. It is here only as long as the person agrees: drop it when it is "
            "gone.",
        ),
        "TestimonyList": listing("Testimony"),
    }


def facts() -> dict[str, Schema]:
    """Return the members of a record, in their order."""
    return {
        "attribution": stored(Testimony, "attribution", "Whose words they are, mostly a pseudonym."),
        "is_pseudonym": flag("Whether the name is not a real one: say so to your readers."),
        "is_composed": flag("Whether several experiences were put together: say so to your readers too."),
        "sample": flag("Whether this is sample content."),
        "picture": or_null(
            ref("DescribedPicture"),
            "A picture; null where no description is in the language or its fallbacks.",
        ),
        "quote": or_null(ref("Text"), "The words."),
        "context": or_null(ref("Text"), "Who speaks, and where."),
        "updated_on": or_null(day("The day on which the public record last changed.")),
    }
