"""What a file says about places, brought together with the places there are.

An import adds places and says more about them, in the draft. It never makes one coarser and never deletes one: that
acts at once and on every copy, so it belongs to the form, where the editor is told so.
"""

import uuid

from cms.common.cells import places_cell
from cms.common.vocabularies import precision_rank
from cms.exchange.present import place_record
from cms.exchange.problems import problem


def merged_places(wanted, present):
    """Return (place dicts of the next version, problems); `wanted` are places as `read_places` gives them.

    A place that is there keeps its `uid`. It becomes finer when the file has it more precisely and in no other line.
    """
    left = list(wanted)
    result, open_places = [], []
    for place in present:
        record = place_record(place)
        if record in left:
            left.remove(record)
            result.append(place)
        else:
            open_places.append(place)
    problems = []
    for place in open_places:
        record = place_record(place)
        refining = next((one for one in left if _says_more(one, record)), None)
        if refining is not None:
            left.remove(refining)
            result.append(_place_dict(refining) | {"uid": place["uid"], "pk": place.get("pk")})
            continue
        result.append(place)
        problems.append(problem("place_kept", "places", place=places_cell([record])))
        coarser = next((one for one in left if _says_less(one, record)), None)
        if coarser is not None:
            left.remove(coarser)
    result.extend(_place_dict(place) | {"uid": str(uuid.uuid4()), "pk": None} for place in left)
    return result, problems


def _says_more(one, record):
    """Say whether a place of the file is the same place, at least as precisely, and differs from it."""
    if "hidden" in (one["precision"], record["precision"]) or one["country"] != record["country"]:
        return False
    if precision_rank(one["precision"]) > precision_rank(record["precision"]):
        return False
    # Two exact points, and two cities, are two places unless they are in one city.
    return record["precision"] == "country" or (
        record["city_id"] is not None and one["city_id"] == record["city_id"]
    )


def _says_less(one, record):
    """Say whether a place of the file is what a coarser version of the present one would be."""
    if one["precision"] == "hidden":
        return record["precision"] != "hidden"
    if record["precision"] == "hidden" or one["country"] != record["country"]:
        return False
    return precision_rank(one["precision"]) > precision_rank(record["precision"])


def _place_dict(place):
    """Return a place as `Place` takes its fields."""
    return {
        "precision": place["precision"],
        "country": place.get("country", ""),
        "city_id": place.get("city_id"),
        "city": place.get("city", ""),
        "lat": _text(place.get("lat")),
        "lng": _text(place.get("lng")),
        "is_seat": place.get("is_seat", False),
    }


def _text(number):
    return None if number is None else str(number)
