"""Grid clusters of points in Web Mercator, ready-made for the first paint of the map. Pure."""

import math

# Pixels. Markers are up to 44 px wide and should not touch; with 56 the overview of ten thousand organisations was a
# fifth larger than what may come before the first marker.
CELL = 72
DECIMALS = 1  # of a degree: half a pixel at zoom 3, the closest for which clusters are made
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

    The order of the points makes no difference.
    """
    cells: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for lat, lng in sorted(points):
        x, y = mercator(lat, lng, zoom)
        cells.setdefault((int(x // CELL), int(y // CELL)), []).append((lat, lng))
    means = [
        [
            round(sum(lng for _, lng in cell) / len(cell), DECIMALS),
            round(sum(lat for lat, _ in cell) / len(cell), DECIMALS),
            len(cell),
        ]
        for cell in cells.values()
    ]
    return sorted(means, key=lambda cluster: (-cluster[2], cluster[0], cluster[1]))
