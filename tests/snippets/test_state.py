"""Visibility, verification and addresses are state: no draft and no older version changes them."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import ModelLogEntry

from cms.models import FormerSlug, Organisation
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


def fresh(organisation):
    return Organisation.objects.get(pk=organisation.pk)


def test_publishing_an_older_version_does_not_undo_a_withdrawal():
    organisation = OrganisationFactory()
    older = organisation.latest_revision
    organisation.withdraw(reason="in danger")
    older.publish()
    assert fresh(organisation).visibility == "withdrawn"
    assert fresh(organisation).withdrawn_reason == "in danger"


def test_publishing_an_older_version_does_not_lose_a_verification():
    organisation = OrganisationFactory(is_sample=True)
    older = organisation.latest_revision
    organisation.mark_verified(on=date(2026, 5, 4))
    older.publish()
    assert fresh(organisation).verified_on == date(2026, 5, 4)
    assert not fresh(organisation).is_sample


def test_a_draft_does_not_change_state():
    organisation = OrganisationFactory()
    draft = organisation.get_latest_revision_as_object()
    draft.visibility = "withdrawn"
    draft.verified_on = date(2020, 1, 1)
    draft.save_revision().publish()
    assert fresh(organisation).visibility == "public"
    assert fresh(organisation).verified_on is None


def test_a_verification_is_due_again_after_the_months_of_the_setting(settings):
    settings.DEFENDERS_REVIEW_MONTHS = 6
    organisation = OrganisationFactory()
    organisation.mark_verified(on=date(2026, 1, 1))
    assert fresh(organisation).review_due - date(2026, 1, 1) == timedelta(days=183)


def test_withdrawing_and_restoring_are_in_the_history():
    organisation = OrganisationFactory()
    organisation.withdraw(reason="x")
    organisation.restore()
    actions = ModelLogEntry.objects.for_instance(organisation).values_list("action", flat=True)
    assert {"defenders.withdraw", "defenders.restore"} <= set(actions)
    assert fresh(organisation).withdrawn_reason == ""


def test_an_old_address_goes_on_leading_to_its_organisation():
    organisation = OrganisationFactory(slug="before")
    draft = organisation.get_latest_revision_as_object()
    draft.slug = "after"
    draft.save_revision().publish()
    assert FormerSlug.objects.get(slug="before").organisation == organisation


def test_going_back_to_an_old_address_keeps_both_leading_there():
    organisation = OrganisationFactory(slug="before")
    for slug in ("after", "before"):
        draft = fresh(organisation).get_latest_revision_as_object()
        draft.slug = slug
        draft.save_revision().publish()
    assert list(FormerSlug.objects.values_list("slug", flat=True)) == ["after"]


def test_an_address_that_another_organisation_had_is_refused():
    organisation = OrganisationFactory(slug="before")
    FormerSlug.objects.create(slug="taken", organisation=organisation)
    with pytest.raises(ValidationError) as raised:
        Organisation(name="New", slug="taken").full_clean()
    assert "slug" in raised.value.message_dict


def test_the_address_is_made_from_the_name_and_stays_free():
    OrganisationFactory(name="Red Ejemplo", slug="red-ejemplo")
    organisation = Organisation(name="Red Ejemplo")
    organisation.save()
    assert organisation.slug == "red-ejemplo-2"


def test_a_name_in_another_script_still_gets_an_address():
    organisation = Organisation(name="منظمة")
    organisation.save()
    assert organisation.slug.startswith("organisation-")
