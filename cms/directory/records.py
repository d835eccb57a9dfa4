"""The public record of an organisation: the one allow-list from which everything public is made.

`load(pks)` reads what records need in a fixed number of queries, whatever the number of organisations, and as plain
values: what is not read cannot become public, and ten thousand model instances take longer than all the rest.
`organisation_record` turns it into the plain dict of the public contract.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from wagtail.images import get_image_model

from cms.common import contacts
from cms.common.text import sort_key
from cms.directory.days import iso_day
from cms.directory.pictures import SMALL, known_picture, made_picture, with_picture
from cms.directory.texts import PublicText, ShownTexts, linked_pages, own_texts
from cms.directory.verification import verification_state
from cms.directory.visibility import public_organisations, public_places, public_texts
from cms.snippets.channel import ContactChannel
from cms.snippets.organisation import Organisation

LOGO_FILTER = "max-240x240|format-png"

# Text field -> how it is given: plain text or sanitised HTML.
TEXT_FORMS = {"summary": "text", "description": "html", "how_to_ask_for_help": "html", "hours": "text"}

CATEGORY_FIELDS = {"role": "roles", "service": "services", "audience": "audiences"}

# What is read of each table.
ROW_COLUMNS = (
    "pk",
    "uuid",
    "slug",
    "name",
    "alternate_name",
    "acronym",
    "website",
    "organisation_type",
    "is_government",
    "is_sample",
    "areas_served",
    "languages",
    "response_time",
    "intake_status",
    "verified_on",
    "review_due",
    "updated_on",
    "public_digest",
    "logo_id",
    "logo__title",
    "logo__description",
    *SMALL,
)
CHANNEL_COLUMNS = ("kind", "value", "label", "languages", "urgent", "preferred", "pgp_fingerprint")
PLACE_COLUMNS = ("precision", "country", "city", "lat", "lng", "is_seat")
TEXT_COLUMNS = ("locale__language_code", *TEXT_FORMS, "translated_from", "content_digest")


@dataclass
class LoadedOrganisation:
    """An organisation and all that its record needs, already read from the database.

    `row` has the attributes of an Organisation (its own columns only), a text those of an OrganisationText; `contacts`
    and `places` are as in the record, `logo` too.
    """

    row: Any
    codes: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in CATEGORY_FIELDS})
    contacts: list[dict] = field(default_factory=list)
    places: list[dict] = field(default_factory=list)
    logo: dict | None = None
    texts: dict[str, PublicText] = field(default_factory=dict)
    page_urls: dict[int, str] = field(default_factory=dict)

    @cached_property
    def shown_texts(self) -> ShownTexts:
        """The texts as records have them."""
        return ShownTexts(self.texts, TEXT_FORMS, self.page_urls)

    @cached_property
    def facts(self) -> tuple[dict, dict]:
        """What records say before and after the texts, the same in every language and on every day.

        Records of all languages share these values: they are for reading.
        """
        return _facts_before_texts(self), _facts_after_texts(self)


def load(pks=None) -> list[LoadedOrganisation]:
    """Return the public organisations with these keys, in their order; without keys all, ordered by name.

    Seven queries at most, and one for each logo that was never shown before.
    """
    public = public_organisations() if pks is None else public_organisations().filter(pk__in=pks)
    rows = with_picture(public, "logo", LOGO_FILTER).order_by().values(*ROW_COLUMNS)
    read = {row["pk"]: SimpleNamespace(**row) for row in rows.iterator(chunk_size=2000)}
    if pks is None:
        ordered = sorted(read.values(), key=lambda row: (sort_key(row.name), str(row.uuid)))
    else:
        ordered = [read[pk] for pk in pks if pk in read]
    loaded = {row.pk: LoadedOrganisation(row) for row in ordered}
    # All public ones are named by a subquery: a list of a hundred thousand keys is more than databases take.
    mine = {"organisation__in": public.values("pk") if pks is None else list(loaded)}
    _load_logos(loaded)
    _load_categories(loaded, mine)
    _load_contacts(loaded, mine)
    _load_places(loaded, mine)
    _load_texts(loaded, mine)
    return list(loaded.values())


def _rows_of(loaded, queryset, columns):
    # What became public between two queries has no row here yet: it waits for the next publication.
    for pk, *values in queryset.values_list("organisation_id", *columns).iterator(chunk_size=2000):
        if pk in loaded:
            yield loaded[pk], values


def _load_logos(loaded):
    unseen = {}
    for one in loaded.values():
        if one.row.logo_id is None:
            continue
        one.logo = known_picture(one.row)
        if one.logo is None:
            unseen.setdefault(one.row.logo_id, []).append(one)
    images = get_image_model().objects.in_bulk(unseen) if unseen else {}
    for pk, owners in unseen.items():
        for one in owners:
            one.logo = made_picture(images[pk], LOGO_FILTER) if pk in images else None
    for one in loaded.values():
        if one.logo:
            one.logo["alt"] = one.row.logo__description or one.row.logo__title


def _load_categories(loaded, mine):
    links = [
        getattr(Organisation, name)
        .through.objects.filter(**mine)
        .values_list("organisation_id", "category__kind", "category__order", "category__code")
        for name in CATEGORY_FIELDS.values()
    ]
    for pk, kind, _order, code in sorted(links[0].union(*links[1:], all=True), key=lambda link: link[2:]):
        if pk in loaded:
            loaded[pk].codes[kind].append(code)


def _load_contacts(loaded, mine):
    channels = ContactChannel.objects.filter(**mine).order_by("organisation_id", "sort_order", "pk")
    for one, values in _rows_of(loaded, channels, CHANNEL_COLUMNS):
        one.contacts.append(_contact(*values))


def _load_places(loaded, mine):
    places = public_places().filter(**mine).order_by("organisation_id", "sort_order", "pk")
    for one, values in _rows_of(loaded, places, PLACE_COLUMNS):
        one.places.append(_place(*values))


def _load_texts(loaded, mine):
    texts = public_texts().select_related(None).filter(**mine).order_by()
    for one, (language, *values) in _rows_of(loaded, texts, TEXT_COLUMNS):
        one.texts[language] = SimpleNamespace(**dict(zip(TEXT_COLUMNS[1:], values, strict=True)))
    urls = linked_pages((text for one in loaded.values() for text in one.texts.values()), TEXT_FORMS)
    for one in loaded.values():
        one.page_urls = urls


def loaded_version(version: Organisation, codes: dict[str, list[str]], texts: dict[str, PublicText]):
    """Return a version of an organisation as `load` gives rows: a draft with its own contacts, places and logo."""
    logo = version.logo and (known_picture(version) or made_picture(version.logo, LOGO_FILTER))
    return LoadedOrganisation(
        version,
        codes,
        [_contact(*_values(one, CHANNEL_COLUMNS)) for one in version.channels.all()],
        [_place(*_values(one, PLACE_COLUMNS)) for one in version.places.all() if one.precision != "hidden"],
        logo and logo | {"alt": version.logo.description or version.logo.title},
        texts,
        linked_pages(texts.values(), TEXT_FORMS),
    )


def _values(instance, columns) -> Iterable:
    return (getattr(instance, name) for name in columns)


def organisation_record(loaded: LoadedOrganisation, lang: str, today: date) -> dict:
    """Return the record in one language, without the API's `meta`; `today` is the UTC day."""
    row = loaded.row
    before, after = loaded.facts
    return {
        **before,
        **loaded.shown_texts.fields(lang),
        **after,
        "verification": verification_state(row.verified_on, row.review_due, today),
        "updated_on": iso_day(row.updated_on),
    }


def neutral_facts(loaded: LoadedOrganisation) -> dict:
    """Return what tells whether the public record changed: facts, and each language's own text, no dates."""
    before, after = loaded.facts
    return {**before, **after, "texts": own_texts(loaded.texts, TEXT_FORMS)}


def _facts_before_texts(loaded):
    row = loaded.row
    onion = next((contact["value"] for contact in loaded.contacts if contact["kind"] == "onion"), None)
    return {
        "id": str(row.uuid),
        "slug": row.slug,
        "name": row.name,
        "alternate_name": row.alternate_name,
        "acronym": row.acronym,
        "logo": loaded.logo,
        "website": row.website,
        "onion_url": contacts.href("onion", onion) if onion else None,
        "organisation_type": row.organisation_type,
        "is_government": row.is_government,
        "sample": row.is_sample,
        "roles": loaded.codes["role"],
        "services": loaded.codes["service"],
        "audiences": loaded.codes["audience"],
        "areas_served": row.areas_served,
        "languages": row.languages,
        "urgent_help": any(contact["urgent"] for contact in loaded.contacts),
        "response_time": row.response_time or None,
        "intake_status": row.intake_status or None,
    }


def _facts_after_texts(loaded):
    row = loaded.row
    return {
        "contacts": loaded.contacts,
        "places": loaded.places,
        "verified_on": iso_day(row.verified_on),
        "review_due": iso_day(row.review_due),
    }


def _contact(kind, value, label, languages, urgent, preferred, pgp_fingerprint):
    return {
        "kind": kind,
        "value": value,
        "label": label,
        "languages": languages,
        "urgent": urgent,
        "preferred": preferred,
        "pgp_fingerprint": pgp_fingerprint or None,
    }


def _place(precision, country, city, lat, lng, is_seat):
    """A place as precisely as it may be known: two decimals for a city, five for an exact place."""
    known = {"precision": precision, "country": country}
    if precision in ("exact", "city"):
        known |= {"city": city, "lat": float(lat), "lng": float(lng)}
    return known | {"is_seat": is_seat}
