"""Organisations as they are now, as records of the export: the latest version, draft or not, as the form shows it.

A fixed number of queries, whatever the number of organisations. Versions are read as the JSON they are: building
each of them as an object would ask the database for every one.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.contrib.contenttypes.models import ContentType
from wagtail.models import WorkflowState
from wagtail_localize.models import Translation

from cms.common import contacts
from cms.common.languages import LANGUAGES, SOURCE_LANGUAGE
from cms.common.organisation_columns import TEXTS, text_column
from cms.directory.verification import verification_state
from cms.directory.visibility import public_organisations
from cms.exchange.richtext import without_keys
from cms.snippets.category import Category
from cms.snippets.organisation import Organisation
from cms.snippets.stored_copies import EMPTY_VALUES
from cms.snippets.texts import OrganisationText

TEXT_FORMS = {column.name: column.form for column in TEXTS}

CATEGORY_COLUMNS = ("roles", "services", "audiences")

EMPTY_RECORD = {
    "id": "",
    "slug": "",
    "name": "",
    "alternate_name": "",
    "acronym": "",
    "website": "",
    "organisation_type": "ngo",
    "is_government": False,
    **{name: [] for name in (*CATEGORY_COLUMNS, "areas_served", "languages", "contacts", "places")},
    "response_time": None,
    "intake_status": None,
    **{text_column(name, language): "" for language in LANGUAGES for name in TEXT_FORMS},
}


@dataclass
class Present:
    """An organisation as it is now.

    `record` maps columns to values; `places` are the place dicts of the latest version, keys and all; `basis` are the
    Spanish texts of which translations are made, None when there are none; `languages` those that have a text,
    `translated` those whose text is a translation of wagtail-localize. `busy` maps "" for the facts, and languages for
    the texts, to "locked" or "in_review" where nobody else may write now.
    """

    pk: int | None = None
    record: dict = field(default_factory=lambda: dict(EMPTY_RECORD))
    places: list[dict] = field(default_factory=list)
    version: int | None = None
    basis: dict[str, str] | None = None
    basis_is_public: bool = False
    languages: set[str] = field(default_factory=set)
    translated: set[str] = field(default_factory=set)
    busy: dict[str, str] = field(default_factory=dict)


def present_organisations(pks):
    """Return {key: Present} of the organisations with these keys. Nine queries, five more for rows without versions."""
    rows = {row.pk: row for row in Organisation.objects.filter(pk__in=pks).select_related("latest_revision")}
    contents = _contents(rows)
    codes = _codes()
    public = set(public_organisations().filter(pk__in=rows).values_list("pk", flat=True))
    found = {
        pk: Present(
            pk=pk,
            record=_facts(row, contents[pk], codes) | _state(row, contents[pk], pk in public) | _no_texts(),
            places=contents[pk].get("places", []),
            version=row.latest_revision_id,
        )
        for pk, row in rows.items()
    }
    texts = _add_texts(found)
    _add_busy(found, rows, texts)
    return found


def _contents(rows):
    contents = {pk: row.latest_revision.content for pk, row in rows.items() if row.latest_revision}
    missing = [pk for pk in rows if pk not in contents]
    if missing:
        bare = Organisation.objects.filter(pk__in=missing).prefetch_related("channels", "places")
        links: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for name in CATEGORY_COLUMNS:
            through = getattr(Organisation, name).through.objects.filter(organisation__in=missing)
            for pk, category in through.values_list("organisation_id", "category_id"):
                links[pk][name].append(category)
        for row in bare:
            plain = {one.name: one.value_from_object(row) for one in row._meta.concrete_fields}
            children = {
                name: [
                    child.serializable_data() if hasattr(child, "serializable_data") else _plain(child)
                    for child in getattr(row, name).all()
                ]
                for name in ("channels", "places")
            }
            contents[row.pk] = plain | children | {name: links[row.pk][name] for name in CATEGORY_COLUMNS}
    return contents


def _plain(child):
    return {one.name: one.value_from_object(child) for one in child._meta.concrete_fields}


def _codes():
    """Return {key of a category: (its place in the order, code)}."""
    rows = Category.objects.order_by("kind", "order", "code").values_list("pk", "code")
    return {pk: (position, code) for position, (pk, code) in enumerate(rows)}


def _facts(row, content, codes):
    to_codes = Organisation._meta.get_field("areas_served").to_python
    return {
        "id": str(row.uuid),
        **{
            name: content.get(name) or "" for name in ("slug", "name", "alternate_name", "acronym", "website")
        },
        "organisation_type": content.get("organisation_type") or "other",
        "is_government": bool(content.get("is_government")),
        **{
            name: [
                code for _position, code in sorted(codes[pk] for pk in content.get(name) or () if pk in codes)
            ]
            for name in CATEGORY_COLUMNS
        },
        "areas_served": to_codes(content.get("areas_served")),
        "languages": to_codes(content.get("languages")),
        "response_time": content.get("response_time") or None,
        "intake_status": content.get("intake_status") or None,
        "contacts": [_contact(channel, to_codes) for channel in _in_order(content.get("channels"))],
        "places": [place_record(place) for place in _in_order(content.get("places"))],
    }


def _in_order(children):
    return sorted(
        children or (), key=lambda child: (child.get("sort_order") is None, child.get("sort_order") or 0)
    )


def _contact(channel, to_codes):
    return {
        "kind": channel["kind"],
        "value": channel["value"],
        "label": channel.get("label") or "general",
        "languages": to_codes(channel.get("languages")),
        "urgent": bool(channel.get("urgent")),
        "preferred": bool(channel.get("preferred")),
        "pgp_fingerprint": channel.get("pgp_fingerprint") or None,
    }


def place_record(place):
    """Return a place dict as records have it."""
    place = EMPTY_VALUES | place
    precision = place["precision"]
    if precision == "hidden":
        return {"precision": precision}
    record = {"precision": precision, "country": place["country"], "is_seat": bool(place["is_seat"])}
    if precision in ("exact", "city"):
        record |= {
            "city": place["city"],
            "lat": float(place["lat"]),
            "lng": float(place["lng"]),
            "city_id": place["city_id"],
        }
    return record


def _state(row, content, is_public):
    """Return the columns that are for reading only."""
    channels = content.get("channels") or ()
    onion = next((channel["value"] for channel in channels if channel["kind"] == "onion"), None)
    return {
        "onion_url": contacts.href("onion", onion) if onion else None,
        "urgent_help": any(channel.get("urgent") for channel in channels),
        "sample": row.is_sample,
        "verified_on": _day(row.verified_on),
        "review_due": _day(row.review_due),
        "verification": verification_state(row.verified_on, row.review_due, date.today()),
        "updated_on": _day(row.updated_on),
        "public": is_public,
    }


def _day(day):
    return day.isoformat() if day else None


def _no_texts():
    return {text_column(name, language): "" for language in LANGUAGES for name in TEXT_FORMS}


def _add_texts(found):
    texts = list(
        OrganisationText.objects.filter(organisation__in=found).select_related("locale", "latest_revision")
    )
    by_key = {}
    for text in texts:
        language, present = text.language, found[text.organisation_id]
        if language not in LANGUAGES:
            continue
        row = {name: _stored(getattr(text, name), form) for name, form in TEXT_FORMS.items()}
        latest = row
        if text.latest_revision:
            content = text.latest_revision.content
            latest = {name: _stored(content.get(name), form) for name, form in TEXT_FORMS.items()}
        present.record |= {text_column(name, language): value for name, value in latest.items()}
        present.languages.add(language)
        by_key[text.translation_key] = present
        if language == SOURCE_LANGUAGE:
            # Translators work from what is public, and from the draft while nothing is.
            present.basis = row if text.live else latest
            present.basis_is_public = text.live
    links = Translation.objects.filter(
        source__object_id__in=by_key, source__locale__language_code=SOURCE_LANGUAGE
    )
    for key, language in links.values_list("source__object_id", "target_locale__language_code"):
        by_key[key].translated.add(language)
    return texts


def _stored(value, form):
    value = value or ""
    return without_keys(value) if form == "html" else value


def _add_busy(found, rows, texts):
    types = ContentType.objects.get_for_models(Organisation, OrganisationText)
    running = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, base_content_type__in=types.values()
    )
    in_review = set(running.values_list("base_content_type", "object_id"))
    for pk, row in rows.items():
        _note_busy(found[pk].busy, "", row, types, in_review)
    for text in texts:
        _note_busy(found[text.organisation_id].busy, text.language, text, types, in_review)


def _note_busy(busy, language, row, types, in_review):
    if (types[type(row)].pk, str(row.pk)) in in_review:
        busy[language] = "in_review"
    elif row.locked:
        busy[language] = "locked"
