"""Grid clusters of points in Web Mercator, ready-made for the first paint of the map. Pure."""

import math

CELL = 56  # pixels: markers are up to 44 px wide and should not touch
TILE = 256  # pixels: the width of the world at zoom 0
MAX_LATITUDE = 85.0511


def mercator(lat, lng, zoom):
    """Return the pixel position (x from west, y from north) of degrees at a zoom level."""
    size = TILE * 2**zoom
    lat = max(-MAX_LATITUDE, min(MAX_LATITUDE, lat))
    x = (lng + 180) / 360 * size
    y = (1 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2 * size
    return x, y


def clusters(points, zoom):
    """Return [[lng, lat, count], ...], the biggest first, for (lat, lng) pairs; the mean of each grid cell.

    Degrees have two decimals. The order of the points makes no difference.
    """
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for lat, lng in sorted(points):
        x, y = mercator(lat, lng, zoom)
        cells.setdefault((int(x // CELL), int(y // CELL)), []).append((lat, lng))
    means = [
        [
            round(sum(lng for _, lng in cell) / len(cell), 2),
            round(sum(lat for lat, _ in cell) / len(cell), 2),
            len(cell),
        ]
        for cell in cells.values()
    ]
    return sorted(means, key=lambda cluster: (-cluster[2], cluster[0], cluster[1]))
