"""Codes that several bodies and parameters share."""

import re

from cms.api.schema.values import Schema, code, text
from cms.common.languages import LANGUAGES, TAG
from cms.common.territories import COUNTRIES
from cms.common.vocabularies import AREAS, CATEGORY_CODES

# ECMA 262, which JSON Schema speaks, has other names for groups.
LANGUAGE_TAG = f"^{re.sub(r'[?]P<[a-z]+>', '?:', TAG.pattern)}$"
UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
CATEGORY_CODE = "^[a-z][a-z0-9_]*$"


def identifier(description: str = "") -> Schema:
    """Return a UUID."""
    return text(description, format="uuid", pattern=UUID)


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    categories = {
        f"{kind.title()}Code": {
            "description": f"The code of a category of the kind `{kind}`. The editors may add categories: those there "
            "are, with their labels, are in `/api/v2/categories/`.",
            "anyOf": [code(codes), text(pattern=CATEGORY_CODE)],
        }
        for kind, codes in CATEGORY_CODES.items()
    }
    return categories | {
        "Language": code(LANGUAGES, "A language of the texts. `es` is the source."),
        "LanguageTag": text(
            "A language tag after BCP 47, without extensions and private use.",
            pattern=LANGUAGE_TAG,
            examples=["es", "pt-BR"],
        ),
        "Country": code(sorted(COUNTRIES), "A country: ISO 3166-1 alpha-2, and `XK` for Kosovo."),
        "Area": code(
            (*AREAS, *sorted(COUNTRIES)),
            "An area that is served: the world, a region after UN M49, `mena` (Middle East and North Africa, an "
            "explicit list), or a country (ISO 3166-1 alpha-2).",
        ),
    }
