"""A place becomes less precise at once, in every copy, whatever is locked or under review."""

import json

import pytest
from wagtail.models import ModelLogEntry, Revision

from cms.models import ContactChannel, Organisation, Place
from cms.snippets.coarsening import stored_places
from tests.editing.submissions import address, edit, stored_place, submission
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

LATITUDE = "43.26271"


def url(organisation):
    return address("coarsen", organisation.pk)


def stored_anywhere(text):
    rows = any(text in str(place.lat) for place in Place.objects.all())
    return rows or text in json.dumps(list(Revision.objects.values_list("content", flat=True)))


def coarsen(client, organisation, precision, place=None):
    uid = (place or stored_places(organisation)[0])["uid"]
    return client.post(url(organisation), {"place": uid, "precision": precision})


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize(
    ("precision", "left"),
    [
        ("city", ("city", "ES", "Bilbao")),
        ("country", ("country", "ES", "")),
        ("hidden", ("hidden", "", "")),
        ("delete", None),
    ],
)
def test_every_copy_becomes_as_coarse_as_was_chosen(editor, admin_user, published, precision, left):
    organisation = OrganisationFactory(office_in_bilbao=True, published=published)
    organisation.save_revision()
    assert coarsen(editor, organisation, precision).url == edit(organisation)
    assert not stored_anywhere(LATITUDE)
    assert list(Place.objects.values_list("precision", "country", "city")) == ([left] if left else [])
    for place in stored_places(organisation):
        assert (place["precision"], place["country"], place["city"]) == left
    assert ModelLogEntry.objects.get(action="defenders.coarsen").user == admin_user
    assert Organisation.objects.get().live is published


def test_it_works_while_somebody_else_has_locked_it_and_publishes_nothing(client_with, django_user_model):
    organisation = OrganisationFactory(name="Published", office_in_bilbao=True)
    organisation.name = "Draft"
    organisation.save_revision()
    other = django_user_model.objects.create_user("other")
    Organisation.objects.update(locked=True, locked_by=other)
    coarsen(client_with("change_organisation"), organisation, "country")
    assert not stored_anywhere(LATITUDE)
    row = Organisation.objects.get()
    assert (row.name, row.locked) == ("Published", True)
    assert row.get_latest_revision_as_object().name == "Draft"


def test_a_finer_place_that_waits_in_a_draft_is_made_coarser_too(editor):
    organisation = OrganisationFactory(in_bilbao=True)
    draft = organisation.get_latest_revision_as_object()
    place = draft.places.get()
    place.precision, place.lat, place.lng = "exact", LATITUDE, "-2.92528"
    draft.places = [place]
    draft.save_revision()
    assert stored_places(organisation)[0]["precision"] == "exact"
    coarsen(editor, organisation, "city")
    assert not stored_anywhere(LATITUDE)
    assert Place.objects.get().precision == "city"


def test_a_place_that_exists_in_a_draft_only_can_be_deleted(editor):
    organisation = OrganisationFactory()
    draft = organisation.get_latest_revision_as_object()
    draft.places.add(Place(precision="exact", country="ES", lat=LATITUDE, lng="-2.92528"))
    draft.save_revision()
    response = coarsen(editor, organisation, "delete")
    assert response.status_code == 302
    assert not stored_anywhere(LATITUDE)
    assert stored_places(organisation) == []


def test_streets_go_with_the_last_exact_place(editor, admin_user):
    organisation = OrganisationFactory(
        office_in_bilbao=True, channels=[{"kind": "postal", "value": "Calle Mayor 1, 48001 Bilbao"}]
    )
    coarsen(editor, organisation, "city")
    assert not ContactChannel.objects.exists()
    assert "Calle Mayor" not in json.dumps(list(Revision.objects.values_list("content", flat=True)))


def test_other_places_stay_as_they_are(editor):
    organisation = OrganisationFactory(
        places=[
            {"precision": "exact", "country": "ES", "lat": LATITUDE, "lng": "-2.92528"},
            {"precision": "exact", "country": "ES", "lat": "40.41650", "lng": "-3.70256"},
        ]
    )
    place = next(one for one in stored_places(organisation) if one["lat"].startswith("43"))
    coarsen(editor, organisation, "country", place)
    assert stored_anywhere("40.41650") and not stored_anywhere(LATITUDE)


def test_a_form_that_was_open_meanwhile_does_not_bring_the_place_back_unasked(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    opened = {
        "loaded_revision_id": str(organisation.latest_revision_id),
        "loaded_revision_created_at": organisation.latest_revision.created_at.isoformat(),
    }
    stale = submission(places=[stored_place(organisation.places.get())], initial_places=1) | opened
    coarsen(editor, organisation, "country")
    assert editor.post(edit(organisation), stale).status_code == 200
    assert not stored_anywhere(LATITUDE)


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "place"),
        ({"precision": "city"}, "place"),
        ({"place": "made-up", "precision": "city"}, "place"),
        ({"place": None}, "precision"),
        ({"place": None, "precision": "exact"}, "precision"),
        ({"place": None, "precision": "\x00"}, "precision"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_changes_nothing(editor, data, field):
    organisation = OrganisationFactory(office_in_bilbao=True)
    if "place" in data and data["place"] is None:
        data = data | {"place": stored_places(organisation)[0]["uid"]}
    response = editor.post(url(organisation), data)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert stored_anywhere(LATITUDE)


@pytest.mark.parametrize("precision", ["city", "country"])
def test_it_never_becomes_finer_or_what_is_not_known(editor, precision):
    organisation = OrganisationFactory(places=[{"precision": "country", "country": "ES"}])
    assert coarsen(editor, organisation, precision).status_code == 200
    assert Place.objects.get().precision == "country"


def test_looking_says_what_will_happen_and_does_nothing(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    page = editor.get(url(organisation))
    assert "Bilbao" in page.content.decode()
    choices = [code for code, _label in page.context["form"].fields["precision"].choices]
    assert choices == ["city", "country", "hidden", "delete"]
    assert stored_anywhere(LATITUDE)
    assert url(organisation) in editor.get(edit(organisation)).content.decode()
    without = OrganisationFactory()
    assert editor.get(url(without)).status_code == 200
    assert url(without) not in editor.get(edit(without)).content.decode()


@pytest.mark.parametrize(("right", "allowed"), [("view", False), ("publish", False), ("change", True)])
def test_who_may_change_may(client_with, right, allowed):
    organisation = OrganisationFactory(office_in_bilbao=True)
    coarsen(client_with(f"{right}_organisation"), organisation, "hidden")
    assert stored_anywhere(LATITUDE) is not allowed


def test_the_listing_asks_nothing_of_versions_for_it(editor, django_assert_max_num_queries):
    OrganisationFactory(office_in_bilbao=True)
    html = editor.get(address("list"), follow=True).content.decode()
    assert "/coarsen/" not in html
