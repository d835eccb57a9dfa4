"""Which records have which value of a filter: the same that `Filter.matches` says, for all records at once. Pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from cms.common.languages import normalise_language_tag
from cms.common.territories import regions_of
from cms.common.vocabularies import WORLDWIDE
from cms.directory.index.sets import Sets, SetWriter


@lru_cache(maxsize=4096)
def language_ranges(tag: str) -> frozenset[str]:
    """Return what finds a tag: "zh-Hant-TW" is found by itself, "zh-Hant" and "zh"."""
    subtags = tag.split("-")
    starts = ("-".join(subtags[:length]) for length in range(1, len(subtags) + 1))
    return frozenset(normalise_language_tag(start) or start for start in starts)


# Name -> the values of a record. `area` is what `country` and its scopes are made of.
VALUES: dict[str, Callable[[Mapping], Iterable[str]]] = {
    "role": lambda record: record["roles"],
    "service": lambda record: record["services"],
    "audience": lambda record: record["audiences"],
    "area": lambda record: record["areas_served"],
    "seat": lambda record: {place["country"] for place in record["places"]},
    "language": lambda record: set().union(*map(language_ranges, record["languages"])),
    "urgent": lambda record: ["true"] if record["urgent_help"] else [],
    "government": lambda record: ["true" if record["is_government"] else "false"],
}


def write_values(records: Sequence[Mapping], sets: SetWriter) -> dict[str, dict[str, int]]:
    """Return {name: {value: set id}}."""
    found: dict[str, dict[str, list[int]]] = {name: defaultdict(list) for name in VALUES}
    for number, record in enumerate(records):
        for name, values in VALUES.items():
            for value in set(values(record)):
                found[name][value].append(number)
    return {
        name: {value: sets.add(numbers) for value, numbers in sorted(by_value.items())}
        for name, by_value in found.items()
    }


class FilterValues:
    """The masks of all values; kept in memory, because counting asks for every one of them."""

    def __init__(self, ids: Mapping[str, Mapping[str, int]], sets: Sets):
        self.masks = {
            name: {value: sets.union([key]) for value, key in by_value.items()}
            for name, by_value in ids.items()
        }

    def having(self, name: str, values: Iterable) -> int:
        """Return the mask of the records that pass a filter with any of the values."""
        if name == "country":
            return self.serving_scopes(values)[-1]
        return self.any_of(name, map(_as_text, values))

    def serving_scopes(self, countries: Iterable[str]) -> tuple[int, int, int]:
        """Return the masks of who serves one of the countries, or also its region, or also the world."""
        countries = list(countries)
        directly = self.any_of("area", countries)
        region = directly | self.any_of(
            "area", {code for country in countries for code in regions_of(country)}
        )
        return directly, region, region | self.any_of("area", [WORLDWIDE])

    def any_of(self, name: str, values: Iterable[str]) -> int:
        """Return the mask of the records with any of the values."""
        mask = 0
        for value in values:
            mask |= self.masks[name].get(value, 0)
        return mask


def _as_text(value):
    return str(value).lower() if isinstance(value, bool) else value
