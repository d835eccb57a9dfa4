"""One organisation in the words of HSDS 3.0, from its public record."""

from collections.abc import Mapping

from cms.directory.open_data.hsds_contacts import contacts_of, main_email, phones_of
from cms.directory.open_data.hsds_service import service_of
from cms.directory.open_data.hsds_terms import EXTENSION, Terms, attributes, filled, state_of_texts
from cms.directory.open_data.identifiers import Children

# What the standard has no field for, as the record has it.
FACTS = (
    "slug",
    "acronym",
    "organisation_type",
    "is_government",
    "sample",
    "onion_url",
    "urgent_help",
    "verification",
    "verified_on",
    "review_due",
    "updated_on",
)


def organisation(record: Mapping, terms: Terms) -> dict:
    """Return the organisation with all that belongs to it."""
    ids = Children(record["id"])
    text, form = (record["description"], "html") if record["description"] else (record["summary"], "text")
    known = filled(
        {
            "alternate_name": record["alternate_name"],
            "email": main_email(record["contacts"]),
            "website": record["website"],
            "logo": record["logo"] and record["logo"]["url"],
        }
    )
    return {
        "id": record["id"],
        "name": record["name"],
        "description": text[form] if text else "",
        **known,
        # Names of organisations and addresses of pages change; this does not.
        "uri": f"urn:uuid:{record['id']}",
        "attributes": [
            *attributes("organisation_type", [record["organisation_type"]], ids, terms),
            *attributes("role", record["roles"], ids, terms),
        ],
        "contacts": contacts_of(record, ids, terms),
        "phones": phones_of(record, ids, terms),
        "locations": [_location(place, ids, terms) for place in record["places"]],
        "services": [service_of(record, ids, terms)],
        EXTENSION: {
            **{name: record[name] for name in FACTS},
            "page_url": terms.page(record["slug"]),
            **state_of_texts({"description": text}),
        },
    }


def _location(place, ids, terms):
    city, country = place.get("city", ""), place["country"]
    point = {"latitude": place["lat"], "longitude": place["lng"]} if "lat" in place else {}
    where = f"{place['precision']} {country} {city} {place.get('lat')} {place.get('lng')}"
    return {
        "id": ids.identifier(f"location {where}"),
        "location_type": "physical",
        "name": ", ".join(filter(None, (city, terms.country(country)))),
        "description": terms.label("precision", place["precision"]),
        **point,
        "addresses": [
            {
                "id": ids.identifier(f"address {where}"),
                # Required by the standard; streets are in no record.
                "address_1": "",
                "city": city,
                "state_province": "",
                "postal_code": "",
                "country": country,
                "address_type": "physical",
            }
        ],
        EXTENSION: {"precision": place["precision"], "is_seat": place["is_seat"]},
    }
