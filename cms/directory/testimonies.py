"""The public record of a testimony."""

from cms.common.text import sort_key
from cms.directory.guidance import Kind
from cms.directory.pictures import picture_of, with_picture
from cms.directory.texts import chosen_text
from cms.directory.visibility import public_testimonies, public_testimony_texts
from cms.snippets.testimony import Testimony

PICTURE_FILTER = "max-1200x1200|format-jpeg"


class Testimonies(Kind):
    """Testimonies in the order the editors gave them. Nothing about the consent but that there is one."""

    name = "testimonies"
    model = Testimony
    subject = "testimony"
    text_forms = {"quote": "text", "context": "text"}

    def public_rows(self, today):
        return with_picture(public_testimonies(today), "picture", PICTURE_FILTER)

    def public_texts(self, today):
        return public_testimony_texts(today)

    def facts(self, loaded, today):
        row = loaded.row
        described = any(text.picture_alt for text in loaded.texts.values())
        return {
            "id": str(row.uuid),
            "attribution": row.attribution,
            "is_pseudonym": row.is_pseudonym,
            "is_composed": row.is_composed,
            "sample": row.is_sample,
            "picture": picture_of(row, "picture", PICTURE_FILTER) if described else None,
        }

    def record(self, loaded, lang, today):
        """Return the record; a picture that no text describes is not shown."""
        record = super().record(loaded, lang, today)
        described = chosen_text(loaded.texts, "picture_alt", lang)
        if record["picture"] and described:
            record["picture"] |= {"alt": described[1], "alt_lang": described[0]}
        else:
            record["picture"] = None
        return record

    def neutral_facts(self, loaded):
        """The descriptions of the picture belong to it too."""
        described = {lang: text.picture_alt for lang, text in sorted(loaded.texts.items())}
        return super().neutral_facts(loaded) | {"picture_alt": described}

    def sort_key(self, loaded, today):
        row = loaded.row
        return row.order, sort_key(row.attribution), str(row.uuid)


TESTIMONIES = Testimonies()
