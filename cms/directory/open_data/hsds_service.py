"""The service of an organisation in the words of HSDS 3.0.

There is exactly one: the directory knows what help an organisation gives, in which languages and where, and not which
of its kinds of help it gives in which language. Services per kind of help would claim that.
"""

from collections.abc import Mapping

from cms.directory.open_data.hsds_terms import EXTENSION, Terms, attributes, filled, state_of_texts
from cms.directory.open_data.identifiers import Children

# Whoever is listed is at work; all that is known beside that is when no new cases are taken.
STATUS = {"closed": "temporarily closed"}


def service_of(record: Mapping, ids: Children, terms: Terms) -> dict:
    """Return the service; `ids` are those of the organisation."""
    summary, asking, hours = (record[name] for name in ("summary", "how_to_ask_for_help", "hours"))
    changed = record["updated_on"]
    known = filled(
        {
            "description": summary and summary["text"],
            "application_process": asking and asking["html"],
            "eligibility_description": ", ".join(
                terms.label("audience", code) for code in record["audiences"]
            ),
            "assured_date": record["verified_on"],
            # The standard wants a moment; records know the day.
            "last_modified": changed and f"{changed}T00:00:00.000Z",
        }
    )
    return {
        "id": ids.identifier("service"),
        "name": record["name"],
        "status": STATUS.get(record["intake_status"], "active"),
        **known,
        "schedules": [{"id": ids.identifier("schedule"), "description": hours["text"]}] if hours else [],
        "service_areas": [
            {"id": ids.identifier(f"area {code}")} | terms.area(code) for code in record["areas_served"]
        ],
        "languages": [
            {"id": ids.identifier(f"language {tag}")} | terms.language(tag) for tag in record["languages"]
        ],
        "attributes": [
            *attributes("service", record["services"], ids, terms),
            *attributes("audience", record["audiences"], ids, terms),
        ],
        EXTENSION: {
            "response_time": record["response_time"],
            "intake_status": record["intake_status"],
            **state_of_texts({"description": summary, "application_process": asking, "schedules": hours}),
        },
    }
