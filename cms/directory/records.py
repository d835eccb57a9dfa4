"""The public record of an organisation: the one allow-list from which everything public is made.

`load(pks)` reads what records need in a fixed number of queries, whatever the number of organisations;
`organisation_record` turns it into the plain dict of the public contract.
"""

from dataclasses import dataclass, field
from datetime import date

from cms.common import contacts
from cms.common.text import sort_key
from cms.directory.days import iso_day
from cms.directory.pictures import picture_of, with_picture
from cms.directory.texts import linked_pages, own_texts, text_fields
from cms.directory.verification import verification_state
from cms.directory.visibility import public_organisations, public_texts
from cms.snippets.organisation import Organisation
from cms.snippets.texts import OrganisationText

LOGO_FILTER = "max-240x240|format-png"

# Text field -> how it is given: plain text or sanitised HTML.
TEXT_FORMS = {"summary": "text", "description": "html", "how_to_ask_for_help": "html", "hours": "text"}

CATEGORY_FIELDS = {"role": "roles", "service": "services", "audience": "audiences"}


@dataclass
class LoadedOrganisation:
    """An organisation and all that its record needs, already read from the database."""

    row: Organisation
    codes: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in CATEGORY_FIELDS})
    texts: dict[str, OrganisationText] = field(default_factory=dict)
    page_urls: dict[int, str] = field(default_factory=dict)


def load(pks=None):
    """Return the public organisations with these keys, in their order; without keys all, ordered by name.

    Seven queries at most, and one for each logo that was never shown before.
    """
    rows = with_picture(public_organisations(), "logo", LOGO_FILTER).prefetch_related("channels", "places")
    if pks is None:
        ordered = sorted(rows, key=lambda row: (sort_key(row.name), str(row.uuid)))
    else:
        by_pk = rows.in_bulk(pks)
        ordered = [by_pk[pk] for pk in pks if pk in by_pk]
    loaded = {row.pk: LoadedOrganisation(row) for row in ordered}
    _load_categories(loaded)
    for text in public_texts().filter(organisation__in=loaded):
        loaded[text.organisation_id].texts[text.language] = text
    _load_page_urls(loaded)
    return list(loaded.values())


def _load_page_urls(loaded):
    urls = linked_pages((text for one in loaded.values() for text in one.texts.values()), TEXT_FORMS)
    for one in loaded.values():
        one.page_urls = urls


def _load_categories(loaded):
    links = [
        getattr(Organisation, name)
        .through.objects.filter(organisation__in=loaded)
        .values_list("organisation_id", "category__kind", "category__order", "category__code")
        for name in CATEGORY_FIELDS.values()
    ]
    for pk, kind, _order, code in sorted(links[0].union(*links[1:], all=True), key=lambda link: link[2:]):
        loaded[pk].codes[kind].append(code)


def organisation_record(loaded, lang, today):
    """Return the record in one language, without the API's `meta`; `today` is the UTC day."""
    row = loaded.row
    return {
        "id": str(row.uuid),
        **_identity(row),
        "sample": row.is_sample,
        "roles": loaded.codes["role"],
        "services": loaded.codes["service"],
        "audiences": loaded.codes["audience"],
        "areas_served": row.areas_served,
        "languages": row.languages,
        "urgent_help": any(channel.urgent for channel in row.channels.all()),
        "response_time": row.response_time or None,
        "intake_status": row.intake_status or None,
        **text_fields(loaded.texts, TEXT_FORMS, lang, loaded.page_urls),
        "contacts": [_contact(channel) for channel in row.channels.all()],
        "places": [_place(place) for place in row.places.all() if place.precision != "hidden"],
        "verified_on": iso_day(row.verified_on),
        "review_due": iso_day(row.review_due),
        "verification": verification_state(row.verified_on, row.review_due, today),
        "updated_on": iso_day(row.updated_on),
    }


def neutral_facts(loaded):
    """Return what tells whether the public record changed: facts, and each language's own text, no dates."""
    record = organisation_record(loaded, "", date.min)
    for name in ("verification", "updated_on", *TEXT_FORMS):
        del record[name]
    return record | {"texts": own_texts(loaded.texts, TEXT_FORMS)}


def _identity(row):
    onion = next((channel.value for channel in row.channels.all() if channel.kind == "onion"), None)
    return {
        "slug": row.slug,
        "name": row.name,
        "alternate_name": row.alternate_name,
        "acronym": row.acronym,
        "logo": _logo(row),
        "website": row.website,
        "onion_url": contacts.href("onion", onion) if onion else None,
        "organisation_type": row.organisation_type,
        "is_government": row.is_government,
    }


def _logo(row):
    small = picture_of(row, "logo", LOGO_FILTER)
    return small and small | {"alt": row.logo.description or row.logo.title}


def _contact(channel):
    return {
        "kind": channel.kind,
        "value": channel.value,
        "label": channel.label,
        "languages": channel.languages,
        "urgent": channel.urgent,
        "preferred": channel.preferred,
        "pgp_fingerprint": channel.pgp_fingerprint or None,
    }


def _place(place):
    """A place as precisely as it may be known: two decimals for a city, five for an exact place."""
    known = {"precision": place.precision, "country": place.country}
    if place.precision in ("exact", "city"):
        known |= {"city": place.city, "lat": float(place.lat), "lng": float(place.lng)}
    return known | {"is_seat": place.is_seat}
