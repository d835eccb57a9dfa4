"""What may not be public is not stored: not in the row, not in a draft, not in an older version, not in a form."""

import json
import uuid
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.admin.models import FormState
from wagtail.models import Revision

from cms.models import Organisation, Place
from cms.snippets.stored_copies import coarsen_to
from tests.factories import OrganisationFactory
from tests.factories.organisations import BILBAO, MADRID

pytestmark = pytest.mark.django_db

EXACT = ("43.26271", "-2.92528")


def everything_stored(organisation):
    """Return row and copies of an organisation's places as one text to search in."""
    rows = [
        {field.attname: str(getattr(place, field.attname)) for field in Place._meta.concrete_fields}
        for place in Place.objects.filter(organisation=organisation)
    ]
    copies = [revision.content["places"] for revision in Revision.objects.for_instance(organisation)]
    forms = list(FormState.objects.values_list("data", flat=True))
    return json.dumps([rows, copies, forms])


def save_draft(organisation, change):
    """Save a draft in which `change` was done to the (single) place."""
    draft = Organisation.objects.get(pk=organisation.pk).get_latest_revision_as_object()
    place = draft.places.get()
    change(place)
    draft.places.add(place)
    return draft.save_revision()


def to(precision, **values):
    """Return a change of a place to a precision."""

    def change(place):
        place.precision = precision
        for name, value in values.items():
            setattr(place, name, value)

    return change


@pytest.fixture
def organisation():
    """A public organisation with an exact office and two older versions."""
    organisation = OrganisationFactory(office_in_bilbao=True)
    organisation.save_revision().publish()
    return Organisation.objects.get(pk=organisation.pk)


@pytest.mark.parametrize(
    ("precision", "gone"),
    [
        ("city", EXACT),
        ("country", (*EXACT, "Bilbao", str(BILBAO), "43.26", "-2.93")),
        ("hidden", (*EXACT, "Bilbao", str(BILBAO), "43.26", "-2.93", '"ES"')),
    ],
)
def test_a_coarser_draft_coarsens_every_copy_at_once(organisation, precision, gone):
    assert all(trace in everything_stored(organisation) for trace in EXACT)
    save_draft(organisation, to(precision))
    stored = everything_stored(organisation)
    assert [trace for trace in gone if trace in stored] == []
    assert Place.objects.get(organisation=organisation).precision == precision


def test_a_place_deleted_in_a_draft_leaves_every_copy_at_once(organisation):
    draft = organisation.get_latest_revision_as_object()
    draft.places.set([])
    draft.save_revision()
    assert not Place.objects.filter(organisation=organisation).exists()
    assert "43.26" not in everything_stored(organisation)


def test_a_place_deleted_in_the_database_leaves_every_copy(organisation):
    Place.objects.filter(organisation=organisation).delete()
    assert "43.26" not in everything_stored(organisation)


def test_a_place_coarsened_in_the_database_leaves_every_copy(organisation):
    place = Place.objects.get(organisation=organisation)
    place.precision = "country"
    place.save()
    assert "43.26" not in everything_stored(organisation)


def test_an_older_version_cannot_bring_a_finer_place_back(organisation):
    older = organisation.revisions.order_by("pk").first()
    save_draft(organisation, to("city"))
    older.refresh_from_db()
    older.publish()
    assert Place.objects.get(organisation=organisation).precision == "city"


def test_a_deleted_place_does_not_come_back_with_an_older_version(organisation):
    older = organisation.revisions.order_by("pk").first()
    draft = organisation.get_latest_revision_as_object()
    draft.places.set([])
    draft.save_revision()
    older.refresh_from_db()
    older.publish()
    assert not Place.objects.filter(organisation=organisation).exists()


def test_a_finer_draft_waits_for_publication_and_leaves_no_trace_when_it_is_taken_back():
    organisation = OrganisationFactory(in_bilbao=True)
    save_draft(organisation, to("exact", lat=Decimal(EXACT[0]), lng=Decimal(EXACT[1])))
    assert Place.objects.get(organisation=organisation).precision == "city"
    save_draft(organisation, to("city"))
    assert [trace for trace in EXACT if trace in everything_stored(organisation)] == []


def test_a_finer_draft_becomes_public_when_it_is_published():
    organisation = OrganisationFactory(in_bilbao=True)
    save_draft(organisation, to("exact", lat=Decimal(EXACT[0]), lng=Decimal(EXACT[1]))).publish()
    assert str(Place.objects.get(organisation=organisation).lat) == EXACT[0]


def test_publishing_a_version_twice_keeps_a_place_that_only_the_draft_had():
    organisation = OrganisationFactory()
    draft = organisation.get_latest_revision_as_object()
    draft.places.add(Place(precision="city", city_id=MADRID))
    revision = draft.save_revision()
    revision.publish()
    Revision.objects.get(pk=revision.pk).publish()
    assert [place.city for place in Place.objects.filter(organisation=organisation)] == ["Madrid"]


def test_half_filled_forms_are_forgotten(organisation):
    user = get_user_model().objects.create_user("editor")
    FormState.objects.update_or_create_by_instance(
        organisation, user=user, data="places-0-lat=43.26271", last_updated_at=timezone.now()
    )
    save_draft(organisation, to("city"))
    assert not FormState.objects.exists()


def test_a_city_carries_the_gazetteers_point_whatever_was_typed():
    organisation = OrganisationFactory(
        places=[
            {"precision": "city", "city_id": BILBAO, "country": "FR", "lat": "43.26271", "lng": "-2.92528"}
        ]
    )
    place = organisation.places.get()
    assert (place.country, place.city, str(place.lat), str(place.lng)) == (
        "ES",
        "Bilbao",
        "43.26000",
        "-2.93000",
    )


@pytest.mark.parametrize(
    "values",
    [
        {"precision": "hidden", "country": "ES"},
        {"precision": "hidden", "is_seat": True},
        {"precision": "country", "country": "ES", "lat": 43, "lng": 2},
        {"precision": "country", "country": "ES", "city": "Bilbao"},
        {"precision": "city", "country": "ES"},
        {"precision": "exact", "country": "ES"},
        {"precision": "exact", "country": "ES", "lat": 91, "lng": 2},
        {"precision": "exact", "country": "ES", "lat": 9, "lng": 181},
        {"precision": "street", "country": "ES"},
    ],
)
def test_the_database_refuses_what_the_precision_does_not_allow(values):
    organisation = OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.bulk_create([Place(organisation=organisation, uid=uuid.uuid4(), **values)])


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"precision": "city"}, "city_id"),
        ({"precision": "city", "city_id": 1}, "city_id"),
        ({"precision": "country"}, "country"),
        ({"precision": "exact", "country": "ES"}, "lat"),
        ({"precision": "exact", "country": "XX", "lat": 1, "lng": 1}, "country"),
    ],
)
def test_what_is_missing_for_a_precision_is_said_at_its_field(values, field):
    with pytest.raises(ValidationError) as raised:
        Place(organisation=OrganisationFactory(), **values).full_clean()
    assert field in raised.value.message_dict


def test_coarsening_never_refines():
    hidden = {"uid": "1", "precision": "hidden", "country": "", "city_id": None}
    exact = {"uid": "1", "precision": "exact", "country": "ES", "lat": "1", "lng": "1"}
    assert coarsen_to(hidden, exact) is hidden


STREET = "Calle 7 # 12-34, Bogotá"


@pytest.fixture
def with_street():
    """A public organisation with an office, its street, a PO box and an older version of all that."""
    organisation = OrganisationFactory(
        office_in_bilbao=True,
        channels=[
            {"kind": "postal", "value": STREET},
            {"kind": "postal", "value": "Apartado postal 123, Bilbao"},
        ],
    )
    organisation.save_revision().publish()
    return Organisation.objects.get(pk=organisation.pk)


def stored_addresses(organisation):
    """Return the postal addresses of the row and of every version."""
    rows = set(organisation.channels.model.objects.filter(kind="postal").values_list("value", flat=True))
    for revision in Revision.objects.for_instance(organisation):
        rows |= {channel["value"] for channel in revision.content["channels"] if channel["kind"] == "postal"}
    return rows


@pytest.mark.parametrize("precision", ["city", "country", "hidden"])
def test_a_street_goes_with_the_office_from_every_copy_and_a_box_stays(with_street, precision):
    assert STREET in stored_addresses(with_street)
    save_draft(with_street, to(precision))
    assert stored_addresses(with_street) == {"Apartado postal 123, Bilbao"}


def test_a_street_does_not_come_back_with_an_older_version(with_street):
    older = with_street.revisions.order_by("pk").first()
    save_draft(with_street, to("hidden"))
    older.refresh_from_db()
    older.publish()
    assert STREET not in stored_addresses(with_street)


def test_a_street_goes_when_the_office_is_deleted_in_the_database(with_street):
    Place.objects.filter(organisation=with_street).delete()
    assert stored_addresses(with_street) == {"Apartado postal 123, Bilbao"}
