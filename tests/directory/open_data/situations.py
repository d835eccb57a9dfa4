"""Directories for tests of what is made from a directory alone."""

import json

from tests.widgets.directories import contact, hotline, record
from tests.widgets.directories import directory as directory_bytes

LICENCE = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}


def directory(*records, lang="es", **changes):
    """Return the data of a directory file."""
    return json.loads(directory_bytes(records, lang, **{"licence": LICENCE, "attribution": []} | changes))


def full_record():
    """Return a record that has something everywhere."""
    return record(
        "house-of-refuge",
        id="00000000-0000-4000-8000-000000000001",
        name='House of Refuge, "the first"',
        alternate_name="=HYPERLINK(1)",
        acronym="+HR",
        logo={"url": "https://example.org/logo.png", "width": 240, "height": 120, "alt": "A house"},
        onion_url="http://2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion/",
        organisation_type="network",
        sample=True,
        roles=["accompaniment", "training"],
        services=["legal", "shelter"],
        audiences=["all_defenders", "journalists"],
        areas_served=["CO", "mena", "worldwide"],
        languages=["es", "pt-BR"],
        urgent_help=True,
        response_time="within_2h",
        intake_status="closed",
        description={"html": "<p>Une <b>maison</b>.</p>", "lang": "fr", "outdated": False},
        how_to_ask_for_help={"html": "<p>Escribe.</p>", "lang": "es", "outdated": True},
        hours={"text": "9-17", "lang": "en", "outdated": False},
        contacts=[
            hotline(),
            contact("sms", "+12025550144", label="general"),
            contact("email", "press@example.org", label="press"),
            contact("email", "info@example.org", label="general", pgp_fingerprint="0" * 40),
            contact("signal", "+12025550145", label="general", preferred=True, languages=["es"]),
            contact("postal", "Apartado 1\nBilbao | Bizkaia", label="general"),
        ],
        places=[
            {
                "precision": "exact",
                "country": "ES",
                "city": "Bilbao",
                "lat": 43.26271,
                "lng": -2.92528,
                "is_seat": True,
            },
            {
                "precision": "city",
                "country": "IE",
                "city": "Dublin",
                "lat": 53.33,
                "lng": -6.25,
                "is_seat": False,
            },
            {"precision": "country", "country": "CO", "is_seat": False},
        ],
        verified_on="2026-05-04",
        review_due="2027-05-04",
        verification="current",
    )


def bare_record():
    """Return a record that has nothing that may be missing."""
    return record(
        "bare",
        website="",
        roles=[],
        services=[],
        audiences=[],
        areas_served=[],
        languages=[],
        summary=None,
        places=[],
        updated_on=None,
    )
