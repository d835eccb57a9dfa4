"""What is written into an index at publication, from the directories alone. Pure.

One file holds what is the same in every language, one per language where its records lie and which words are in them.
Records are numbered in the order of the directory, which is by name and the same in every language.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from cms.common.vocabularies import CATEGORY_CODES
from cms.directory.index.container import pack
from cms.directory.index.filter_values import write_values
from cms.directory.index.points import write_points
from cms.directory.index.records import write_records
from cms.directory.index.sets import SetWriter
from cms.directory.index.sorted_texts import write_keys
from cms.directory.index.verified import write_verified
from cms.directory.index.words import write_words
from cms.directory.search import names_served, searched_words

NEUTRAL = "directory"


def language_index(lang: str) -> str:
    """Return the name of the index of a language."""
    return f"directory.{lang}"


def build_neutral(directory: Mapping, former_slugs: Mapping[str, str]) -> bytes:
    """Return the index of what is the same in every language.

    `former_slugs` maps slugs to those that took their place.
    """
    records = directory["organisations"]
    sets = SetWriter(len(records))
    numbers = {record["slug"]: number for number, record in enumerate(records)}
    former = {old: numbers[new] for old, new in former_slugs.items() if new in numbers}
    sections = (
        write_keys("ids", {record["id"]: number for number, record in enumerate(records)})
        | write_keys("slugs", numbers)
        | write_keys("former_slugs", former)
        | write_words("names", _words_of(records, _names), sets)
        | write_points("points", _points_of(records), sets)
        | write_verified(records, sets)
    )
    values = write_values(records, sets)
    facts = {"size": len(records), "codes": _codes(directory["labels"]), "values": values}
    return pack(facts, sections | sets.sections())


def build_language(directory: Mapping, content: bytes) -> bytes:
    """Return the index of a language; `content` is the bytes of the directory."""
    records, lang, labels = directory["organisations"], directory["lang"], directory["labels"]["area"]
    sets = SetWriter(len(records))
    names = {
        area: names_served([area], lang, labels)
        for area in {a for one in records for a in one["areas_served"]}
    }
    sections = (
        write_records([record["id"] for record in records], content)
        | write_words(
            "countries",
            _words_of(
                records, lambda record: (name for area in record["areas_served"] for name in names[area])
            ),
            sets,
        )
        | write_words("summaries", _words_of(records, _summary), sets)
    )
    return pack({"size": len(records), "bytes": len(content)}, sections | sets.sections())


def _words_of(records: Sequence[Mapping], texts: Callable[[Mapping], Iterable[str]]) -> dict[str, list[int]]:
    """Return {word: ascending numbers of the records whose texts it is in}."""
    # Nearly all tokens come again and again; folding them takes most of the time.
    known: dict[str, set[str]] = {}
    found: dict[str, list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for text in texts(record):
            for token in text.split():
                if token not in known:
                    known[token] = searched_words(token)
                for word in known[token]:
                    numbers = found[word]
                    if not numbers or numbers[-1] != number:
                        numbers.append(number)
    return found


def _names(record):
    return record["name"], record["alternate_name"], record["acronym"]


def _summary(record):
    return [record["summary"]["text"]] if record["summary"] else []


def _points_of(records):
    found: dict[tuple[float, float], list[int]] = defaultdict(list)
    for number, record in enumerate(records):
        for point in {(place["lat"], place["lng"]) for place in record["places"] if "lat" in place}:
            found[point].append(number)
    return found


def _codes(labels):
    """Return {kind: codes}: those of the contract, then those the editors added."""
    return {kind: list(dict.fromkeys([*codes, *labels[kind]])) for kind, codes in CATEGORY_CODES.items()}
