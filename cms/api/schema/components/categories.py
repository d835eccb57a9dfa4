"""Categories: the codes of roles, services and audiences, with their labels."""

from cms.api.schema.components.codes import CATEGORY_CODE
from cms.api.schema.components.lists import listing
from cms.api.schema.lengths import stored
from cms.api.schema.values import Schema, code, record
from cms.common.vocabularies import CATEGORY_KINDS
from cms.models import Category, CategoryLabel

_FALLBACK = "in the language asked for or its first fallback"


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    return {
        "Category": record(
            {
                "kind": code(CATEGORY_KINDS, "What it is a category of."),
                "code": stored(
                    Category,
                    "code",
                    "The code, never renamed: a value of the parameter named like the kind.",
                    pattern=CATEGORY_CODE,
                ),
                "label": stored(CategoryLabel, "label", f"Its name {_FALLBACK}."),
                "description": stored(
                    CategoryLabel, "description", f"What it means, {_FALLBACK}, or an empty text."
                ),
            },
            "A role, a service or an audience.",
        ),
        "CategoryList": listing("Category"),
    }
