"""Drafts as records: what publication would show, and nothing else."""

import json
from datetime import date

import pytest

from cms.directory.drafts import directory_of_one, draft_of_organisation, latest_organisation, newest_texts
from cms.directory.preview_tokens import PreviewTarget
from cms.directory.records import load, organisation_record
from cms.models import Organisation
from tests.factories import OrganisationFactory, OrganisationTextFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
LANGUAGES = ("es", "eu", "en", "fr", "ar")


def latest(organisation):
    return latest_organisation(PreviewTarget("organisation", str(organisation.uuid), "es"))


def record_of(organisation, lang="es"):
    return organisation_record(draft_of_organisation(latest(organisation)), lang, TODAY)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_draft_that_equals_what_is_public_has_the_same_record(languages, lang):
    organisation = OrganisationFactory(
        office_in_bilbao=True,
        verified=True,
        roles=("training", "accompaniment"),
        services=("shelter", "legal"),
        channels=[{"kind": "onion", "value": f"http://{'a' * 56}.onion/", "urgent": True}],
        texts={
            "es": {"summary": "Uno.", "description": "<p>Dos <a href='https://a.example'>tres</a></p>"},
            "eu": "Bat.",
        },
    )
    (public,) = load([organisation.pk])
    assert record_of(organisation, lang) == organisation_record(public, lang, TODAY)


def test_a_draft_says_when_its_source_has_changed(languages):
    organisation = OrganisationFactory(texts={"es": "Uno."})
    source = organisation.texts.get()
    text = OrganisationTextFactory(organisation=organisation, language="eu", summary="Bat.")
    type(text).objects.filter(pk=text.pk).update(translated_from=source.content_digest)
    version = text.get_latest_revision_as_object()
    version.translated_from = source.content_digest
    version.save_revision()
    assert record_of(organisation, "eu")["summary"]["outdated"] is False
    changed = source.get_latest_revision_as_object()
    changed.summary = "Otra cosa."
    changed.save_revision()
    assert record_of(organisation, "eu")["summary"]["outdated"] is True
    assert record_of(organisation, "es")["summary"]["text"] == "Otra cosa."


def test_a_hidden_place_is_not_in_the_record_of_a_draft(languages):
    organisation = OrganisationFactory(draft=True, hidden_place=True)
    assert record_of(organisation)["places"] == []


def test_a_version_that_claims_more_than_its_precision_shows_no_more(languages):
    organisation = OrganisationFactory(draft=True, in_bilbao=True)
    version = latest(organisation)
    place = version.places.get()
    place.precision = "country"
    version.places.set([place])
    record = organisation_record(draft_of_organisation(version), "es", TODAY)
    assert record["places"] == [{"precision": "country", "country": "ES", "is_seat": False}]


def test_nothing_withdrawn_has_a_latest_version(languages):
    organisation = OrganisationFactory(withdrawn=True)
    assert latest(organisation) is None


def test_an_organisation_that_is_not_saved_has_no_texts(db):
    assert newest_texts(Organisation(name="Nueva")) == {}


def test_the_file_of_a_draft_is_like_the_published_one(publish, languages):
    organisation = OrganisationFactory()
    public = publish("directory.eu.json")
    loaded = draft_of_organisation(latest(organisation))
    assert json.loads(directory_of_one(loaded, "eu", TODAY)) == public


def test_a_draft_is_read_in_few_queries(languages, django_assert_max_num_queries):
    organisation = OrganisationFactory(texts=dict.fromkeys(LANGUAGES, "Texto."), in_bilbao=True)
    with django_assert_max_num_queries(45):
        record_of(organisation)
