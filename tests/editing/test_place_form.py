"""Places: what may be typed, what is refused and how, what is kept."""

import uuid
from decimal import Decimal

import pytest

from cms.models import Organisation
from tests.editing.submissions import address, edit, form_errors, latest, stored_place, submission
from tests.factories import OrganisationFactory
from tests.factories.organisations import BILBAO, MADRID

pytestmark = pytest.mark.django_db

OFFICE = {"precision": "exact", "country": "ES", "city_id": str(BILBAO), "point__typed": "43.26271, -2.92528"}


def save(editor, *places, **facts):
    """Post a new organisation with these places; return the response."""
    return editor.post(address("add"), submission(places=places, **facts))


def saved_place(editor, **fields):
    response = save(editor, fields)
    assert response.status_code == 302, form_errors(response)
    return Organisation.objects.get().places.get()


def test_an_office_is_kept_with_five_decimals(editor):
    place = saved_place(editor, **OFFICE | {"point__typed": "43.262714999, -2.925281"})
    assert (place.lat, place.lng) == (Decimal("43.26271"), Decimal("-2.92528"))
    assert (place.city, place.country) == ("Bilbao", "ES")


@pytest.mark.parametrize(
    "typed",
    [
        "43.26271, -2.92528",
        "43,26271; -2,92528",
        "43.26271 -2.92528",
        "geo:43.26271,-2.92528",
        "https://www.openstreetmap.org/?mlat=43.26271&mlon=-2.92528#map=17/43.26271/-2.92528",
        "43.26271° N, 2.92528° W",
        "SRID=4326;POINT(-2.92528 43.26271)",
        "  SRID=4326;POINT (-2.92528  43.26271) ",
    ],
)
def test_coordinates_are_read_as_people_paste_them(editor, typed):
    place = saved_place(editor, **OFFICE | {"point__typed": typed})
    assert (place.lat, place.lng) == (Decimal("43.26271"), Decimal("-2.92528"))


def test_without_the_visible_line_the_value_of_the_map_counts(editor):
    fields = {name: value for name, value in OFFICE.items() if name != "point__typed"}
    place = saved_place(editor, **fields, point="SRID=4326;POINT(-2.92528 43.26271)")
    assert place.lat == Decimal("43.26271")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "91, 0.5",
        "45, 181",
        "0, 0",
        "nowhere",
        "43.26",
        "1" * 3000,
        "\x00",
        "NaN, NaN",
        "SRID=4326;POINT(500 500)",
        "https://maps.app.goo.gl/abc",
        "javascript:alert(1)",
        "<script>, 1",
    ],
)
def test_coordinates_that_cannot_be_are_refused_at_their_field_and_not_lost(editor, typed):
    response = save(editor, OFFICE | {"point__typed": typed})
    assert response.status_code == 200
    assert list(form_errors(response)) == ["places-0-point"]
    shown = response.context["form"].formsets["places"].forms[0]["point"].value()
    assert shown == typed
    assert not Organisation.objects.exists()


@pytest.mark.parametrize("country", ["XX", "es", "ESP", "<b>", "\x00", "worldwide"])
def test_what_is_no_country_is_refused(editor, country):
    errors = form_errors(save(editor, {"precision": "country", "country": country}))
    assert list(errors) == ["places-0-country"]


@pytest.mark.parametrize("precision", ["country", "city", "exact"])
def test_a_country_is_needed_unless_the_place_is_hidden(editor, precision):
    errors = form_errors(save(editor, {"precision": precision, "point__typed": "43.2, -2.9"}))
    assert "places-0-country" in errors


@pytest.mark.parametrize("precision", ["", "precise", "\x00", "EXACT"])
def test_an_unknown_precision_is_refused(editor, precision):
    errors = form_errors(save(editor, {"precision": precision, "country": "ES"}))
    assert "places-0-precision" in errors


def test_a_city_is_chosen_from_the_list(editor):
    place = saved_place(editor, precision="city", country="ES", city_id=str(BILBAO), city_id__name="Bilbao")
    assert (place.city_id, place.lat, place.lng) == (BILBAO, Decimal("43.26"), Decimal("-2.93"))


def test_without_scripts_the_name_of_a_city_is_enough(editor):
    place = saved_place(editor, precision="city", country="ES", city_id="", city_id__name="  bilbo ")
    assert place.city_id == BILBAO


def test_a_city_says_its_country(editor):
    place = saved_place(editor, precision="city", country="", city_id=str(BILBAO), city_id__name="Bilbao")
    assert place.country == "ES"


def test_a_name_typed_over_a_chosen_city_counts(editor):
    place = saved_place(editor, precision="city", country="ES", city_id=str(BILBAO), city_id__name="Madrid")
    assert place.city_id == MADRID


@pytest.mark.parametrize(
    "city",
    [
        {"city_id": "", "city_id__name": ""},
        {"city_id": str(BILBAO), "city_id__name": ""},
        {"city_id": "999999999999"},
        {"city_id": "abc"},
        {"city_id": "-1"},
        {"city_id": "²"},
        {"city_id": "", "city_id__name": "Atlantis"},
        {"city_id": "", "city_id__name": "x" * 5000},
        {"city_id": "", "city_id__name": "\x00\t"},
        {"city_id": "", "city_id__name": "<img src=x onerror=alert(1)>"},
    ],
)
def test_a_city_that_is_missing_or_unknown_is_refused_and_not_lost(editor, city):
    response = save(editor, {"precision": "city", "country": "ES"} | city)
    assert list(form_errors(response)) == ["places-0-city_id"]
    assert b"<img src=x" not in response.content


def test_a_city_of_another_country_is_refused_and_the_sentence_names_its_country(editor):
    response = save(editor, {"precision": "city", "country": "CO", "city_id": str(BILBAO)})
    assert "Bilbao" in form_errors(response)["places-0-city_id"][0]
    assert "España" in form_errors(response)["places-0-city_id"][0]


@pytest.mark.parametrize(
    ("precision", "kept"),
    [
        ("city", {"city_id": BILBAO, "country": "ES", "lat": Decimal("43.26"), "is_seat": True}),
        ("country", {"city_id": None, "country": "ES", "lat": None, "city": "", "is_seat": True}),
        ("hidden", {"city_id": None, "country": "", "lat": None, "city": "", "is_seat": False}),
    ],
)
def test_what_does_not_belong_to_the_precision_is_not_kept(editor, precision, kept):
    place = saved_place(editor, **OFFICE | {"precision": precision, "is_seat": "on"})
    assert {name: getattr(place, name) for name in kept} == kept


def test_what_does_not_belong_to_the_precision_is_not_even_checked(editor):
    place = saved_place(
        editor,
        precision="hidden",
        country="XX",
        city_id="abc",
        city_id__name="Atlantis",
        point__typed="nowhere",
    )
    assert place.precision == "hidden"


@pytest.mark.parametrize("identity", ["", "not-a-uuid", "\x00", "0" * 5000, "../../etc"])
def test_an_identity_that_cannot_be_read_makes_a_new_place(editor, identity):
    assert saved_place(editor, precision="hidden", identity=identity).uid


def test_a_place_of_a_draft_stays_the_same_place_when_saved_again(editor):
    organisation = OrganisationFactory()
    assert editor.post(edit(organisation), submission(places=[OFFICE])).status_code == 302
    first = latest(organisation).places.get()
    assert first.pk is None
    for _ in range(2):
        again = submission(places=[stored_place(first)], initial_places=1)
        assert editor.post(edit(organisation), again).status_code == 302
        assert [place.uid for place in latest(organisation).places.all()] == [first.uid]
    editor.post(edit(organisation), again | {"action-publish": "x"})
    assert [place.uid for place in Organisation.objects.get().places.all()] == [first.uid]


def test_a_published_place_keeps_its_identity_whatever_is_posted(editor):
    organisation = OrganisationFactory(in_bilbao=True)
    place = organisation.places.get()
    changed = stored_place(place, identity=str(uuid.uuid4()), is_seat="on")
    editor.post(edit(organisation), submission(places=[changed], initial_places=1) | {"action-publish": "x"})
    assert [place.uid for place in Organisation.objects.get().places.all()] == [place.uid]


def test_two_places_never_share_an_identity(editor):
    uid = str(uuid.uuid4())
    response = save(editor, OFFICE | {"identity": uid}, {"precision": "hidden", "identity": uid})
    assert response.status_code == 302
    assert len({place.uid for place in Organisation.objects.get().places.all()}) == 2


@pytest.mark.parametrize("key", ["abc", "-1", "99999999999999999999", "987654", "\x00"])
def test_an_unreadable_key_of_a_place_is_no_error_of_the_server(editor, key):
    organisation = OrganisationFactory()
    data = submission(places=[{"id": key, "precision": "hidden"}], initial_places=1)
    assert editor.post(edit(organisation), data).status_code == 302
    assert latest(organisation).places.count() == 1


@pytest.mark.parametrize(
    ("management", "status"),
    [({}, 200), ({"places-TOTAL_FORMS": "x"}, 400), ({"places-TOTAL_FORMS": "99999999"}, 400)],
)
def test_a_broken_form_is_refused_and_not_a_server_error(editor, management, status):
    data = submission()
    del data["places-TOTAL_FORMS"]
    assert editor.post(address("add"), data | management).status_code == status
    assert not Organisation.objects.exists()


def test_the_form_shows_a_stored_office_as_typed_coordinates(editor):
    organisation = OrganisationFactory(office_in_bilbao=True)
    html = editor.get(edit(organisation)).content.decode()
    assert 'name="places-0-point-typed"' in html
    assert 'value="43.26271, -2.92528"' in html
    assert f'value="{organisation.places.get().uid}"' in html
