"""The words of an HSDS file: terms of its taxonomies, names of languages, countries and areas, members many share."""

from collections.abc import Iterable, Mapping

from babel import Locale, UnknownLocaleError

from cms.common.territories import COUNTRIES, country_name
from cms.common.vocabularies import REGIONS
from cms.directory.open_data.addresses import organisation_pages
from cms.directory.open_data.identifiers import Children, named

# The member of an object that holds what the standard has no field for.
EXTENSION = "defenders"

# Identifiers of terms are the same wherever this software runs, because the codes are.
_NAMESPACE = "3f042667-3bfb-477c-ae90-900b174bec31"

# Kind of code, as in the labels of a directory -> name and description of its taxonomy.
TAXONOMIES = {
    "role": ("Roles", "The part an organisation plays in protecting human rights defenders."),
    "service": ("Services", "The kinds of help that human rights defenders are given."),
    "audience": ("Audiences", "The groups of human rights defenders that are helped."),
    "organisation_type": ("Types of organisation", "What kind of body an organisation is."),
}


class Terms:
    """The words of one directory, each made once; `page` gives the address of the page about a slug."""

    def __init__(self, directory: Mapping):
        self.lang = directory["lang"]
        self.page = organisation_pages(self.lang)
        self._labels = directory["labels"]
        self._terms: dict[tuple[str, str], dict] = {}
        self._languages: dict[str, dict] = {}
        self._areas: dict[str, dict] = {}

    def label(self, group: str, code: str) -> str:
        """Return the label of a code, the code itself without one."""
        return self._labels[group].get(code) or code

    def country(self, code: str) -> str:
        """Return the name of a country, the code itself for an unknown one."""
        return country_name(code, self.lang) if code in COUNTRIES else code

    def taxonomy(self, kind: str) -> dict:
        """Return the taxonomy of a kind of code."""
        name, description = TAXONOMIES[kind]
        return {"id": named(_NAMESPACE, kind), "name": name, "description": description}

    def term(self, kind: str, code: str) -> dict:
        """Return the term for a code."""
        made = self._terms.get((kind, code))
        if made is None:
            # The standard asks for a description; the label is all there is to say of a code.
            label = self.label(kind, code)
            identifier = named(_NAMESPACE, f"{kind}/{code}")
            made = {"id": identifier, "code": code, "name": label, "description": label}
            self._terms[kind, code] = made
        return made

    def language(self, tag: str) -> dict:
        """Return the language of a tag, without an identifier: `code` has no room for variants such as es-MX."""
        made = self._languages.get(tag)
        if made is None:
            primary = tag.partition("-")[0]
            made = {"name": _language_name(tag, self.lang), "code": primary}
            if tag != primary:
                made[EXTENSION] = {"tag": tag}
            self._languages[tag] = made
        return made

    def area(self, code: str) -> dict:
        """Return a country, a region or the world as an area where somebody serves, without an identifier."""
        made = self._areas.get(code)
        if made is None:
            if code in COUNTRIES:
                kind, name = "country", self.country(code)
            else:
                kind, name = "region" if code in REGIONS else "worldwide", self.label("area", code)
            made = self._areas[code] = {"name": name, EXTENSION: {"kind": kind, "code": code}}
        return made


def attributes(kind: str, codes: Iterable[str], ids: Children, terms: Terms) -> list[dict]:
    """Return codes of a kind as attributes of the thing whose identifiers are `ids`."""
    return [
        {
            "id": ids.identifier(f"{kind} {code}"),
            "link_type": kind,
            "taxonomy_term": terms.term(kind, code),
        }
        for code in codes
    ]


def filled(known: Mapping) -> dict:
    """Return the members that say something: the standard leaves out what is not known."""
    return {name: value for name, value in known.items() if value}


def state_of_texts(texts: Mapping[str, Mapping | None]) -> dict:
    """Return in which languages the texts of an object ({member: text of a record}) are, and which are outdated."""
    there = {name: text for name, text in texts.items() if text}
    return {
        "langs": {name: text["lang"] for name, text in there.items()},
        "outdated": [name for name, text in there.items() if text["outdated"]],
    }


def _language_name(tag, lang):
    try:
        name = Locale.parse(tag, sep="-").get_display_name(lang)
    except (ValueError, UnknownLocaleError):
        name = Locale.parse(lang, sep="-").languages.get(tag.partition("-")[0])
    return name or tag
