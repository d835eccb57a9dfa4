"""What factories make is as complete as what editors save, though it is indexed once."""

import pytest
from django.urls import reverse
from wagtail.models import ReferenceIndex
from wagtail.search.backends import get_search_backend

from cms.models import Organisation
from tests.factories import OrganisationFactory, ProgrammeFactory, TestimonyFactory, image
from tests.factories.indexing import indexed_when_whole

pytestmark = pytest.mark.django_db


def found(words):
    return [one.name for one in get_search_backend().search(words, Organisation)]


def test_what_a_factory_made_is_found_by_search_under_its_last_name(languages):
    ProgrammeFactory(organisation=OrganisationFactory(name="Abeto"))
    assert found("abeto") == ["Abeto"]


def test_what_a_factory_made_is_known_as_using_its_picture(languages):
    reverse("wagtailadmin_home")  # the admin's addresses tell Wagtail which snippets there are
    picture = image()
    testimony = TestimonyFactory(picture=picture, texts={"es": {"quote": "x", "picture_alt": "y"}})
    users = {reference.object_id for reference in ReferenceIndex.get_references_to(picture)}
    assert str(testimony.pk) in users


def test_what_a_test_saves_is_indexed_at_once(languages):
    organisation = OrganisationFactory(name="Abeto")
    organisation.name = "Castaño"
    organisation.save()
    assert (found("castaño"), found("abeto")) == (["Castaño"], [])


def test_within_one_whole_nothing_is_indexed_before_its_end(languages):
    with indexed_when_whole():
        OrganisationFactory(name="Abeto")
        assert found("abeto") == []
    assert found("abeto") == ["Abeto"]


def test_roles_services_and_audiences_are_kept_from_the_first_save(languages):
    organisation = OrganisationFactory(roles=("training",), services=("legal", "psychosocial"), draft=True)
    assert [one.code for one in organisation.roles.all()] == ["training"]
    assert {one.code for one in organisation.services.all()} == {"legal", "psychosocial"}
    assert [one.code for one in organisation.audiences.all()] == ["all_defenders"]
