"""Organisations: one, a page of them, and how many there are of each kind."""

from cms.api.schema.components.codes import identifier
from cms.api.schema.components.lists import listing, of_type
from cms.api.schema.lengths import stored
from cms.api.schema.values import (
    Schema,
    array,
    by_key,
    code,
    count,
    day,
    flag,
    number,
    or_null,
    record,
    ref,
    text,
)
from cms.common import vocabularies
from cms.directory.filters import FILTERS
from cms.models import ContactChannel, Organisation, Place

# Of a key of version 4 or 6 (RFC 9580).
FINGERPRINT = "^[0-9A-F]{40}([0-9A-F]{24})?$"
_LABELLED = "Codes in the order in which they are shown."


def components() -> dict[str, Schema]:
    """Return {name: schema}."""
    facets = {"facets": ref("Facets", "Only with `facets=true`.")}
    return {
        "Organisation": organisation(),
        "OrganisationList": listing("Organisation", facets, optional=facets),
        "OrganisationReference": reference(),
        "Contact": contact(),
        "Place": place(),
        "Facets": record(
            {name: by_key(count("How many organisations have this value.")) for name in FILTERS},
            "What `total_count` would be if a value stood in the place of all values of its name, while the other "
            "filters, `search` and `bbox` stay. Values that would find nobody are left out; every name is there.",
        ),
    }


def organisation() -> Schema:
    """Return the schema of a record, with the `meta` of the API."""
    return record(
        {
            "id": identifier("The organisation, for good."),
            "meta": of_type(Organisation),
            **facts(),
        },
        "An organisation that accompanies or protects human rights defenders.",
    )


def facts() -> dict[str, Schema]:
    """Return the members of a record, in their order."""
    return {
        **_identity(),
        **_what_it_does(),
        "summary": or_null(ref("Text"), "One or two sentences; null where no language has any."),
        "description": or_null(ref("Html"), "More about it."),
        "how_to_ask_for_help": or_null(ref("Html"), "What to do to get help."),
        "hours": or_null(ref("Text"), "When somebody answers."),
        "contacts": array(ref("Contact"), "How to reach it, in its own order."),
        "places": array(
            ref("Place"), "Where it is, as precisely as it may be known; hidden places are not here."
        ),
        "verified_on": or_null(day("The day on which the editors last verified the record.")),
        "review_due": or_null(day("The day until which the verification holds.")),
        "verification": code(
            vocabularies.VERIFICATION_STATES,
            "Made from `review_due` and the UTC day: `due` is past it, `expired` a year past it.",
        ),
        "updated_on": or_null(day("The day on which the public record last changed.")),
    }


def _identity():
    return {
        "slug": stored(
            Organisation,
            "slug",
            "Its name in web addresses. It may change: the old one goes on leading to the organisation.",
            pattern="^[-a-zA-Z0-9_]+$",
        ),
        "name": stored(Organisation, "name", "As the organisation writes it itself.", minLength=1),
        "alternate_name": stored(
            Organisation, "alternate_name", "Another name people search for, or an empty text."
        ),
        "acronym": stored(Organisation, "acronym", "Its acronym, or an empty text."),
        "logo": or_null(ref("Picture"), "Its logo, if there is one."),
        "website": stored(Organisation, "website", "Its website, or an empty text."),
        "onion_url": or_null(text("Its address in the Tor network.", format="uri")),
        "organisation_type": code(vocabularies.ORGANISATION_TYPES, "What kind of organisation it is."),
        "is_government": flag("Whether a government runs it: some people must avoid governments."),
        "sample": flag("Whether this is sample content that nobody verified."),
    }


def _what_it_does():
    return {
        "roles": array(ref("RoleCode"), f"The parts it plays. {_LABELLED}"),
        "services": array(ref("ServiceCode"), f"The help it gives. {_LABELLED}"),
        "audiences": array(ref("AudienceCode"), f"Whom it helps. {_LABELLED}"),
        "areas_served": array(ref("Area"), "Where the people are whom it helps."),
        "languages": array(ref("LanguageTag"), "The languages it works in."),
        "urgent_help": flag("Whether one of its contacts answers around the clock."),
        "response_time": or_null(code(vocabularies.RESPONSE_TIMES, "How soon it answers, or null.")),
        "intake_status": or_null(code(vocabularies.INTAKE_STATUSES, "Whether it takes new cases, or null.")),
    }


def contact() -> Schema:
    """Return the schema of a way to reach an organisation."""
    return record(
        {
            "kind": code(vocabularies.CHANNEL_KINDS, "What kind of contact it is."),
            "value": stored(ContactChannel, "value", "The number, the address or the name.", minLength=1),
            "label": code(vocabularies.CHANNEL_LABELS, "What it is for."),
            "languages": array(
                ref("LanguageTag"),
                "The languages in which somebody answers; an empty list means those of the organisation.",
            ),
            "urgent": flag("Whether somebody answers around the clock."),
            "preferred": flag("Whether the organisation prefers this contact."),
            "pgp_fingerprint": or_null(
                text(
                    "Fingerprint of the OpenPGP key of an e-mail address, or null.",
                    pattern="^[0-9A-F]{40}([0-9A-F]{24})?$",
                )
            ),
        },
        "A way to reach an organisation.",
    )


def place() -> Schema:
    """Return the schema of a place: with a point, or known by its country only."""
    country, seat = ref("Country"), flag("Whether this is its seat.")
    with_point = record(
        {
            "precision": code(
                ("exact", "city"), "`exact`: the office itself; `city`: the middle of the city."
            ),
            "country": country,
            "city": stored(Place, "city", "Name of the city."),
            "lat": number(
                "Latitude in degrees: five decimals for an office, two for a city.", minimum=-90, maximum=90
            ),
            "lng": number("Longitude in degrees.", minimum=-180, maximum=180),
            "is_seat": seat,
        },
        "A place with a point.",
    )
    by_country = record(
        {
            "precision": code(("country",), "Nothing more is known of it."),
            "country": country,
            "is_seat": seat,
        },
        "A place of which only the country may be known.",
    )
    return {"description": "A place of an organisation.", "oneOf": [with_point, by_country]}


def reference() -> Schema:
    """Return the schema of an organisation that is named by something else."""
    return record(
        {
            "id": identifier("The organisation."),
            "slug": stored(Organisation, "slug", "Its name in web addresses."),
            "name": stored(Organisation, "name", "Its name."),
        },
        "The organisation behind it.",
    )
