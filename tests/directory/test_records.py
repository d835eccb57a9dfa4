"""The public record: what is in it, in which language, and what never is."""

import pytest

from cms.directory.records import load, organisation_record
from cms.models import Organisation, OrganisationText
from tests.conftest import TODAY
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

FIELDS = [
    "id",
    "slug",
    "name",
    "alternate_name",
    "acronym",
    "logo",
    "website",
    "onion_url",
    "organisation_type",
    "is_government",
    "sample",
    "roles",
    "services",
    "audiences",
    "areas_served",
    "languages",
    "urgent_help",
    "response_time",
    "intake_status",
    "summary",
    "description",
    "how_to_ask_for_help",
    "hours",
    "contacts",
    "places",
    "verified_on",
    "review_due",
    "verification",
    "updated_on",
]


def record(lang="es"):
    (loaded,) = load()
    return organisation_record(loaded, lang, TODAY)


def test_a_record_has_exactly_the_fields_of_the_contract():
    OrganisationFactory()
    assert sorted(record()) == sorted(FIELDS)


@pytest.mark.parametrize(
    ("lang", "texts", "found"),
    [
        ("eu", {"es": "es", "eu": "eu"}, "eu"),
        ("eu", {"es": "es", "en": "en"}, "es"),
        ("es", {"fr": "fr", "en": "en"}, "en"),
        ("ar", {"fr": "fr", "es": "es"}, "fr"),
        ("fr", {"eu": "eu"}, "eu"),
        ("en", {"ar": "ar"}, None),
    ],
)
def test_a_missing_text_falls_back_and_says_so(lang, texts, found):
    OrganisationFactory(texts=texts)
    summary = record(lang)["summary"]
    assert summary == (found and {"text": found, "lang": found, "outdated": False})


def test_the_fallback_is_per_text():
    OrganisationFactory(texts={"eu": {"summary": "laburpena"}, "es": {"summary": "s", "hours": "9-14"}})
    assert record("eu")["summary"]["lang"] == "eu"
    assert record("eu")["hours"] == {"text": "9-14", "lang": "es", "outdated": False}


def test_a_translation_is_outdated_once_its_source_changed():
    OrganisationFactory(texts={"es": "uno", "eu": "bat"})
    assert record("eu")["summary"]["outdated"] is False
    source = OrganisationText.objects.get(locale__language_code="es")
    source.summary = "dos"
    source.save_revision().publish()
    assert record("eu")["summary"] == {"text": "bat", "lang": "eu", "outdated": True}
    assert record("es")["summary"]["outdated"] is False


def test_scripts_and_foreign_markup_do_not_survive():
    OrganisationFactory(
        texts={
            "es": {
                "description": '<p onclick="x()">Hola<script>alert(1)</script> '
                '<a href="javascript:alert(1)">a</a> <a href="https://example.org">b</a><img src="x"></p>'
            }
        }
    )
    html = record()["description"]["html"]
    assert html == (
        '<p>Hola <a rel="noreferrer noopener">a</a> '
        '<a href="https://example.org" rel="noreferrer noopener">b</a></p>'
    )


def test_a_country_has_no_point_and_a_hidden_place_is_not_there():
    OrganisationFactory(places=[{"precision": "country", "country": "CO"}, {"precision": "hidden"}])
    assert record()["places"] == [{"precision": "country", "country": "CO", "is_seat": False}]


def test_an_exact_place_has_five_decimals_and_a_city_the_gazetteers_two():
    OrganisationFactory(office_in_bilbao=True)
    assert record()["places"] == [
        {
            "precision": "exact",
            "country": "ES",
            "city": "Bilbao",
            "lat": 43.26271,
            "lng": -2.92528,
            "is_seat": True,
        }
    ]


def test_urgent_help_and_the_onion_address_come_from_the_channels():
    onion = "2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion"
    OrganisationFactory(
        channels=[
            {"kind": "hotline", "value": "+16505550100", "urgent": True},
            {"kind": "onion", "value": f"http://{onion}/"},
        ]
    )
    assert record()["urgent_help"] is True
    assert record()["onion_url"] == f"http://{onion}"


def test_nothing_internal_is_in_a_record():
    organisation = OrganisationFactory()
    Organisation.objects.filter(pk=organisation.pk).update(
        internal_note="canary-note",
        source_url="https://canary.example.org",
        consent_to_list_by="canary-consent",
        withdrawn_reason="canary-reason",
    )
    assert "canary" not in str(record())


@pytest.mark.parametrize(
    ("verified_on", "review_due", "state"),
    [
        (None, None, "unverified"),
        ("2026-05-04", "2027-05-04", "current"),
        ("2025-11-22", "2026-11-22", "current"),
        ("2025-11-21", "2026-11-21", "due"),
        ("2024-11-22", "2025-11-22", "due"),
        ("2024-11-21", "2025-11-21", "expired"),
    ],
)
def test_trust_expires_in_the_open(verified_on, review_due, state):
    organisation = OrganisationFactory()
    Organisation.objects.filter(pk=organisation.pk).update(verified_on=verified_on, review_due=review_due)
    assert record()["verification"] == state
