"""What an editor makes less precise, or deletes, is gone everywhere when she saves: also as a draft."""

import json

import pytest
from wagtail.models import Revision

from cms.models import Organisation, Place
from tests.editing.submissions import address, edit, latest, stored_place, submission
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

STREET_LATITUDE = "43.26271"


def stored_anywhere(text):
    """Say whether a text is in a row of a place or in any version."""
    rows = any(text in str(place.lat) for place in Place.objects.all())
    return rows or text in json.dumps(list(Revision.objects.values_list("content", flat=True)))


def post_place(editor, organisation, *actions, **changes):
    place = latest(organisation).places.get()
    data = submission(places=[stored_place(place, **changes)], initial_places=1)
    return editor.post(edit(organisation), data | dict.fromkeys(actions, "x"), follow=True)


def warnings(response):
    return [str(message) for message in response.context["messages"] if message.level_tag == "warning"]


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize(
    "changes", [{"precision": "city"}, {"precision": "country"}, {"precision": "hidden"}]
)
def test_a_coarser_draft_coarsens_row_and_versions_and_says_so(editor, published, changes):
    organisation = OrganisationFactory(office_in_bilbao=True, published=published)
    organisation.save_revision()
    assert stored_anywhere(STREET_LATITUDE)
    response = post_place(editor, organisation, **changes)
    assert not stored_anywhere(STREET_LATITUDE)
    assert Place.objects.get().precision == changes["precision"]
    assert Organisation.objects.get().live is published
    assert (
        len([sentence for sentence in warnings(response) if "Exact" in sentence or "exact" in sentence]) >= 1
    )


@pytest.mark.parametrize("published", [True, False])
def test_a_place_deleted_in_a_draft_is_deleted_everywhere_and_says_so(editor, published):
    organisation = OrganisationFactory(office_in_bilbao=True, published=published)
    organisation.save_revision()
    response = post_place(editor, organisation, DELETE="on")
    assert not stored_anywhere(STREET_LATITUDE)
    assert not Place.objects.exists()
    assert len(warnings(response)) >= 1


def test_a_place_that_exists_in_a_draft_only_is_coarsened_in_every_draft(editor):
    organisation = OrganisationFactory()
    office = {"precision": "exact", "country": "ES", "point__typed": f"{STREET_LATITUDE}, -2.92528"}
    editor.post(edit(organisation), submission(places=[office]))
    post_place(editor, organisation, is_seat="on")
    assert stored_anywhere(STREET_LATITUDE)
    post_place(editor, organisation, precision="country")
    assert not stored_anywhere(STREET_LATITUDE)


def test_a_finer_draft_waits_for_publication(editor):
    organisation = OrganisationFactory(in_bilbao=True)
    changes = {"precision": "exact", "point__typed": f"{STREET_LATITUDE}, -2.92528"}
    response = post_place(editor, organisation, **changes)
    assert Place.objects.get().precision == "city"
    assert latest(organisation).places.get().precision == "exact"
    assert not [sentence for sentence in warnings(response) if "precis" in sentence]
    post_place(editor, organisation, "action-publish")
    assert Place.objects.get().precision == "exact"


def test_a_page_opened_before_somebody_coarsened_a_place_does_not_bring_it_back_unasked(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    place = organisation.places.get()
    opened = {
        "loaded_revision_id": str(organisation.latest_revision_id),
        "loaded_revision_created_at": organisation.latest_revision.created_at.isoformat(),
    }
    stale = submission(places=[stored_place(place)], initial_places=1) | opened
    post_place(editor, organisation, precision="country")
    response = editor.post(edit(organisation), stale | {"action-publish": "x"})
    assert response.status_code == 200
    assert not stored_anywhere(STREET_LATITUDE)
    # Nothing typed is lost, and who looks and decides can save.
    assert response.context["form"].formsets["places"].forms[0]["precision"].value() == "exact"


def test_a_page_opened_before_somebody_deleted_a_place_does_not_bring_it_back_unasked(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    place = organisation.places.get()
    opened = {"loaded_revision_id": str(organisation.latest_revision_id)}
    stale = submission(places=[stored_place(place)], initial_places=1) | opened
    post_place(editor, organisation, DELETE="on")
    assert editor.post(edit(organisation), stale).status_code == 200
    assert not stored_anywhere(STREET_LATITUDE)


def test_an_invalid_form_coarsens_nothing(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    data = submission(places=[stored_place(organisation.places.get(), precision="country")], initial_places=1)
    assert editor.post(edit(organisation), data | {"name": ""}).status_code == 200
    assert stored_anywhere(STREET_LATITUDE)


def test_restoring_a_version_from_before_a_place_existed_says_that_the_place_is_deleted(editor):
    organisation = OrganisationFactory()
    older = organisation.latest_revision
    office = {"precision": "exact", "country": "ES", "point__typed": f"{STREET_LATITUDE}, -2.92528"}
    editor.post(edit(organisation), submission(places=[office]) | {"action-publish": "x"})
    url = address("revisions_revert", organisation.pk, older.pk)
    response = editor.post(url, submission(), follow=True)
    assert not stored_anywhere(STREET_LATITUDE)
    assert len(warnings(response)) >= 1


def test_restoring_a_version_brings_no_finer_place_back(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    older = organisation.latest_revision
    post_place(editor, organisation, precision="country")
    page = editor.get(address("revisions_revert", organisation.pk, older.pk))
    assert STREET_LATITUDE not in page.content.decode()
