"""Directory files for tests, in the form of the public contract, without a database."""

import json
import uuid

from django.utils.translation import override

from cms.common.territories import REGIONS
from cms.common.vocabularies import CATEGORY_CODES
from cms.directory.labels import CODED_LABELS

TODAY = "2026-11-22"


def record(slug="front-line", **changes):
    """Return a public record; `changes` replace its fields."""
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, slug)),
        "slug": slug,
        "name": slug.replace("-", " ").title(),
        "alternate_name": "",
        "acronym": "",
        "logo": None,
        "website": "https://www.example.org/",
        "onion_url": None,
        "organisation_type": "ngo",
        "is_government": False,
        "sample": False,
        "roles": ["accompaniment"],
        "services": ["legal"],
        "audiences": ["all_defenders"],
        "areas_served": ["CO"],
        "languages": ["es"],
        "urgent_help": False,
        "response_time": None,
        "intake_status": None,
        "summary": {"text": "Acompaña a quien defiende.", "lang": "es", "outdated": False},
        "description": None,
        "how_to_ask_for_help": None,
        "hours": None,
        "contacts": [],
        "places": [
            {
                "precision": "city",
                "country": "IE",
                "city": "Dublin",
                "lat": 53.33,
                "lng": -6.25,
                "is_seat": True,
            }
        ],
        "verified_on": None,
        "review_due": None,
        "verification": "unverified",
        "updated_on": TODAY,
    } | changes


def contact(kind="phone", value="+12025550143", **changes):
    """Return a contact of a record."""
    plain = {"label": "", "languages": [], "urgent": False, "preferred": False, "pgp_fingerprint": None}
    return {"kind": kind, "value": value, **plain} | changes


def hotline():
    """Return an urgent contact."""
    return contact("hotline", "+12025550142", label="emergency", languages=["es"], urgent=True)


def directory(records, lang="es", **changes):
    """Return the content of directory.<lang>.json as bytes."""
    with override(lang):
        labels = {
            group: {code: str(label) for code, label in texts.items()}
            for group, texts in CODED_LABELS.items()
        }
    categories = {kind: {code: f"{code} {lang}" for code in codes} for kind, codes in CATEGORY_CODES.items()}
    data = {
        "schema_version": 1,
        "as_of": TODAY,
        "lang": lang,
        "licence": None,
        "labels": categories | labels,
        "regions": {code: sorted(countries) for code, countries in REGIONS.items()},
        "needs": {},
        "organisations": records,
    }
    return json.dumps(data | changes, ensure_ascii=False).encode()
