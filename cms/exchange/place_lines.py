"""Places in a cell, one to a line, as `cms.common.cells` writes them."""

from decimal import Decimal
from functools import lru_cache

from cms.common import gazetteer
from cms.common.cells import split_bars
from cms.common.coordinates import parse_point, rounded
from cms.common.problems import CoordinateError
from cms.common.territories import is_country
from cms.common.text import words
from cms.common.vocabularies import PRECISIONS
from cms.exchange.limits import MAX_PLACES
from cms.exchange.problems import Refused

# Of cities of one name in one country, so many are looked at for the one a point means.
_NAMESAKES = 200


def read_places(text):
    """Return places as records have them, and the `city_id` of those in a city of the gazetteer."""
    found: list[dict] = []
    for line in filter(str.strip, text.split("\n")):
        place = _place(line)
        if place["precision"] == "hidden" or place not in found:
            found.append(place)
    if len(found) > MAX_PLACES:
        raise Refused("too_many", limit=MAX_PLACES)
    return found


def _place(line):
    first, *rest = split_bars(line)
    precision, _colon, where = (piece.strip() for piece in first.partition(":"))
    precision = precision.lower()
    if precision not in PRECISIONS:
        raise Refused("place_unclear", line=line.strip()[:80])
    if precision == "hidden":
        # Whatever else the line says about it is not even read.
        return {"precision": "hidden"}
    is_seat = bool(rest) and rest[-1].lower() == "seat"
    points = rest[:-1] if is_seat else rest
    if len(points) > 1 or (precision == "country" and points):
        raise Refused("place_unclear", line=line.strip()[:80])
    point = _point(points[0]) if points else None
    city_name, _comma, country = where.rpartition(",")
    country = country.strip().upper()
    if not is_country(country):
        raise Refused("place_country", value=where.rpartition(",")[2].strip()[:40])
    place = {"precision": precision, "country": country, "is_seat": is_seat}
    return place | _READERS[precision](city_name.strip(), country, point, line)


def _point(text):
    try:
        return parse_point(text)
    except CoordinateError as error:
        raise Refused(error.code, **error.params) from error


def _country(city_name, country, point, line):
    if city_name:
        raise Refused("place_unclear", line=line.strip()[:80])
    return {}


def _city(city_name, country, point, line):
    city = _city_named(city_name, country, point)
    if city is None:
        raise Refused("place_city", city=city_name[:60], country=country)
    return {"city": city.name, "lat": city.lat, "lng": city.lng, "city_id": city.id}


def _exact(city_name, country, point, line):
    if point is None:
        raise Refused("place_point")
    city = _city_named(city_name, country, point) if city_name else None
    if city_name and city is None:
        raise Refused("place_city", city=city_name[:60], country=country)
    lat, lng = rounded(point, "exact")
    return {
        "city": city.name if city else "",
        "lat": float(lat),
        "lng": float(lng),
        "city_id": city.id if city else None,
    }


_READERS = {"country": _country, "city": _city, "exact": _exact}


def _city_named(name, country, point):
    """Return the City of this name: the nearest to the point when there is one, else as the form would."""
    named, namesakes = _cities_named(name, country)
    if point is None or not namesakes:
        return named
    return min(
        namesakes,
        key=lambda city: abs(Decimal(str(city.lat)) - point.lat) + abs(Decimal(str(city.lng)) - point.lng),
    )


# A file names few cities many times, and each search reads the whole list.
@lru_cache(maxsize=2048)
def _cities_named(name, country):
    """Return (the City that a form would take for this name, all whose main name it is)."""
    found = gazetteer.search(name, country, _NAMESAKES)
    return gazetteer.nearest_named(name, country), tuple(
        city for city in found if words(city.name) == words(name)
    )
