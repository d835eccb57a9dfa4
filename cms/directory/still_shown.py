"""What may stay public while a publication is held: what is public now, and what is gone by nobody's doing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cms.directory.origin import Origin
from cms.directory.public_items import FORMER_SLUGS, KINDS, language_of, texts_of
from cms.directory.removals import Gone, pages_were_taken_away, still_public
from cms.directory.visibility import published_texts
from cms.snippets.channel import ContactChannel
from cms.snippets.organisation import Organisation
from cms.snippets.place import Place


@dataclass(frozen=True)
class Spared:
    """Ids by kind of what stays although it is not public now, and whether the pages stay."""

    ids: Mapping[str, frozenset[str]]
    pages: bool

    @property
    def all_ids(self) -> frozenset[str]:
        """The ids of all kinds."""
        return frozenset().union(*self.ids.values())


def spared(
    shown: Mapping[str, dict], now: Mapping[str, dict], gone: Gone, origin: Origin, today: date
) -> Spared:
    """Return what of {file name: data} that is shown stays beside what is public now."""
    guidance = next(name for name in shown if name.startswith("guidance."))
    ids = {"organisations": gone.unrecorded}
    organisations = gone.unrecorded | {record["id"] for record in _directory(now)["organisations"]}
    for kind in KINDS[1:]:
        present = {record["id"] for record in now[guidance][kind]}
        missing = {
            record["id"]
            for record in shown[guidance][kind]
            if record["id"] not in present
            and ("organisation" not in record or record["organisation"]["id"] in organisations)
        }
        ids[kind] = still_public(kind, missing, origin, today)
    has_pages = any(data.get("pages") for data in now.values())
    return Spared(ids, pages=not has_pages and not pages_were_taken_away(origin))


def what_is_still_shown(shown: Mapping[str, dict], now: Mapping[str, dict], spare: Spared) -> dict[str, dict]:
    """Return {file name: data} of what is public now and what is spared, in no order: to purge by, not to publish."""
    rows = _Rows(spare.ids["organisations"])
    made = {}
    for name, data in now.items():
        before = shown.get(name, {})
        if name == FORMER_SLUGS:
            made[name] = _with_slugs(before, data, shown, spare)
            continue
        if language_of(name) is None:
            made[name] = data
            continue
        made[name] = data | {
            kind: data[kind]
            + [rows.allow(one) for one in before.get(kind, ()) if one["id"] in spare.ids[kind]]
            for kind in KINDS
            if kind in data
        }
        if spare.pages and "pages" in data:
            made[name]["pages"] = before.get("pages", {})
    return made


def _directory(base):
    return base[next(name for name in base if name.startswith("directory."))]


def _with_slugs(before, data, shown, spare):
    slugs = {
        record["slug"]
        for record in _directory(shown)["organisations"]
        if record["id"] in spare.ids["organisations"]
    }
    kept = {one: target for one, target in before.get("former_slugs", {}).items() if target in slugs}
    return data | {"former_slugs": kept | data["former_slugs"]}


class _Rows:
    """What the rows of spared organisations still say: a place may be made coarser while a publication is held."""

    def __init__(self, ids):
        rows = Organisation.objects.values_list("uuid", "pk")
        keys = {pk: str(uuid) for uuid, pk in rows if str(uuid) in ids} if ids else {}
        self._known = frozenset(keys.values())
        self._contacts, self._places, self._languages = (defaultdict(set) for _ in range(3))
        if not keys:
            return
        for pk, *contact in ContactChannel.objects.values_list("organisation_id", "kind", "value"):
            self._contacts[keys.get(pk)].add(tuple(contact))
        places = Place.objects.exclude(precision="hidden")
        for pk, country, lat, lng in places.values_list("organisation_id", "country", "lat", "lng"):
            self._places[keys.get(pk)] |= {(country,), (country, _degrees(lat), _degrees(lng))}
        texts = published_texts().values_list("organisation_id", "locale__language_code")
        for pk, lang in texts:
            self._languages[keys.get(pk)].add(lang)

    def allow(self, record):
        """Return the record of an organisation with no more than its row says; other records as they are."""
        uuid = record["id"]
        if uuid not in self._known:
            return record
        contacts = [one for one in record["contacts"] if (one["kind"], one["value"]) in self._contacts[uuid]]
        has_onion = any(one["kind"] == "onion" for one in contacts)
        hidden = {name: None for name, text in texts_of(record) if text["lang"] not in self._languages[uuid]}
        return (
            record
            | hidden
            | {
                "contacts": contacts,
                "urgent_help": any(one["urgent"] for one in contacts),
                "onion_url": record["onion_url"] if has_onion else None,
                "places": [place for place in record["places"] if _position(place) in self._places[uuid]],
            }
        )


def _position(place):
    if "lat" not in place:
        return (place["country"],)
    return place["country"], _degrees(place["lat"]), _degrees(place["lng"])


def _degrees(number):
    return None if number is None else round(float(number), 5)
