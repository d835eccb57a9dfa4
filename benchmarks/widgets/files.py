"""Published files with made-up organisations, in the documented format and by the project's own pure code."""

import json
import random
import uuid
from functools import cache

import brotli
from django.utils.translation import override

from cms.common.territories import COUNTRIES, REGIONS
from cms.common.vocabularies import CATEGORY_CODES, NEEDS
from cms.directory.compression import compressed
from cms.directory.geojson import overview

CITIES = 1500
HUBS = (
    ("MX", 19.4, -99.1), ("GT", 14.6, -90.5), ("HN", 14.1, -87.2), ("CO", 4.7, -74.1), ("EC", -0.2, -78.5),
    ("PE", -12.0, -77.0), ("BO", -16.5, -68.1), ("BR", -23.5, -46.6), ("BR", -8.0, -35.0), ("AR", -34.6, -58.5),
    ("CL", -33.4, -70.6), ("US", 40.7, -74.0), ("US", 37.8, -122.2), ("CA", 45.4, -75.7), ("ES", 43.3, -2.0),
    ("ES", 40.4, -3.7), ("FR", 48.8, 2.4), ("BE", 50.8, 4.4), ("GB", 51.5, -0.1), ("IE", 53.3, -6.3),
    ("DE", 52.5, 13.4), ("CH", 46.2, 6.1), ("IT", 41.9, 12.5), ("PL", 52.2, 21.0), ("SE", 59.3, 18.0),
    ("TR", 39.9, 32.8), ("GE", 41.7, 44.8), ("TN", 36.8, 10.2), ("EG", 30.0, 31.2), ("LB", 33.9, 35.5),
    ("SN", 14.7, -17.4), ("NG", 9.1, 7.4), ("CM", 3.9, 11.5), ("CD", -4.4, 15.3), ("KE", -1.3, 36.8),
    ("UG", 0.3, 32.6), ("ZA", -26.2, 28.0), ("IN", 28.6, 77.2), ("IN", 19.0, 72.8), ("BD", 23.8, 90.4),
    ("TH", 13.7, 100.5), ("PH", 14.6, 121.0), ("ID", -6.2, 106.8), ("KR", 37.5, 127.0), ("AU", -33.9, 151.2),
)  # fmt: skip
LANGUAGES = ("es", "en", "fr", "ar", "eu", "pt", "ru", "sw", "es-MX")
WORDS = (
    *(
        "acompaña",
        "protege",
        "personas",
        "defensoras",
        "derechos",
        "humanos",
        "territorio",
        "comunidad",
        "red",
    ),
    *(
        "seguridad",
        "digital",
        "asistencia",
        "jurídica",
        "psicosocial",
        "relocalización",
        "formación",
        "ayuda",
    ),
    *("incidencia", "observación", "apoyo", "emergencia", "pueblos", "mujeres"),
)


def organisations(count):
    """Return `count` records ordered by name, the same at every call; about 1 kB each, as real ones."""
    chance = random.Random(20)  # noqa: S311
    cities = [_city(chance) for _ in range(CITIES)]
    return [_organisation(number, chance, cities) for number in range(count)]


def _city(chance):
    """Return (country, lat, lng): cities stand close together, on land, where people live."""
    country, lat, lng = chance.choice(HUBS)
    return country, round(lat + chance.gauss(0, 1.5), 2), round(lng + chance.gauss(0, 1.5), 2)


def _organisation(number, chance, cities):
    def some(codes, most):
        return sorted(chance.sample(sorted(codes), chance.randint(1, most)))

    def words(least, most):
        return " ".join(chance.choices(WORDS, k=chance.randint(least, most)))

    city = min(int(chance.expovariate(1 / 200)), CITIES - 1)
    country, lat, lng = cities[city]
    areas = [chance.choice(("worldwide", *REGIONS))] if chance.random() < 0.35 else some(COUNTRIES, 4)
    phone = f"+1202555{number:04d}"
    channel = {"label": "", "languages": ["es"], "urgent": False, "preferred": False, "pgp_fingerprint": None}
    return {
        "id": str(uuid.UUID(int=chance.getrandbits(128))),
        "slug": f"organisation-{number:05d}",
        "name": f"Organización {number:05d} {words(1, 3)}",
        "alternate_name": "",
        "acronym": "",
        "logo": None,
        "website": f"https://{number}.example.org/",
        "onion_url": None,
        "organisation_type": "ngo",
        "is_government": number % 25 == 0,
        "sample": True,
        "roles": some(CATEGORY_CODES["role"], 2),
        "services": some(CATEGORY_CODES["service"], 4),
        "audiences": some(CATEGORY_CODES["audience"], 3),
        "areas_served": areas,
        "languages": some(LANGUAGES, 3),
        "urgent_help": number % 7 == 0,
        "response_time": "within_24h",
        "intake_status": "open",
        "summary": {"text": words(12, 24), "lang": "es", "outdated": False},
        "description": {"html": f"<p>{words(20, 40)}</p>", "lang": "es", "outdated": False},
        "how_to_ask_for_help": None,
        "hours": None,
        "contacts": [channel | {"kind": "hotline", "value": phone, "urgent": number % 7 == 0}],
        "places": [
            {
                "precision": "city",
                "country": country,
                "city": f"Ciudad {city}",
                "lat": lat,
                "lng": lng,
                "is_seat": True,
            }
        ],
        "verified_on": "2026-05-04",
        "review_due": "2027-05-04",
        "verification": "current",
        "updated_on": "2026-06-01",
    }


def published_files(records, as_of):
    """Return {name: content} of what the widgets read; `as_of` is the UTC day. Needs the apps."""
    from cms.directory.labels import CODED_LABELS

    head = {"schema_version": 1, "as_of": as_of.isoformat()}
    categories = {
        kind: {code: code.replace("_", " ") for code in codes} for kind, codes in CATEGORY_CODES.items()
    }
    with override("es"):
        coded = {
            group: {code: str(label) for code, label in labels.items()}
            for group, labels in CODED_LABELS.items()
        }
    directory = head | {
        "lang": "es",
        "licence": None,
        "labels": categories | coded,
        "regions": {code: sorted(countries) for code, countries in REGIONS.items()},
        "needs": NEEDS,
        "organisations": records,
    }
    return {"overview.json": _json(head | overview(records)), "directory.es.json": _json(directory)}


def _json(data):
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def on_the_wire(path: str, content: bytes) -> bytes:
    """Return brotli of a file: as a publication compresses what it publishes, of all others as well as can be."""
    folder, _, name = path.rpartition("/")
    if folder == "/published/v1":
        return compressed(name, content, ".br")
    return brotli.compress(content, quality=11)
