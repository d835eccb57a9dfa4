"""Boxes on the map: west, south, east, north, in decimal degrees; a box may cross the 180th meridian."""

import re
from typing import NamedTuple

from cms.common.problems import CoordinateError

_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,20})?")


class BoundingBox(NamedTuple):
    """A box; where west is greater than east it crosses the 180th meridian."""

    west: float
    south: float
    east: float
    north: float

    @property
    def longitude_ranges(self):
        """Return the one or two (from, to) ranges of longitude the box covers."""
        if self.west <= self.east:
            return ((self.west, self.east),)
        return ((self.west, 180.0), (-180.0, self.east))

    def contains(self, lat, lng):
        """Say whether a position lies in the box, its borders included."""
        return self.south <= lat <= self.north and any(
            low <= lng <= high for low, high in self.longitude_ranges
        )


def parse_bounding_box(text):
    """Return the BoundingBox of "west,south,east,north"; CoordinateError says what is wrong."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) != 4:
        raise CoordinateError("bbox_count")
    for part in parts:
        if not _NUMBER.fullmatch(part):
            raise CoordinateError("bbox_number", value=part[:40])
    box = BoundingBox(*map(float, parts))
    if max(abs(box.south), abs(box.north)) > 90:
        raise CoordinateError("latitude_range")
    if max(abs(box.west), abs(box.east)) > 180:
        raise CoordinateError("longitude_range")
    if box.south > box.north:
        raise CoordinateError("bbox_order")
    return box
