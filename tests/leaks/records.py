"""Organisations, programmes, trainings and testimonies full of canaries."""

from datetime import date

from tests.factories import (
    OrganisationFactory,
    ProgrammeFactory,
    TestimonyFactory,
    TrainingFactory,
)
from tests.factories.organisations import BILBAO
from tests.leaks.canaries import Flock

LANGUAGES = ("es", "eu", "en", "fr", "ar")
# Where no public organisation of this world works.
NOWHERE_ELSE = "TV"


def internal(secrets: Flock, name: str) -> dict:
    """Return the fields of any facts that only editors read."""
    return {
        "internal_note": f"{secrets.word(f'{name}: note')} {secrets.phone(f'{name}: number in a note')}",
        "source_url": secrets.url(f"{name}: source"),
    }


def consent_to_list(secrets: Flock, name: str) -> dict:
    """Return who agreed to be listed, which only editors read."""
    return {
        "consent_to_list_by": secrets.word(f"{name}: who agreed"),
        "consent_to_list_on": date(2019, 7, 13),
    }


def facts_of_organisation(flock: Flock, name: str) -> dict:
    """Return the plain fields of an organisation."""
    return {
        "name": f"Red {flock.word(f'{name}: name')}",
        "alternate_name": flock.word(f"{name}: other name"),
        "acronym": flock.word(f"{name}: acronym")[:40],
        "website": flock.url(f"{name}: website"),
        "slug": flock.word(f"{name}: slug"),
    }


def texts_of_organisation(flock: Flock, name: str, languages=LANGUAGES) -> dict:
    """Return {language: {field: text}}."""
    return {
        lang: {
            "summary": flock.word(f"{name}: summary {lang}"),
            "description": f"<p>{flock.word(f'{name}: description {lang}')}</p>",
            "how_to_ask_for_help": f"<p>{flock.word(f'{name}: how to ask {lang}')}</p>",
            "hours": flock.word(f"{name}: hours {lang}"),
        }
        for lang in languages
    }


def channels(flock: Flock, name: str) -> list[dict]:
    """Return contacts; the postal address names a street, so there has to be an exact place."""
    street = flock.word(f"{name}: street")
    return [
        {"kind": "phone", "value": flock.phone(f"{name}: phone")},
        {"kind": "hotline", "value": flock.phone(f"{name}: hotline"), "urgent": True},
        {"kind": "email", "value": flock.email(f"{name}: e-mail")},
        {"kind": "web_form", "value": flock.url(f"{name}: form")},
        {"kind": "telegram", "value": f"@{flock.word(f'{name}: telegram')}"[:33]},
        {"kind": "postal", "value": f"Calle {street} 7, 48001 Bilbao"},
    ]


def exact_place(flock: Flock, name: str) -> dict:
    """Return an office on the map."""
    point = flock.point(f"{name}: office")
    return {
        "precision": "exact",
        "country": "ES",
        "city_id": BILBAO,
        "lat": point.lat,
        "lng": point.lng,
        "is_seat": True,
    }


def organisation(flock: Flock, secrets: Flock, name: str, **more):
    """Return an organisation: what would be public if it were is of `flock`, everything else of `secrets`."""
    return OrganisationFactory(
        **facts_of_organisation(flock, name),
        **internal(secrets, name),
        **consent_to_list(secrets, name),
        channels=channels(flock, name),
        places=[exact_place(flock, name)],
        **{"texts": texts_of_organisation(flock, name, ("es", "eu")), "areas_served": [NOWHERE_ELSE], **more},
    )


def programme(flock: Flock, secrets: Flock, name: str, of, **more):
    """Return a programme of an organisation."""
    return ProgrammeFactory(
        organisation=of,
        name=flock.word(f"{name}: programme"),
        application_url=flock.url(f"{name}: application"),
        texts={
            lang: {
                field: flock.word(f"{name}: {field} of the programme {lang}")
                for field in ("summary", "what_it_offers", "nominator_note")
            }
            for lang in ("es", "eu")
        },
        **internal(secrets, f"{name} programme"),
        **more,
    )


def training(flock: Flock, secrets: Flock, name: str, of, **more):
    """Return a training of an organisation."""
    return TrainingFactory(
        organisation=of,
        name=flock.word(f"{name}: training"),
        url=flock.url(f"{name}: inscription"),
        texts={lang: flock.word(f"{name}: training {lang}") for lang in ("es", "eu")},
        **internal(secrets, f"{name} training"),
        **more,
    )


def testimony(flock: Flock, secrets: Flock, name: str, **more):
    """Return a testimony; whoever agreed to what is of `secrets`."""
    return TestimonyFactory(
        attribution=flock.word(f"{name}: whose words"),
        texts={
            lang: {
                field: flock.word(f"{name}: {field} {lang}") for field in ("quote", "context", "picture_alt")
            }
            for lang in ("es", "eu")
        },
        is_composed=False,
        consent_given_on=date(2019, 7, 13),
        consent_scope=secrets.word(f"{name}: consent"),
        **internal(secrets, f"{name} testimony"),
        **more,
    )
