"""The table to begin with: the names of the columns and one example, of an organisation that does not exist."""

from cms.common.organisation_columns import PROPOSABLE, cell
from cms.exchange.present import EMPTY_RECORD

EXAMPLE = EMPTY_RECORD | {
    "slug": "red-de-ejemplo",
    "name": "Red de Ejemplo",
    "alternate_name": "Example Network",
    "acronym": "RDE",
    "website": "https://www.example.org/",
    "organisation_type": "network",
    "roles": ["accompaniment", "training"],
    "services": ["legal", "psychosocial"],
    "audiences": ["all_defenders"],
    "areas_served": ["CO", "mena"],
    "languages": ["es", "eu", "en"],
    "response_time": "within_24h",
    "intake_status": "open",
    "contacts": [
        {
            "kind": "email",
            "value": "info@example.org",
            "label": "general",
            "languages": ["es", "en"],
            "urgent": False,
            "preferred": True,
            "pgp_fingerprint": None,
        },
        {
            "kind": "web_form",
            "value": "https://www.example.org/help",
            "label": "emergency",
            "languages": [],
            "urgent": True,
            "preferred": False,
            "pgp_fingerprint": None,
        },
    ],
    "places": [
        {
            "precision": "city",
            "country": "ES",
            "city": "Bilbao",
            "lat": 43.26,
            "lng": -2.93,
            "is_seat": True,
        },
        {"precision": "country", "country": "CO", "is_seat": False},
    ],
    "summary_es": "Acompaña a personas defensoras en riesgo.",
    "description_es": "<p>Ofrece asesoría jurídica y apoyo psicosocial.</p>",
    "hours_es": "De lunes a viernes, de 9 a 17 h (hora de Bilbao)",
    "summary_eu": "Arriskuan dauden defendatzaileei laguntzen die.",
    "summary_en": "Accompanies defenders at risk.",
}


def template_rows():
    """Yield the names of the columns, then the example."""
    yield [column.name for column in PROPOSABLE]
    yield [cell(EXAMPLE, column) for column in PROPOSABLE]
