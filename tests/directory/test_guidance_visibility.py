"""Programmes, trainings and testimonies: public only while they are, their organisation is, and the person agrees."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from cms import models
from cms.directory.kinds import KINDS
from cms.directory.programmes import PROGRAMMES
from cms.directory.testimonies import TESTIMONIES
from cms.directory.trainings import TRAININGS
from tests.conftest import TODAY
from tests.factories import (
    OrganisationFactory,
    ProgrammeFactory,
    TestimonyFactory,
    TestimonyTextFactory,
    TrainingFactory,
    image,
)

pytestmark = pytest.mark.django_db

OF_ORGANISATIONS = [(PROGRAMMES, ProgrammeFactory), (TRAININGS, TrainingFactory)]
ALL = [*OF_ORGANISATIONS, (TESTIMONIES, TestimonyFactory)]


def count(kind, day=TODAY):
    return len(kind.load(day))


@pytest.mark.parametrize(("kind", "factory"), ALL)
def test_a_draft_an_unpublished_and_an_expired_one_are_not_public(kind, factory):
    public = factory()
    factory(draft=True)
    factory().unpublish()
    kind.model.objects.filter(pk=factory().pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert [loaded.row.pk for loaded in kind.load(TODAY)] == [public.pk]
    assert list(kind.public_texts(TODAY).values_list(kind.subject, flat=True)) == [public.pk]


@pytest.mark.parametrize(("kind", "factory"), OF_ORGANISATIONS)
@pytest.mark.parametrize("end", ["withdraw", "unpublish", "delete"])
def test_what_an_organisation_runs_is_public_only_while_it_is(kind, factory, end):
    organisation = factory().organisation
    assert count(kind) == 1
    getattr(organisation, end)()
    assert count(kind) == 0
    assert not kind.public_texts(TODAY).exists()


@pytest.mark.parametrize(("kind", "factory"), OF_ORGANISATIONS)
def test_what_a_draft_or_an_expired_organisation_runs_is_not_public(kind, factory):
    factory(organisation=OrganisationFactory(draft=True))
    expired = factory().organisation
    models.Organisation.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert count(kind) == 0


@pytest.mark.parametrize(("kind", "factory"), OF_ORGANISATIONS)
def test_the_end_of_a_withdrawal_brings_back_what_was_public(kind, factory):
    organisation = factory().organisation
    organisation.withdraw()
    organisation.restore()
    assert count(kind) == 1


@pytest.mark.parametrize(("kind", "factory"), ALL)
def test_a_draft_text_and_a_draft_of_the_facts_are_not_in_the_record(kind, factory):
    facts = factory()
    text = facts.texts.get()
    main = next(iter(kind.text_forms))
    setattr(text, main, "canary")
    text.save_revision()
    draft = facts.get_latest_revision_as_object()
    name = "attribution" if kind is TESTIMONIES else "name"
    setattr(draft, name, "canary")
    draft.save_revision()
    assert "canary" not in str(kind.record(kind.load(TODAY)[0], "es", TODAY))


@pytest.mark.parametrize(("kind", "factory"), ALL)
def test_a_translation_is_outdated_once_its_source_changed(kind, factory):
    main = next(iter(kind.text_forms))
    facts = factory(texts={"es": "uno", "eu": "bat"})
    (loaded,) = kind.load(TODAY)
    assert kind.record(loaded, "eu", TODAY)[main] == {"text": "bat", "lang": "eu", "outdated": False}
    source = facts.texts.get(locale__language_code="es")
    setattr(source, main, "dos")
    source.save_revision().publish()
    (loaded,) = kind.load(TODAY)
    assert kind.record(loaded, "eu", TODAY)[main] == {"text": "bat", "lang": "eu", "outdated": True}
    assert kind.record(loaded, "fr", TODAY)[main]["text"] == "dos"


@pytest.mark.parametrize(("kind", "factory"), ALL)
def test_nothing_internal_is_in_a_record(kind, factory):
    facts = factory(source_url="https://canary.example.org", internal_note="canary")
    assert facts.internal_note == "canary"
    assert "canary" not in str(kind.record(kind.load(TODAY)[0], "es", TODAY))


# Given on, expires on, whether it is public on 22 November 2026.
CONSENTS = [
    (None, None, False),
    (date(2026, 1, 1), None, True),
    (date(2026, 11, 22), None, True),
    (date(2026, 11, 23), None, False),
    (date(2026, 1, 1), date(2026, 11, 23), True),
    (date(2026, 1, 1), date(2026, 11, 22), True),
    (date(2026, 1, 1), date(2026, 11, 21), False),
]


@pytest.mark.parametrize(("given", "expires", "is_public"), CONSENTS)
def test_a_testimony_is_public_while_the_person_agrees(given, expires, is_public):
    testimony = TestimonyFactory(consented=True)
    models.Testimony.objects.filter(pk=testimony.pk).update(
        consent_given_on=given, consent_expires_on=expires
    )
    assert count(TESTIMONIES) == is_public
    assert TESTIMONIES.public_texts(TODAY).exists() is is_public


def test_a_consent_expires_without_anybody_saving_anything():
    TestimonyFactory(consented=True)
    assert count(TESTIMONIES, date(2026, 12, 31)) == 1
    assert count(TESTIMONIES, date(2027, 1, 1)) == 0


def test_a_composed_testimony_needs_no_consent_but_may_have_an_end():
    testimony = TestimonyFactory()
    assert count(TESTIMONIES) == 1
    models.Testimony.objects.filter(pk=testimony.pk).update(consent_expires_on=date(2026, 11, 21))
    assert count(TESTIMONIES) == 0


def test_nothing_about_a_consent_is_in_a_record():
    TestimonyFactory(consented=True)
    record = TESTIMONIES.record(TESTIMONIES.load(TODAY)[0], "es", TODAY)
    assert "canary" not in str(record) and "consent" not in str(record)
    assert "2026" not in str(record)


def test_a_picture_that_no_text_describes_is_not_shown():
    testimony = TestimonyFactory()
    testimony.picture = image()
    testimony.save()
    assert TESTIMONIES.record(TESTIMONIES.load(TODAY)[0], "es", TODAY)["picture"] is None
    TestimonyTextFactory(
        testimony=testimony, language="eu", quote="Ez nago bakarrik.", picture_alt="Esku ireki bat"
    )
    (loaded,) = TESTIMONIES.load(TODAY)
    assert TESTIMONIES.record(loaded, "en", TODAY)["picture"]["alt"] == "Esku ireki bat"
    assert TESTIMONIES.record(loaded, "en", TODAY)["picture"]["alt_lang"] == "eu"
    picture = TESTIMONIES.record(loaded, "eu", TODAY)["picture"]
    assert picture["url"].startswith("https://defenders.example.org/media/images/")
    assert (picture["width"], picture["height"]) == (60, 40)


def test_a_picture_whose_file_is_lost_is_left_out_and_noted(caplog):
    testimony = TestimonyFactory(texts={"es": {"quote": "Sí.", "picture_alt": "Un faro"}})
    lost = image()
    cache.clear()  # where Wagtail keeps what it made of a picture with this key
    lost.file.storage.delete(lost.file.name)
    models.Testimony.objects.filter(pk=testimony.pk).update(picture=lost)
    assert TESTIMONIES.record(TESTIMONIES.load(TODAY)[0], "es", TODAY)["picture"] is None
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize("kind", KINDS)
def test_they_are_read_in_five_queries_however_many_there_are(kind, django_assert_max_num_queries):
    factory = dict(ALL)[kind]
    for _ in range(4):
        factory()
    if kind is TESTIMONIES:
        TestimonyFactory(picture=image(), texts={"es": {"quote": "Sí.", "picture_alt": "Un faro"}})
        TESTIMONIES.record(TESTIMONIES.load(TODAY)[-1], "es", TODAY)
    with django_assert_max_num_queries(5):
        records = [kind.record(loaded, "eu", TODAY) for loaded in kind.load(TODAY)]
    assert len(records) == 4 + (kind is TESTIMONIES)
