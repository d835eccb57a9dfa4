"""Errors."""

from cms.api.problems import LONGEST_ECHO
from cms.api.schema.values import Schema, or_null, record, text, whole


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    return {
        "Problem": record(
            {
                "type": text(
                    "Always `about:blank`: the status says what kind of problem it is.", const="about:blank"
                ),
                "title": text("The name of the status, as HTTP has it.", examples=["Bad Request"]),
                "status": whole("The status of the answer.", minimum=400, maximum=599),
                "detail": text(
                    "A sentence you can act on: in English, about a published file in the first language of the site.",
                    minLength=1,
                ),
                "parameter": or_null(
                    text("The name of the parameter that is wrong, or null.", maxLength=LONGEST_ECHO)
                ),
            },
            "An error as problem details (RFC 9457).",
        ),
    }
