"""The words of an HSDS file: terms of its taxonomies, names of languages, countries and areas, each made once."""

from collections.abc import Callable, Mapping

from babel import Locale, UnknownLocaleError

from cms.common.territories import COUNTRIES, country_name
from cms.common.vocabularies import REGIONS
from cms.directory.open_data.addresses import organisation_pages
from cms.directory.open_data.identifiers import named

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
        self._made: dict[tuple[str, str], dict] = {}
        self._language_names = _language_names(self.lang)

    def label(self, group: str, code: str) -> str:
        """Return the label of a code, the code itself without one."""
        return self._labels[group].get(code) or code

    def taxonomy(self, kind: str) -> dict:
        """Return the taxonomy of a kind of code."""
        name, description = TAXONOMIES[kind]
        return {"id": named(_NAMESPACE, kind), "name": name, "description": description}

    def term(self, kind: str, code: str) -> dict:
        """Return the term for a code."""
        return self._once("term", kind, code, self._term)

    def language(self, tag: str) -> dict:
        """Return the language of a tag, without an identifier: the standard has no room for its variants in `code`."""
        return self._once("language", tag, "", self._language)

    def area(self, code: str) -> dict:
        """Return a country, region or the world as an area where somebody serves, without an identifier."""
        return self._once("area", code, "", self._area)

    def country(self, code: str) -> str:
        """Return the name of a country, the code itself for an unknown one."""
        return country_name(code, self.lang) if code in COUNTRIES else code

    def _once(self, sort, first, second, make: Callable[[str, str], dict]):
        key = (f"{sort} {first}", second)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = make(first, second)
        return made

    def _term(self, kind, code):
        label = self.label(kind, code)
        return {
            "id": named(_NAMESPACE, f"{kind}/{code}"),
            "code": code,
            "name": label,
            # Required by the standard; the labels of our codes are all there is to say.
            "description": label,
        }

    def _language(self, tag, _nothing):
        primary = tag.partition("-")[0]
        made = {"name": self._language_names(tag), "code": primary}
        return made if tag == primary else made | {EXTENSION: {"tag": tag}}

    def _area(self, code, _nothing):
        if code in COUNTRIES:
            kind, name = "country", self.country(code)
        else:
            kind, name = "region" if code in REGIONS else "worldwide", self.label("area", code)
        return {"name": name, EXTENSION: {"kind": kind, "code": code}}


def _language_names(lang):
    locale = Locale.parse(lang, sep="-")

    def name(tag):
        try:
            found = Locale.parse(tag, sep="-").get_display_name(lang)
        except (ValueError, UnknownLocaleError):
            found = None
        return found or locale.languages.get(tag.partition("-")[0]) or tag

    return name
