"""Texts and pictures."""

from cms.api.schema.values import Schema, address, flag, record, ref, text, whole

_LANG = (
    "The language the text is in: the one asked for, or the first of its fallbacks in which there is a text."
)
_OUTDATED = "Whether the source has changed since this translation was made."


def picture(**more: Schema) -> dict[str, Schema]:
    """Return the members of a picture."""
    return {
        "url": address("Address of the picture."),
        "width": whole("Width in pixels.", minimum=1),
        "height": whole("Height in pixels.", minimum=1),
        "alt": text("What the picture shows, for people who do not see it."),
        **more,
    }


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    said = {"lang": ref("Language", _LANG), "outdated": flag(_OUTDATED)}
    return {
        "Text": record({"text": text("Plain text."), **said}, "A text, and the language it is in."),
        "Html": record(
            {"html": text("Sanitised HTML; links are absolute."), **said},
            "A formatted text, and the language it is in.",
        ),
        "Picture": record(picture(), "A picture."),
        "DescribedPicture": record(
            picture(alt_lang=ref("Language", "The language of `alt`.")),
            "A picture that is described in a language of its own.",
        ),
    }
