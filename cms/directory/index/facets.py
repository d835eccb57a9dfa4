"""How many would be found with each value of each filter: what `meta.facets` of a list says.

A count is the `total_count` of the same question with this value in the place of all values of its name: it respects
all other filters, the search and the box. So `country` counts who serves the country, its region or the world, and
`es` counts `es-MX` too. Values that would find nobody are left out.
"""

from cms.common.territories import COUNTRIES, regions_of
from cms.common.vocabularies import WORLDWIDE
from cms.directory.filters import FILTERS
from cms.directory.index.opened import NeutralIndex
from cms.directory.index.selection import Found


def facets(index: NeutralIndex, found: Found) -> dict[str, dict[str, int]]:
    """Return {name: {value: count}}: categories in display order, everything else in that of its codes."""
    counts = {}
    for name in FILTERS:
        mask = found.without(name)
        counted = _countries(index, mask) if name == "country" else _values(index, name, mask)
        counts[name] = {value: count for value, count in counted if count}
    return counts


def _values(index, name, mask):
    masks = index.values.masks[name]
    order = index.codes.get(name, masks)
    return ((value, (mask & masks[value]).bit_count()) for value in order if value in masks)


def _countries(index, mask):
    areas = index.values.masks["area"]
    everywhere = mask & areas.get(WORLDWIDE, 0)
    elsewhere = mask ^ everywhere
    worldwide = everywhere.bit_count()
    by_regions = {}
    for country in sorted(COUNTRIES):
        regions = regions_of(country)
        if regions not in by_regions:
            served = elsewhere & index.values.any_of("area", regions)
            by_regions[regions] = worldwide + served.bit_count(), elsewhere ^ served
        count, rest = by_regions[regions]
        direct = (rest & areas[country]).bit_count() if country in areas else 0
        yield country, count + direct
