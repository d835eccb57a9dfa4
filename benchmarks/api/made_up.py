"""Made-up organisations, the same at every call: as many places, channels and words as real ones have.

`organisation(number)` depends on its number alone: the first hundred of a thousand are the hundred.
"""

import random
import uuid
from functools import lru_cache

from benchmarks.api.words import HOURS, NAME_PARTS, NAMES, TEXTS
from cms.common import gazetteer
from cms.common.territories import COUNTRIES
from cms.common.vocabularies import (
    AUDIENCES,
    CHANNEL_LABELS,
    INTAKE_STATUSES,
    ORGANISATION_TYPES,
    REGIONS,
    RESPONSE_TIMES,
    ROLES,
    SERVICES,
    WORLDWIDE,
)

SEED = "defenders"
CITIES_PER_LETTER = 100
LANGUAGES = ("es", "en", "fr", "pt", "ar", "eu", "ru", "sw", "es-MX", "my", "zh-Hant")
# A hotline rings in every seventh organisation; the others have one or two of the rest beside address and form.
OTHER_CHANNELS = ("phone", "encrypted_form", "sms", "phone")
PGP = "0123456789ABCDEF0123456789ABCDEF01234567"
PRECISIONS, PRECISION_WEIGHTS = ("city", "exact", "country", "hidden"), (80, 10, 7, 3)


def organisation(number: int) -> dict:
    """Return the facts of one organisation.

    Fields of `Organisation` by name, codes of `roles`, `services` and `audiences`, lists of fields of `channels` and
    `places`, and `texts`: {language: fields}.
    """
    chance = random.Random(f"{SEED}:{number}")  # noqa: S311
    places = _places(chance)
    home = next((place["city"] for place in places if place.get("city")), chance.choice(cities()).name)
    verified = chance.random() < 0.8
    year, month, day = chance.choice((2025, 2026)), chance.randint(1, 10), chance.randint(1, 28)
    return {
        "uuid": _key(chance),
        "name": _name(chance, home),
        "slug": f"organisation-{number:06}",
        "acronym": "".join(chance.choices("ABCDEFGIMNOPRSTU", k=4)) if chance.random() < 0.4 else "",
        "alternate_name": _name(chance, home) if chance.random() < 0.2 else "",
        "website": f"https://o{number}.example.org/",
        "organisation_type": chance.choices(ORGANISATION_TYPES, (70, 12, 8, 3, 2, 4, 1))[0],
        "is_government": number % 33 == 0,
        "areas_served": _areas(chance),
        "languages": _some(chance, LANGUAGES, 1, 4),
        "response_time": chance.choice(("", *RESPONSE_TIMES)),
        "intake_status": chance.choice(("", *INTAKE_STATUSES)),
        "verified_on": f"{year}-{month:02}-{day:02}" if verified else None,
        "review_due": f"{year + 1}-{month:02}-{day:02}" if verified else None,
        "roles": _some(chance, ROLES, 1, 3),
        "services": _some(chance, SERVICES, 2, 5),
        "audiences": _some(chance, AUDIENCES, 1, 4),
        "channels": _channels(chance, number),
        "places": places,
        "translation_key": _key(chance),
        "texts": {lang: _text(chance, lang, home) for lang in _text_languages(number)},
    }


@lru_cache(maxsize=1)
def cities() -> tuple[gazetteer.City, ...]:
    """Return big cities of the whole world, of the gazetteer that editors choose from."""
    letters = "abcdeghijklmnoprstuvyz"
    found = {
        city.id: city for letter in letters for city in gazetteer.search(letter, limit=CITIES_PER_LETTER)
    }
    return tuple(sorted(found.values()))


def _key(chance):
    return uuid.UUID(int=chance.getrandbits(128), version=4)


def _some(chance, codes, least, most):
    return sorted(chance.sample(codes, chance.randint(least, most)))


def _name(chance, city):
    parts = {name: chance.choice(words.split()) for name, words in NAME_PARTS.items()}
    return chance.choice(NAMES).format(city=city, **parts)


def _areas(chance):
    """Every third organisation serves the world or a region, the others some countries."""
    if chance.random() < 0.35:
        return [chance.choice((WORLDWIDE, WORLDWIDE, *REGIONS))]
    return _some(chance, sorted(COUNTRIES), 1, 5)


def _text_languages(number):
    """Three languages each: Spanish, English, and French, Basque and Arabic in turns."""
    return ("es", "en", ("fr", "eu", "ar")[number % 3])


def _text(chance, lang, city):
    words = TEXTS[lang].split()

    def sentence(least, most):
        chosen = [*chance.choices(words, k=chance.randint(least, most)), city]
        text = " ".join(chosen)
        return f"{text[0].upper()}{text[1:]}."

    def paragraph(sentences):
        return " ".join(sentence(8, 14) for _ in range(sentences))

    first = chance.randint(7, 10)
    hours = HOURS[lang].format(first=first, last=first + 8, zone=f"UTC{chance.randint(-8, 8):+}")
    return {
        "summary": sentence(12, 24)[:300],
        "description": [paragraph(3), paragraph(2)],
        "how_to_ask_for_help": [paragraph(2)],
        "hours": hours,
    }


def _channels(chance, number):
    """A form, an e-mail address and one to four more: four in the mean."""
    spoken = _some(chance, LANGUAGES[:6], 1, 2)
    channels = [
        {"kind": "web_form", "value": f"https://o{number}.example.org/help", "preferred": True},
        {"kind": "email", "value": f"help@o{number}.example.org", "pgp_fingerprint": PGP * (number % 4 == 0)},
    ]
    if number % 7 == 0:
        channels.append({"kind": "hotline", "value": _phone(chance), "urgent": True})
    for kind in OTHER_CHANNELS[: chance.randint(1, 3)]:
        is_form = kind == "encrypted_form"
        value = f"https://o{number}.example.org/secure" if is_form else _phone(chance)
        channels.append({"kind": kind, "value": value})
    return [{"label": chance.choice(CHANNEL_LABELS), "languages": spoken} | channel for channel in channels]


def _phone(chance):
    # Numbers that are kept for fiction.
    return f"+120255501{chance.randint(0, 99):02}"


def _places(chance):
    """One to three places in cities where many are; the first one is the seat."""
    count = chance.choice((1, 2, 2, 3))
    return [_place(chance, is_seat=index == 0) for index in range(count)]


def _place(chance, is_seat):
    city = cities()[int(len(cities()) * chance.random() ** 2)]
    precision = chance.choices(PRECISIONS, PRECISION_WEIGHTS)[0]
    fields = {"uid": _key(chance), "precision": precision}
    if precision == "hidden":
        return fields
    fields |= {"country": city.country, "is_seat": is_seat}
    if precision == "country":
        return fields
    lat, lng = round(city.lat, 2), round(city.lng, 2)
    if precision == "exact":
        lat, lng = round(lat + chance.uniform(-0.02, 0.02), 5), round(lng + chance.uniform(-0.02, 0.02), 5)
    return fields | {"city_id": city.id, "city": city.name, "lat": lat, "lng": lng}
