"""Records as GeoJSON (RFC 7946) and as the overview of the map. Pure: takes records, gives plain dicts."""

from cms.common.territories import COUNTRIES, REGIONS
from cms.common.vocabularies import WORLDWIDE
from cms.directory.clusters import clusters

OVERVIEW_ZOOMS = (1, 2, 3)


def public_points(records):
    """Yield (record, place) for every place that may stand on the map as a point."""
    for record in records:
        for place in record["places"]:
            if "lat" in place:
                yield record, place


def feature_collection(records):
    """Return the points of the records; a place known by country only is never a point."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                # GeoJSON positions are [lng, lat].
                "geometry": {"type": "Point", "coordinates": [place["lng"], place["lat"]]},
                "properties": {
                    "organisation": record["id"],
                    "slug": record["slug"],
                    "name": record["name"],
                    "precision": place["precision"],
                    "country": place["country"],
                    "city": place["city"],
                    "is_seat": place["is_seat"],
                    "roles": record["roles"],
                },
            }
            for record, place in public_points(records)
        ],
    }


def countries_served(records):
    """Return {country: {"direct": n, "region": n}} for all countries somebody serves by name or through a region.

    An organisation counts once per country, by name first; those that serve the whole world are not in it.
    """
    counts: dict[str, dict[str, int]] = {}
    for record in records:
        areas = set(record["areas_served"])
        if WORLDWIDE in areas:
            continue
        direct = areas & COUNTRIES
        regional = set().union(*(REGIONS[area] for area in areas if area in REGIONS)) - direct
        for scope, countries in (("direct", direct), ("region", regional)):
            for country in countries:
                counts.setdefault(country, {"direct": 0, "region": 0})[scope] += 1
    return dict(sorted(counts.items()))


def overview(records):
    """Return what the map draws first: counts per country, one number for worldwide, ready-made clusters."""
    points = [(place["lat"], place["lng"]) for _, place in public_points(records)]
    return {
        "total": len(records),
        "worldwide": sum(WORLDWIDE in record["areas_served"] for record in records),
        "countries": countries_served(records),
        "clusters": {str(zoom): clusters(points, zoom) for zoom in OVERVIEW_ZOOMS},
    }
