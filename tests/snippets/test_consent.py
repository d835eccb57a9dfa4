"""A consent is a fact about a person and no draft: what was agreed to last holds, whatever version is published."""

from datetime import date
from uuid import UUID

import pytest

from cms import models
from tests.factories import TestimonyFactory

pytestmark = pytest.mark.django_db


def fresh(testimony):
    return models.Testimony.objects.get(pk=testimony.pk)


def test_a_consent_that_ends_in_a_draft_ends_at_once():
    testimony = TestimonyFactory(consented=True)
    draft = testimony.get_latest_revision_as_object()
    draft.consent_expires_on = date(2026, 11, 21)
    draft.attribution = "draft"
    draft.save_revision()
    assert fresh(testimony).consent_expires_on == date(2026, 11, 21)
    assert fresh(testimony).attribution != "draft"


def test_an_older_version_does_not_bring_a_consent_back():
    testimony = TestimonyFactory(consented=True)
    older = testimony.latest_revision
    draft = testimony.get_latest_revision_as_object()
    draft.consent_expires_on = date(2026, 11, 21)
    draft.save_revision()
    older.publish()
    assert fresh(testimony).consent_expires_on == date(2026, 11, 21)
    assert older.as_object().consent_expires_on == date(2026, 11, 21)


def test_an_object_that_was_read_before_does_not_bring_a_consent_back():
    testimony = TestimonyFactory(consented=True)
    before = fresh(testimony)
    draft = testimony.get_latest_revision_as_object()
    draft.consent_expires_on = date(2026, 11, 21)
    draft.save_revision()
    before.save()
    assert fresh(testimony).consent_expires_on == date(2026, 11, 21)


def test_a_longer_consent_holds_at_once_too():
    testimony = TestimonyFactory(consented=True)
    draft = testimony.get_latest_revision_as_object()
    draft.consent_expires_on = None
    draft.save_revision()
    assert fresh(testimony).consent_expires_on is None


@pytest.mark.parametrize(
    ("name", "value"), [("uuid", UUID(int=7)), ("public_digest", "x"), ("updated_on", date(2020, 1, 1))]
)
def test_no_version_changes_the_identity_or_the_dates_of_the_record(name, value):
    testimony = TestimonyFactory()
    state = getattr(fresh(testimony), name)
    draft = testimony.get_latest_revision_as_object()
    setattr(draft, name, value)
    draft.save_revision().publish()
    assert getattr(fresh(testimony), name) == state
