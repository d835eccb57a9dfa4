"""Public points and the records they belong to, found by a box. Pure.

Points that lie near each other are packed into blocks, those into blocks again, each with the box around it and the set
of its records: a block inside the box asked for is taken whole, one outside is left, and only blocks at its border are
opened. Comparisons are those of `BoundingBox.contains`, so the edges are exact.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence

from cms.common.bounding_box import BoundingBox
from cms.directory.index.container import Container
from cms.directory.index.sets import Sets, SetWriter

BLOCK = 16

# South, west, north, east of a block, or twice the same point.
_EDGES = 4


def write_points(
    name: str, found: Mapping[tuple[float, float], Sequence[int]], sets: SetWriter
) -> dict[str, bytes]:
    """Return the sections of {(lat, lng): ascending numbers}; the sets go to `sets`."""
    near = sorted(found, key=_place_on_curve)
    level = [((lat, lng, lat, lng), found[lat, lng]) for lat, lng in near]
    first, edges, starts = len(sets), array("d"), array("I", [0])
    while level:
        for box, numbers in level:
            edges.extend(box)
            sets.add(numbers)
        starts.append(len(edges) // _EDGES)
        level = (
            [_around(level[at : at + BLOCK]) for at in range(0, len(level), BLOCK)] if len(level) > 1 else []
        )
    return {
        f"{name}.first_set": array("I", [first]).tobytes(),
        f"{name}.edges": edges.tobytes(),
        f"{name}.levels": starts.tobytes(),
    }


class Points:
    """The points of a file."""

    def __init__(self, container: Container, name: str, sets: Sets):
        (self._first,) = container.section(f"{name}.first_set", "I")
        self._edges = container.section(f"{name}.edges", "d")
        self._levels = container.section(f"{name}.levels", "I")
        self._sets = sets

    def in_box(self, box: BoundingBox) -> int:
        """Return the mask of the records that have a point in the box, its borders included."""
        return self._sets.union(self._first + node for node in self._inside(box))

    def _inside(self, box) -> Iterator[int]:
        """Yield the largest blocks and points that lie in the box."""
        for west, east in box.longitude_ranges:
            top = len(self._levels) - 2
            waiting = [(top, 0)] if top >= 0 else []
            while waiting:
                level, at = waiting.pop()
                node = self._levels[level] + at
                low_lat, low_lng, high_lat, high_lng = self._edges[node * _EDGES : (node + 1) * _EDGES]
                if low_lat > box.north or high_lat < box.south or low_lng > east or high_lng < west:
                    continue
                if box.south <= low_lat and high_lat <= box.north and west <= low_lng and high_lng <= east:
                    yield node
                    continue
                below = self._levels[level] - self._levels[level - 1]
                waiting += ((level - 1, child) for child in range(at * BLOCK, min((at + 1) * BLOCK, below)))


def _around(block):
    boxes, numbers = zip(*block, strict=True)
    south, west, north, east = zip(*boxes, strict=True)
    return (min(south), min(west), max(north), max(east)), sorted(set().union(*numbers))


def _place_on_curve(point):
    """Return where a point lies on a curve on which neighbours are near each other (Morton's)."""
    lat, lng = point
    return _spread(int((lat + 90) / 180 * 0xFFFF)) << 1 | _spread(int((lng + 180) / 360 * 0xFFFF)), point


def _spread(number):
    """Return the 16 bits of a number with a zero between each two."""
    number = (number | number << 8) & 0x00FF00FF
    number = (number | number << 4) & 0x0F0F0F0F
    number = (number | number << 2) & 0x33333333
    return (number | number << 1) & 0x55555555
