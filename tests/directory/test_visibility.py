"""Who may be seen, and by which queries."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.directory.records import load, organisation_record
from cms.directory.visibility import public_organisations, public_places, public_texts
from cms.models import Organisation
from tests.conftest import TODAY
from tests.factories import OrganisationFactory, OrganisationTextFactory

pytestmark = pytest.mark.django_db


def names():
    return {organisation.name for organisation in public_organisations()}


def test_drafts_withdrawn_unpublished_and_expired_organisations_are_not_public():
    OrganisationFactory(name="Public")
    OrganisationFactory(name="Draft", draft=True)
    OrganisationFactory(name="Withdrawn", withdrawn=True)
    OrganisationFactory(name="Unpublished").unpublish()
    expired = OrganisationFactory(name="Expired")
    Organisation.objects.filter(pk=expired.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert names() == {"Public"}


def test_the_texts_and_places_of_a_withdrawn_organisation_are_not_public():
    OrganisationFactory(withdrawn=True, in_bilbao=True)
    assert not public_texts().exists()
    assert not public_places().exists()


def test_a_hidden_place_is_not_public():
    OrganisationFactory(hidden_place=True)
    assert not public_places().exists()


def test_a_draft_text_is_not_in_the_record():
    organisation = OrganisationFactory(texts=None)
    OrganisationTextFactory(organisation=organisation, summary="canary", published=False)
    assert organisation_record(load()[0], "es", TODAY)["summary"] is None


def test_a_draft_of_a_published_organisation_is_not_in_its_record():
    organisation = OrganisationFactory(name="Before")
    draft = organisation.get_latest_revision_as_object()
    draft.name = "After"
    draft.save_revision()
    assert organisation_record(load()[0], "es", TODAY)["name"] == "Before"


def test_records_are_read_in_seven_queries_however_many_there_are(django_assert_max_num_queries):
    for _ in range(5):
        OrganisationFactory(in_bilbao=True, channels=[{"kind": "phone", "value": "+34944000000"}])
    with django_assert_max_num_queries(7):
        records = [organisation_record(loaded, "eu", TODAY) for loaded in load()]
    assert len(records) == 5
