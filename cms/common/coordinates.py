"""Coordinates as people type and paste them, in WGS 84 decimal degrees.

Understood: separate numbers with point or comma; pairs ("43.2630, -2.9350", "43,2630; -2,9350"); degrees,
minutes and seconds with hemispheres in English, Spanish or French (O is west); geo: URIs (RFC 5870);
addresses of OpenStreetMap, Google Maps and alike. Everything returned is a Decimal; every refusal is a
CoordinateError.
"""

import re
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

from cms.common.problems import CoordinateError
from cms.common.text import ascii_digits

# Decimals kept for a precision; the coarser precisions have no point at all.
DECIMALS = {"exact": 5, "city": 2}

_LIMITS = {"latitude": 90, "longitude": 180}
_LONGEST = 2000

_NUMBER = r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?"
_COMMA_NUMBER = r"[+-]?[0-9]{1,3}(?:,[0-9]{1,20})?"
_PAIRS = (
    re.compile(rf"({_NUMBER})\s*[,;/\s]\s*({_NUMBER})"),
    re.compile(rf"({_COMMA_NUMBER})(?:\s*[;/]\s*|,?\s+|,(?=[+-]))({_COMMA_NUMBER})"),
)
# "43,26" may be one number or two.
_AMBIGUOUS = re.compile(r"[+-]?[0-9]+,[0-9]+")

_DEGREES = re.compile(
    r"(?P<before>[NSEWO])?\s*(?P<degrees>[0-9]{1,3}(?:[.,][0-9]{1,20})?)\s*°?"
    r"(?:\s*(?P<minutes>[0-9]{1,2}(?:[.,][0-9]{1,20})?)\s*')?"
    r"(?:\s*(?P<seconds>[0-9]{1,2}(?:[.,][0-9]{1,20})?)\s*(?:\"|''))?"
    r"\s*(?P<after>[NSEWO])?",
    re.IGNORECASE,
)
_HEMISPHERES = {
    "N": ("latitude", 1),
    "S": ("latitude", -1),
    "E": ("longitude", 1),
    "W": ("longitude", -1),
    "O": ("longitude", -1),
}

# What phones, keyboards and word processors put in the place of plain signs.
_SIGNS = str.maketrans(
    {
        "\u2212": "-", "\u2013": "-", "\u066b": ".", "\u060c": ",", "\u061b": ";",
        "\u00a0": " ", "\u202f": " ",
        "º": "°", "˚": "°", "′": "'", "’": "'", "‘": "'", "″": '"', "”": '"', "“": '"',
        "\u200e": None, "\u200f": None, "\u061c": None, "\ufeff": None,
    }
)  # fmt: skip

# The place itself first; where only the middle of the map is known, that.
_LINKED_PAIR = rf"({_NUMBER}),\s?({_NUMBER})(?![0-9])"
_LINK_PATTERNS = (
    re.compile(rf"!3d({_NUMBER})!4d({_NUMBER})(?![0-9])"),
    re.compile(rf"[?&#](?:q|query|ll|sll|center|destination|daddr)=(?:loc:)?{_LINKED_PAIR}"),
    re.compile(rf"/(?:place|search)/{_LINKED_PAIR}"),
    re.compile(rf"@{_LINKED_PAIR}"),
    re.compile(rf"#map=[0-9.]+/({_NUMBER})/({_NUMBER})(?![0-9])"),
)
_SHORT_LINK_HOSTS = frozenset({"maps.app.goo.gl", "goo.gl", "osm.org", "bit.ly", "g.co"})


class Point(NamedTuple):
    """A position: latitude and longitude in decimal degrees, as Decimals."""

    lat: Decimal
    lng: Decimal


def parse_point(text):
    """Return the Point in a pasted text, not rounded."""
    text = _plain(text)
    if not text:
        raise CoordinateError("coordinates_missing")
    lowered = text.lower()
    if lowered.startswith("geo:"):
        return _from_geo_uri(text)
    if lowered.startswith(("http://", "https://")):
        return _from_link(text)
    text = text.strip("()[] ")
    if _AMBIGUOUS.fullmatch(text) and not re.search(r",[+-]", text):
        raise CoordinateError("coordinates_unclear")
    for pattern in _PAIRS:
        if match := pattern.fullmatch(text):
            return point(match[1], match[2])
    return _from_degrees(text)


def point(lat, lng):
    """Return the Point of two values, each a number or a text; (0, 0) is refused."""
    position = Point(parse_latitude(lat), parse_longitude(lng))
    if not any(rounded(position, "exact")):
        raise CoordinateError("null_island")
    return position


def parse_latitude(value):
    """Return a latitude as a Decimal."""
    return _parse_angle(value, "latitude")


def parse_longitude(value):
    """Return a longitude as a Decimal."""
    return _parse_angle(value, "longitude")


def rounded(position, precision):
    """Return the Point with the decimals its precision may show: KeyError for one that has no point."""
    step = Decimal(1).scaleb(-DECIMALS[precision])
    # Adding zero turns -0.00 into 0.00.
    return Point(*(value.quantize(step, rounding=ROUND_HALF_EVEN) + 0 for value in position))


def _parse_angle(value, axis):
    number = _to_decimal(value, axis)
    if abs(number) > _LIMITS[axis]:
        raise CoordinateError(f"{axis}_range")
    return number


def _to_decimal(value, axis):
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
        raise CoordinateError("number_unclear", value=_shown(value))
    if not isinstance(value, str):
        # The shortest text of a float: 43.263 stays 43.263.
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        if not number.is_finite():
            raise CoordinateError("number_unclear", value=_shown(value))
        return number
    text = _plain(value)
    if not text:
        raise CoordinateError("coordinates_missing")
    if re.fullmatch(rf"{_NUMBER}|{_COMMA_NUMBER}", text):
        return Decimal(text.replace(",", "."))
    found = _read_degrees(_DEGREES.fullmatch(text))
    if found is None or found[0] != axis:
        raise CoordinateError("number_unclear", value=_shown(value))
    return found[1]


def _from_geo_uri(text):
    """Read RFC 5870; phones also write ``geo:0,0?q=lat,lng(label)``."""
    path, _, query = text[4:].partition("?")
    asked = re.search(rf"(?:^|&)q=({_NUMBER}),\s?({_NUMBER})", unquote(query))
    if asked:
        return point(asked[1], asked[2])
    match = re.fullmatch(rf"({_NUMBER}),({_NUMBER})(?:,{_NUMBER})?((?:;[^;]*)*)", path)
    reference = re.search(r";crs=([^;]*)", match[3], re.IGNORECASE) if match else None
    if not match or (reference and reference[1].lower() != "wgs84"):
        raise CoordinateError("coordinates_unclear")
    return point(match[1], match[2])


def _from_link(text):
    try:
        parts = urlsplit(text)
        host, query = (parts.hostname or "").removeprefix("www."), parse_qs(parts.query)
    except ValueError:
        raise CoordinateError("coordinates_unclear") from None
    if "mlat" in query and "mlon" in query:
        return point(query["mlat"][0], query["mlon"][0])
    decoded = unquote(text)
    for pattern in _LINK_PATTERNS:
        if match := pattern.search(decoded):
            return point(match[1], match[2])
    raise CoordinateError("short_map_link" if host in _SHORT_LINK_HOSTS else "link_without_coordinates")


def _from_degrees(text):
    """Read two angles with hemispheres, in either order."""
    for split in _splits(text):
        found = dict(filter(None, (_read_degrees(_DEGREES.fullmatch(part.strip(" ,;/"))) for part in split)))
        if len(found) == 2:
            return point(found["latitude"], found["longitude"])
    raise CoordinateError("coordinates_unclear")


def _splits(text):
    """Give every way to cut the text in two just before or after a hemisphere letter."""
    for match in re.finditer(r"[NSEWO]", text, re.IGNORECASE):
        for position in match.span():
            if 0 < position < len(text):
                yield text[:position], text[position:]


def _read_degrees(match):
    """Return (axis, Decimal) of a matched angle, or None if it has no single hemisphere or 60 minutes."""
    if match is None or bool(match["before"]) == bool(match["after"]):
        return None
    degrees, minutes, seconds = (
        Decimal((match[part] or "0").replace(",", ".")) for part in ("degrees", "minutes", "seconds")
    )
    if minutes >= 60 or seconds >= 60:
        return None
    axis, sign = _HEMISPHERES[(match["before"] or match["after"]).upper()]
    return axis, sign * (degrees + minutes / 60 + seconds / 3600)


def _plain(value):
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise CoordinateError("coordinates_unclear")
    return ascii_digits(value.translate(_SIGNS)).strip()


def _shown(value):
    return str(value)[:40]
