"""Real organisations, with nothing but what the data file says, and three fictional ones that show everything."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from cms.common import gazetteer
from cms.conf import defenders_settings
from cms.sample.categories import categories_by_code
from cms.sample.files import listed, read_json, read_rows
from cms.sample.identifiers import identifier
from cms.sample.publication import log_publication, publish_new
from cms.sample.texts import add_texts
from cms.snippets.channel import ContactChannel
from cms.snippets.organisation import Organisation
from cms.snippets.place import Place
from cms.snippets.texts import OrganisationText

CHANNEL_FIELDS = ("kind", "value", "label", "languages", "urgent", "preferred", "pgp_fingerprint")


def load_organisations() -> int:
    """Add the real organisations that are missing; return how many."""
    translations = read_json("organisations.translations.json")
    types = read_json("organisations.types.json")
    categories = _Categories()
    added = 0
    for row in read_rows("organisations.csv"):
        if _exists(row["slug"]):
            continue
        organisation = _organisation(
            row,
            organisation_type=types[row["slug"]],
            is_government=types[row["slug"]] == "government",
            areas_served=listed(row["operates_in"]),
            languages=listed(row["languages"]),
            source_url=row["source_url"],
            internal_note=row["note"],
        )
        organisation.places.add(_place_of_row(row))
        categories.set(organisation, listed(row["roles"]), listed(row["services"]), listed(row["serves"]))
        _publish(organisation)
        summaries = {"es": row["summary_es"], "en": row["summary_en"], **translations.get(row["slug"], {})}
        add_texts(
            OrganisationText,
            organisation,
            {language: {"summary": text} for language, text in summaries.items()},
        )
        added += 1
    return added


def load_fictional_organisations() -> int:
    """Add the fictional organisations that are missing; return how many."""
    categories = _Categories()
    added = 0
    for entry in read_json("fictional.json"):
        if _exists(entry["slug"]):
            continue
        same = (
            "alternate_name",
            "organisation_type",
            "is_government",
            "areas_served",
            "languages",
            "intake_status",
        )
        organisation = _organisation(
            entry, response_time=entry["response_time"] or "", **{name: entry[name] for name in same}
        )
        for channel in entry["channels"]:
            organisation.channels.add(ContactChannel(**{name: channel[name] for name in CHANNEL_FIELDS}))
        for place in entry["places"]:
            organisation.places.add(_fictional_place(place))
        if entry["verified_days_ago"] is not None:
            organisation.verified_on = datetime.now(UTC).date() - timedelta(days=entry["verified_days_ago"])
            organisation.review_due = organisation.verified_on + defenders_settings.REVIEW_AFTER
        categories.set(organisation, entry["roles"], entry["services"], entry["audiences"])
        _publish(organisation)
        add_texts(OrganisationText, organisation, entry["texts"])
        added += 1
    return added


class _Categories:
    """The categories by code, read once."""

    def __init__(self):
        self.by_kind = {kind: categories_by_code(kind) for kind in ("role", "service", "audience")}

    def set(self, organisation, roles, services, audiences):
        for name, kind, codes in (
            ("roles", "role", roles),
            ("services", "service", services),
            ("audiences", "audience", audiences),
        ):
            getattr(organisation, name).set([self.by_kind[kind][code] for code in codes])


def _exists(slug):
    return Organisation.objects.filter(uuid=identifier(slug)).exists()


def _organisation(row, **fields):
    return Organisation(
        uuid=identifier(row["slug"]),
        slug=row["slug"],
        name=row["name"],
        acronym=row["acronym"],
        website=row["website"],
        is_sample=True,
        live=False,
        **fields,
    )


def _place_of_row(row):
    city = gazetteer.nearest_named(row["hq_city"], row["hq_country"]) if row["precision"] == "city" else None
    if city is None:
        return Place(precision="country", country=row["hq_country"], is_seat=True)
    return Place(precision="city", country=city.country, city_id=city.id, is_seat=True)


def _fictional_place(entry):
    city = gazetteer.nearest_named(entry["city"], entry["country"]) if entry["city"] else None
    return Place(
        precision=entry["precision"],
        country=entry["country"],
        city_id=city.id if city else None,
        lat=_decimal(entry["lat"]),
        lng=_decimal(entry["lng"]),
        is_seat=entry["is_seat"],
    )


def _decimal(number):
    return None if number is None else Decimal(str(number))


def _publish(organisation):
    organisation.full_clean()
    channels, places = organisation.channels.all(), organisation.places.all()
    for child in (*channels, *places):
        child.full_clean(exclude=["organisation"])
    organisation.save()
    if channels or any(place.precision == "exact" for place in places):
        organisation.save_revision(clean=False).publish()
    else:
        log_publication([(organisation, publish_new(organisation))])
