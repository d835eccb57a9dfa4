"""An older release without what is not public any more. Pure.

Whatever stopped being public goes, and where something else stands in its place now, that comes: the present contacts
for the former ones, the place as it may be known now, the text in the language it is public in. Pages and the words of
persons are shown as they are now or not at all. All other facts stay as they were on the day of the release.
"""

from collections.abc import Mapping, Set

from cms.directory.public_items import (
    FORMER_SLUGS,
    PARTS,
    items_of,
    language_of,
    links_in,
    number_of,
    slug,
    text_item,
    texts_of,
)

WHOLE = ("testimonies",)


class NotPurged(Exception):
    """A release cannot be made to hold no more than what is public."""


def purged(
    old: Mapping[str, dict], now: Mapping[str, dict], public: Set[bytes], own_site: str
) -> dict[str, dict]:
    """Return {file name: data} of a release without what is not in `now`, whose items are `public`.

    Raises NotPurged when something is left all the same.
    """
    made = {}
    for name in old:
        if name not in now or name == FORMER_SLUGS:
            continue
        known = language_of(name) is not None
        made[name] = _purged_file(old[name], now[name], public, own_site) if known else now[name]
    if FORMER_SLUGS in old and FORMER_SLUGS in now:
        made[FORMER_SLUGS] = _purged_slugs(old, made, public)
    if not items_of(made, own_site) <= public:
        raise NotPurged("Something that is not public is left.")
    return made


def _purged_file(old, now, public, own_site):
    made = dict(old)
    for kind in PARTS:
        if kind not in old:
            continue
        present = {record["id"]: record for record in now[kind]}
        records = [record for record in old[kind] if record["id"] in present]
        if kind in WHOLE:
            made[kind] = [present[record["id"]] for record in records]
        else:
            made[kind] = [
                _purged_record(kind, record, present[record["id"]], public, own_site) for record in records
            ]
    if "pages" in old:
        made["pages"] = {key: now["pages"][key] for key in old["pages"] if key in now["pages"]}
    return made


def _purged_record(kind, record, present, public, own_site):
    if record == present:
        return record
    made = dict(record)
    for part in PARTS[kind]:
        if any(number_of(item) not in public for item in part.items(record)):
            made |= {name: present[name] for name in part.fields}
    for name, text in texts_of(record):
        if number_of(text_item(kind, record, name, text)) not in public:
            made[name] = present[name]
        elif gone := [url for url in links_in(text, own_site) if number_of(("link", url)) not in public]:
            made[name] = text | {"html": _without_links(text["html"], gone)}
    return made


def _without_links(html, urls):
    for url in urls:
        html = html.replace(f' href="{url}"', "")
    return html


def _purged_slugs(old, made, public):
    """Return the former slugs of the organisations that are left, leading to the slugs these have now."""
    directory = next(name for name in made if name.startswith("directory."))
    before = {record["id"]: record["slug"] for record in old[directory]["organisations"]}
    after = {record["id"]: record["slug"] for record in made[directory]["organisations"]}
    if len(set(after.values())) < len(after):
        raise NotPurged("Two organisations would have the same address.")
    now_called = {before[uuid]: after[uuid] for uuid in after}
    former = {
        one: now_called[target]
        for one, target in old[FORMER_SLUGS]["former_slugs"].items()
        if target in now_called and number_of(slug(one)) in public and one not in after.values()
    }
    return old[FORMER_SLUGS] | {"former_slugs": former}
