"""One organisation in the words of HSDS 3.0, from its public record.

It has exactly one service: the directory knows what help an organisation gives, in which languages and where, and not
which of its kinds of help it gives in which language; services per kind would claim that.
"""

from collections.abc import Mapping

from cms.directory.open_data.hsds_contacts import contacts_of, main_email, phones_of
from cms.directory.open_data.hsds_terms import EXTENSION, Terms
from cms.directory.open_data.identifiers import Children

# What only the closed intake says of the service; everything listed here is at work otherwise.
STATUS = {"closed": "temporarily closed"}


def organisation(record: Mapping, terms: Terms) -> dict:
    """Return the organisation with all that belongs to it."""
    ids = Children(record["id"])
    text, form = (record["description"], "html") if record["description"] else (record["summary"], "text")
    return filled(
        {
            "id": record["id"],
            "name": record["name"],
            "alternate_name": record["alternate_name"],
            # Required, and may be empty.
            "description": text[form] if text else "",
            "email": main_email(record["contacts"]),
            "website": record["website"],
            "logo": record["logo"]["url"] if record["logo"] else None,
            # Names of organisations and addresses of pages change; this does not.
            "uri": f"urn:uuid:{record['id']}",
            "attributes": [
                *_attributes("organisation_type", [record["organisation_type"]], ids, terms),
                *_attributes("role", record["roles"], ids, terms),
            ],
            "contacts": contacts_of(record, ids, terms),
            "phones": phones_of(record, ids, terms),
            "locations": [_location(place, ids, terms) for place in record["places"]],
            "services": [_service(record, ids, terms)],
            EXTENSION: _facts(record, terms) | _languages_of_texts({"description": text}),
        }
    )


def filled(made: dict) -> dict:
    """Return the members that say something; the standard leaves out what is not known. Empty lists and "" stay."""
    return {
        name: value
        for name, value in made.items()
        if value is not None and (value != "" or name == "description")
    }


def _facts(record, terms):
    return {
        "slug": record["slug"],
        "acronym": record["acronym"],
        "organisation_type": record["organisation_type"],
        "is_government": record["is_government"],
        "sample": record["sample"],
        "onion_url": record["onion_url"],
        "urgent_help": record["urgent_help"],
        "verification": record["verification"],
        "verified_on": record["verified_on"],
        "review_due": record["review_due"],
        "updated_on": record["updated_on"],
        "page_url": terms.page(record["slug"]),
    }


def _service(record, ids, terms):
    texts = {
        "description": record["summary"],
        "application_process": record["how_to_ask_for_help"],
        "schedules": record["hours"],
    }
    hours = record["hours"]
    changed = record["updated_on"]
    return filled(
        {
            "id": ids.identifier("service"),
            "name": record["name"],
            "description": record["summary"]["text"] if record["summary"] else "",
            "status": STATUS.get(record["intake_status"], "active"),
            "application_process": record["how_to_ask_for_help"]["html"]
            if record["how_to_ask_for_help"]
            else None,
            "eligibility_description": ", ".join(
                terms.label("audience", code) for code in record["audiences"]
            ),
            "assured_date": record["verified_on"],
            "last_modified": f"{changed}T00:00:00.000Z" if changed else None,
            "schedules": [{"id": ids.identifier("schedule"), "description": hours["text"]}] if hours else [],
            "service_areas": [
                {"id": ids.identifier(f"area {code}")} | terms.area(code) for code in record["areas_served"]
            ],
            "languages": [
                {"id": ids.identifier(f"language {tag}")} | terms.language(tag) for tag in record["languages"]
            ],
            "attributes": [
                *_attributes("service", record["services"], ids, terms),
                *_attributes("audience", record["audiences"], ids, terms),
            ],
            EXTENSION: {"response_time": record["response_time"], "intake_status": record["intake_status"]}
            | _languages_of_texts(texts),
        }
    )


def _attributes(kind, codes, ids, terms):
    return [
        {
            "id": ids.identifier(f"{kind} {code}"),
            "link_type": kind,
            "taxonomy_term": terms.term(kind, code),
        }
        for code in codes
    ]


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
                # Required by the standard, and never published: no street is ever stored for a city or a country.
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


def _languages_of_texts(texts):
    """Return which text is in which language, and which are older than their source."""
    there = {name: text for name, text in texts.items() if text}
    return {
        "langs": {name: text["lang"] for name, text in there.items()},
        "outdated": [name for name, text in there.items() if text["outdated"]],
    }
