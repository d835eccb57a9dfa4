"""Every parameter of the API, and what a value that means nothing is answered with."""

from tests.bad_input.cases import NONSENSE

UNREADABLE = "contains characters that are not text."
REPEATED = "can be given only once."
UNKNOWN = "Unknown parameter. Known here: "

_COUNTRY = "is not a country: use a code of two letters (ISO 3166-1), such as CO."
_LANGUAGE = "is not a language tag (BCP 47), such as es or pt-BR."
_LANGUAGES = "can be: es, eu, en, fr, ar."
_PAGE = "must be a positive integer"

# Parameter -> the sentence, or {} for names whose sentence differs by value.
REFUSED = {
    "lang": _LANGUAGES,
    "locale": _LANGUAGES,
    "role": "is not one of the values of “role”: ",
    "service": "is not one of the values of “service”: ",
    "audience": "is not one of the values of “audience”: ",
    "country": _COUNTRY,
    "seat": _COUNTRY,
    "language": _LANGUAGE,
    "urgent": "“urgent” can be: true.",
    "government": "“government” can be: true, false.",
    "open": "“open” can be: true, false.",
    "family": "“family” can be: true, false.",
    "facets": "“facets” can be: true, false.",
    "organisation": "is not the id of an organisation, such as ",
    "bbox": "A box is four numbers: west,south,east,north.",
    "order": "rder",
    "limit": "“limit” is a whole number from 0 to 100.",
    "offset": "“offset” is a whole number from 0 to 999999999.",
    "kind": "“kind” can be: role, service, audience.",
    "type": "There is no such type of page.",
    "child_of": _PAGE,
    "ancestor_of": _PAGE,
    "descendant_of": _PAGE,
    "translation_of": _PAGE,
    "id": "This cannot be a value of “id”.",
    "show_in_menus": "This cannot be a value of “show_in_menus”.",
    "search_operator": "“search_operator” can be: and, or.",
    "fields": "",
}
# Parameters that take any text: it finds nothing, or is too long.
ANY_TEXT = {"search", "title", "slug", "seo_title", "search_description", "html_path", "preview_token"}
TOO_LONG = {"search": "Search for at most 200 characters.", "fields": "“fields” has at most 400 characters."}

# What looks like nonsense and is a value of the parameter.
VALUES = {
    "language": {"a word", "not a number"},
    "id": {
        "a negative number",
        "a number beyond 64 bits",
        "Arabic digits",
        "full-width digits",
        "underscored digits",
    },
}
# Pages that are not there, to Wagtail.
NO_PAGE = VALUES["id"] - {"a negative number"}
PAGES = {"child_of", "ancestor_of", "descendant_of", "translation_of"}


def refusal(name, kind):
    """Return the sentence with which a parameter refuses a kind of nonsense, None where it takes it."""
    if name in ANY_TEXT or kind in VALUES.get(name, ()):
        return TOO_LONG.get(name) if len(NONSENSE[kind]) > 2000 else None
    if len(NONSENSE[kind]) > 2000 and name in TOO_LONG:
        return TOO_LONG[name]
    return "page doesn't exist." if name in PAGES and kind in NO_PAGE else REFUSED[name]
