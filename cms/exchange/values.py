"""From the text of a cell to a value as records have it; Refused (or InvalidValue) says what is wrong.

`Vocabulary` holds what only the database knows: the codes of the categories.
"""

import re
import uuid
from dataclasses import dataclass

from cms.common import contacts
from cms.common.languages import normalise_language_tag
from cms.common.organisation_columns import FORM_OF_COLUMN, TEXT_COLUMNS
from cms.common.problems import InvalidValue
from cms.common.territories import is_area
from cms.common.typed_text import has_unseen_characters
from cms.common.vocabularies import INTAKE_STATUSES, ORGANISATION_TYPES, RESPONSE_TIMES
from cms.exchange.contact_lines import read_contacts
from cms.exchange.limits import MAX_LANGUAGES
from cms.exchange.place_lines import read_places
from cms.exchange.problems import Refused
from cms.exchange.richtext import clean_rich_text
from cms.snippets.category import Category

# A cell with this alone empties a field.
CLEAR = "-"
NEVER_EMPTY = {"id", "slug", "name", "organisation_type", "is_government"}

CODES = {
    "organisation_type": ORGANISATION_TYPES,
    "response_time": RESPONSE_TIMES,
    "intake_status": INTAKE_STATUSES,
}
EMPTY_OF_FORM = {"line": "", "html": "", "code": None, "codes": [], "contacts": []}

# As long as the fields they go to.
LONGEST = {
    "name": 200,
    "alternate_name": 200,
    "acronym": 40,
    "slug": 80,
    "website": 500,
    "summary": 300,
    "hours": 200,
}

_FLAGS = {
    **dict.fromkeys(("true", "yes", "1", "sí", "si", "oui", "bai", "verdadero", "vrai"), True),
    **dict.fromkeys(("false", "no", "0", "non", "ez", "falso", "faux"), False),
}
_SLUG = re.compile(r"[-a-zA-Z0-9_]+")
_TAG = re.compile(r"<[a-zA-Z/!?]")


@dataclass(frozen=True)
class Vocabulary:
    """The roles, services and audiences there are: {column: {code: category}}."""

    categories: dict[str, dict[str, Category]]

    @classmethod
    def load(cls):
        """Read it. One query."""
        found: dict[str, dict[str, Category]] = {"roles": {}, "services": {}, "audiences": {}}
        for category in Category.objects.order_by("kind", "order", "code"):
            found[f"{category.kind}s"][category.code] = category
        return cls(found)


def read_value(column, text, vocabulary, exact_place=False):
    """Return the value of a cell; `exact_place` allows a street in a postal address."""
    if has_unseen_characters(text):
        raise Refused("unseen")
    form = FORM_OF_COLUMN[column]
    text = text.strip()
    if text == CLEAR:
        if column == "places":
            raise Refused("places_cannot_clear")
        if column in NEVER_EMPTY:
            raise Refused("cannot_clear")
        return EMPTY_OF_FORM[form]
    if form == "contacts":
        return read_contacts(text, exact_place)
    return _READERS[form](column, text, vocabulary)


def _line(column, text, vocabulary):
    if column == "id":
        return _identifier(text)
    if column == "website":
        return contacts.clean_website(text)
    if _TAG.search(text):
        raise Refused("mark_up")
    text = " ".join(text.split())
    longest = LONGEST[TEXT_COLUMNS[column][0] if column in TEXT_COLUMNS else column]
    if len(text) > longest:
        raise InvalidValue("too_long", limit=longest)
    if column == "slug" and not _SLUG.fullmatch(text):
        raise Refused("slug_unclear")
    return text


def _identifier(text):
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise Refused("id_unclear") from None


def _html(column, text, vocabulary):
    return clean_rich_text(text)


def _flag(column, text, vocabulary):
    value = _FLAGS.get(text.casefold())
    if value is None:
        raise Refused("flag_unclear")
    return value


def _code(column, text, vocabulary):
    return _known_code(text, CODES[column])


def _codes(column, text, vocabulary):
    parts = [part.strip() for part in re.split(r"[,;|\n]", text)]
    read = {"areas_served": _area, "languages": _language}.get(column)
    if read is None:
        known = vocabulary.categories[column]
        found = {_known_code(part, known) for part in parts if part}
        return [code for code in known if code in found]
    codes = list(dict.fromkeys(read(part) for part in parts if part))
    if column == "languages" and len(codes) > MAX_LANGUAGES:
        raise Refused("too_many", limit=MAX_LANGUAGES)
    return codes


def _known_code(text, known):
    code = re.sub(r"[\s\-]+", "_", text.lower())
    if code not in known:
        raise Refused("code_unknown", value=text[:40], codes=", ".join(known))
    return code


def _area(text):
    code = text.upper() if len(text) == 2 else text.lower()
    if not is_area(code):
        raise Refused("area_unknown", value=text[:40])
    return code


def _language(text):
    tag = normalise_language_tag(text)
    if tag is None:
        raise Refused("language_unknown", value=text[:40])
    return tag


def _places(column, text, vocabulary):
    return read_places(text)


_READERS = {
    "line": _line,
    "html": _html,
    "flag": _flag,
    "code": _code,
    "codes": _codes,
    "places": _places,
}
