"""The terms of the published files: the licence of the data, and who else has to be named.

The licence is the owner's to choose (`DEFENDERS_LICENCE`); while there is none, files say so with null. Points of
cities come from a gazetteer that asks to be named, whatever the licence of the rest.
"""

from collections.abc import Mapping
from dataclasses import asdict

from cms.conf import defenders_settings

GEONAMES = {
    "name": "GeoNames",
    "url": "https://www.geonames.org/",
    "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
    "covers": "names and points of cities",
}

# The files that hold cities, by the part of their name before the first point.
FILES_WITH_CITIES = frozenset({"directory", "hsds", "organisations", "overview", "places"})


def licence() -> dict | None:
    """Return {"name", "url"} of the licence of the data, None while none is chosen."""
    chosen = defenders_settings.LICENCE
    return asdict(chosen) if chosen else None


def terms_of_file(name: str) -> dict:
    """Return {"licence", "attribution"} of the published file of this name."""
    has_cities = name.partition(".")[0] in FILES_WITH_CITIES
    return {"licence": licence(), "attribution": [GEONAMES] if has_cities else []}


def stated_terms(directory: Mapping) -> dict:
    """Return {"licence", "attribution"} as a directory states them, for what is made from it."""
    return {"licence": directory.get("licence"), "attribution": directory.get("attribution", [])}
