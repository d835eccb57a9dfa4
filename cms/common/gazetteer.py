"""Cities to choose from: GeoNames places of more than 15,000 people (CC BY 4.0, see data/README.md).

The file is read on first use. It is sorted by population, biggest first, and carries the folded names, so
that a search is one pass over it.
"""

import gzip
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from cms.common.text import words

_FILE = Path(__file__).parent / "data" / "gazetteer.tsv.gz"


class City(NamedTuple):
    """A place of the gazetteer: GeoNames identifier, name, country, centre with two decimals, people."""

    id: int
    name: str
    country: str
    lat: float
    lng: float
    population: int


def by_id(identifier):
    """Return the City with this GeoNames identifier, or None."""
    line = _lines_by_id().get(str(identifier))
    return _city(line) if line else None


def search(text, country=None, limit=10):
    """Return at most ``limit`` Cities with a name that has words beginning with the words of the text.

    Cities that bear exactly that name come first, then bigger ones. Accents and case do not matter.
    """
    wanted = words(text)
    if not wanted or limit < 1:
        return []
    whole = " ".join(wanted)
    exact, others = [], []
    for line in _lines_with(max(wanted, key=len), country):
        names = _names(line)
        if whole in names:
            exact.append(line)
        elif any(_begins(name, wanted) for name in names):
            others.append(line)
    return [_city(line) for line in (exact + others)[:limit]]


def nearest_named(name, country):
    """Return the City of a country that bears this name, main names first, then the biggest; or None."""
    wanted = " ".join(words(name))
    bearing = [line for line in _lines_with(wanted, country) if wanted in _names(line)] if wanted else []
    if not bearing:
        return None
    return _city(next((line for line in bearing if _names(line)[0] == wanted), bearing[0]))


@lru_cache(maxsize=1)
def _lines():
    return gzip.decompress(_FILE.read_bytes()).decode().splitlines()


@lru_cache(maxsize=1)
def _lines_by_id():
    return {line.partition("\t")[0]: line for line in _lines()}


def _lines_with(text, country):
    """Return the lines that may match: most are ruled out without being taken apart."""
    if country is None:
        return [line for line in _lines() if text in line]
    column = f"\t{country}\t"
    return [line for line in _lines() if text in line and column in line]


def _names(line):
    return line.rpartition("\t")[2].split("|")


def _begins(name, wanted):
    padded = f" {name}"
    return all(f" {word}" in padded for word in wanted)


def _city(line):
    identifier, name, country, lat, lng, population, _ = line.split("\t")
    return City(int(identifier), name, country, float(lat), float(lng), int(population))
