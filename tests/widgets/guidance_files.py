"""Guidance files for tests, in the form of the public contract, without a database."""

import uuid

from django.utils.translation import override

from cms.common import labels
from cms.directory.labels import GUIDANCE_LABELS
from tests.widgets.directories import TODAY


def guidance(lang, section, programmes=(), trainings=(), testimonies=()):
    """Return the data of a guidance file with one section."""
    groups = GUIDANCE_LABELS | {"area": labels.AREA_LABELS, "audience": {"all_defenders": "All"}}
    with override(lang):
        named = {group: {code: str(label) for code, label in of.items()} for group, of in groups.items()}
    return {
        "schema_version": 1,
        "as_of": TODAY,
        "lang": lang,
        "licence": None,
        "labels": named,
        "pages": {"temporary-protection": section},
        "programmes": list(programmes),
        "trainings": list(trainings),
        "testimonies": list(testimonies),
    }


def page(blocks):
    """Return a section in Spanish."""
    return {
        "title": "Protección temporal",
        "introduction": "Un tiempo para respirar.",
        "body": list(blocks),
        "lang": "es",
        "url": "https://defenders.example.org/es/proteccion/",
        "is_sample": False,
    }


def block(kind, **value):
    """Return a block of a page."""
    return {"type": kind, "value": value, "id": "1"}


def programme(name, description="", **changes):
    """Return a public record of a programme."""
    return _record(name) | {
        "host_countries": ["ES"],
        "stay_months_min": 3,
        "stay_months_max": 6,
        "places_per_year": None,
        "who_can_apply": ["self"],
        "call_opens": None,
        "call_closes": None,
        "is_rolling": False,
        "call_state": "unknown",
        "family_included": None,
        "children_supported": None,
        "languages": ["es"],
        "audiences": ["all_defenders"],
        "application_url": "https://www.example.org/apply/",
        "description": _html(description),
        "what_it_offers": None,
        "nominator_note": None,
    } | changes  # fmt: skip


def training(name, **changes):
    """Return a public record of a training."""
    return _record(name) | {
        "areas_served": ["worldwide"],
        "topics": ["digital_security"],
        "mode": "online",
        "languages": ["es"],
        "cost": "free",
        "starts_on": None,
        "ends_on": None,
        "on_request": True,
        "training_state": "on_request",
        "url": "",
        "description": None,
    } | changes  # fmt: skip


def spoken(words):
    """Return a public record of a composed testimony."""
    return {
        "id": _identifier(words),
        "attribution": "Defensora",
        "is_pseudonym": True,
        "is_composed": True,
        "sample": False,
        "picture": None,
        "quote": {"text": words, "lang": "es", "outdated": False},
        "context": None,
        "updated_on": TODAY,
    }


def _record(name):
    return {
        "id": _identifier(name),
        "name": name,
        "organisation": {"id": _identifier("organisation"), "slug": "colombia", "name": "Colombia"},
        "sample": False,
        "summary": {"text": "Acoge.", "lang": "es", "outdated": False},
        "updated_on": TODAY,
    }


def _html(html):
    return {"html": html, "lang": "es", "outdated": False} if html else None


def _identifier(name):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name))
