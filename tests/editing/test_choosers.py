"""Countries, regions and languages are found by any of their names; without scripts the plain controls are there."""

import pytest
from django.utils.translation import override

from cms.common.text import fold
from cms.editing import other_names
from cms.models import Organisation
from tests.editing.submissions import address, submission

OTHER_NAMES = [
    (other_names.of_area, "DE", "es", ["Germany", "Deutschland", "Allemagne", "ألمانيا"]),
    (other_names.of_area, "DE", "en", ["Alemania", "Deutschland"]),
    (other_names.of_country, "MA", "eu", ["Marruecos", "Maroc", "المغرب"]),
    (other_names.of_area, "africa", "eu", ["África", "Afrique", "إفريقيا"]),
    (other_names.of_area, "worldwide", "fr", ["The whole world", "Mundu osoa"]),
    (other_names.of_language, "de", "es", ["Deutsch", "German", "de"]),
    (other_names.of_language, "eu", "en", ["euskera", "euskara"]),
    (other_names.of_language, "tzo", "es", ["tzo"]),
]


@pytest.mark.parametrize(("function", "code", "lang", "names"), OTHER_NAMES)
def test_what_something_is_called_elsewhere_finds_it_too(function, code, lang, names):
    with override(lang):
        found = function(code).split(" · ")
    assert not [name for name in names if fold(name) not in map(fold, found)]


def test_the_name_that_is_shown_is_not_repeated():
    with override("es"):
        assert "Alemania" not in other_names.of_country("DE")


@pytest.mark.parametrize("function", [other_names.of_area, other_names.of_country, other_names.of_language])
@pytest.mark.parametrize("code", ["", "XX", "\x00", "<b>", "x" * 500])
def test_a_code_that_is_none_has_no_names(function, code):
    assert function(code) in {"", code}


@pytest.mark.django_db
def test_the_plain_controls_carry_the_names_and_say_what_they_are(editor, settings):
    settings.LANGUAGE_CODE = "en"
    html = editor.get(address("add")).content.decode()
    areas = html.split('id="id_areas_served-find"')[1].split("id_languages-find")[0]
    assert 'data-names="Alemania · Allemagne · ألمانيا · Deutschland"' in areas
    assert 'role="group" aria-label="Where it helps"' in areas
    assert '<input type="checkbox" name="areas_served" value="DE"' in areas
    country = html.split('name="places-0-country"')[1].split("</select>")[0]
    assert '<option value="DE" data-names="Alemania' in country


@pytest.mark.django_db
def test_a_new_organisation_has_one_place_and_one_channel_open_and_nothing_chosen(editor):
    form = editor.get(address("add")).context["form"]
    place, channel = form.formsets["places"].forms[0], form.formsets["channels"].forms[0]
    assert len(form.formsets["places"].forms) == len(form.formsets["channels"].forms) == 1
    # Nobody is shown more precisely than somebody decided.
    assert place["precision"].value() in {None, ""}
    assert not channel["urgent"].value() and not channel["preferred"].value()
    assert form["consent_to_list_on"].value() is None


@pytest.mark.django_db
def test_open_rows_that_nobody_filled_in_count_for_nothing(editor):
    place = {
        "country": "",
        "city_id": "",
        "city_id-name": "",
        "point": "",
        "point__typed": "",
        "identity": "",
        "id": "",
    }
    data = submission(places=[place], channels=[{"label": "general"}]) | {"action-publish": "x"}
    response = editor.post(address("add"), data)
    assert response.status_code == 302
    organisation = Organisation.objects.get()
    assert not organisation.places.exists() and not organisation.channels.exists()


@pytest.mark.django_db
def test_a_city_without_a_precision_is_asked_for_it(editor):
    data = submission(places=[{"country": "ES", "city_id": "", "id": ""}])
    response = editor.post(address("add"), data)
    assert "precision" in response.context["form"].formsets["places"].forms[0].errors


@pytest.mark.django_db
def test_open_rows_stay_open_when_something_else_is_wrong(editor):
    empty = dict.fromkeys(("country", "city_id", "point__typed", "id"), "")
    data = submission(
        website="nowhere",
        places=[empty],
        channels=[{"label": "general"}, {"kind": "email", "value": "a@example.org"}],
    )
    form = editor.post(address("add"), data).context["form"]
    assert list(form.errors) == ["website"]
    assert [len(form.formsets[name].forms) for name in ("places", "channels")] == [1, 2]
