"""One public record held against the truth, wherever it was read."""

from collections.abc import Iterable, Iterator

from cms.editing.public_check.truth import Truth


def wrong_records(name: str, records: Iterable[dict], truth: Truth, where: str) -> Iterator[str]:
    """Yield a sentence for each record without a public source; `name` is a key of `truth.facts`."""
    known = truth.facts[name]
    for record in records:
        languages = known.get(record["id"])
        if languages is None:
            yield f"{where} shows “{label_of(record)}” ({name}), which is withdrawn, not published, or gone."
            continue
        yield from _wrong_texts(name, record, languages, where)
        organisation = record.get("organisation")
        if organisation and organisation["id"] not in truth.facts["organisations"]:
            yield f"{where} names the organisation “{organisation['name']}”, which is not public."


def label_of(record: dict) -> str:
    """Return how a record is called."""
    return record.get("name") or record.get("attribution") or record["id"]


def _wrong_texts(name, record, languages, where):
    shown = {
        value["lang"]
        for value in record.values()
        if isinstance(value, dict) and {"lang", "outdated"} <= set(value)
    }
    for lang in sorted(shown - languages):
        yield f"{where} shows the text ({lang}) of “{label_of(record)}” ({name}), which is not public or gone."
