"""What is wrong with a form stands above it, with links; nothing that was typed is lost."""

import re

import pytest

from cms.editing.error_summary import errors_of
from tests.editing.submissions import address, submission
from tests.editing.test_guidance_admin import DATA
from tests.factories import OrganisationFactory, image

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def english(settings):
    """Sentences are compared in the language in which they are written."""
    settings.LANGUAGE_CODE = "en"


def links(response):
    """Return {label: id} of the links of the summary, whose elements all exist."""
    html = response.content.decode()
    summary = re.search(r'<section class="defenders-errors".*?</section>', html, re.S)[0]
    found = {label: element for element, label in re.findall(r'<a href="#([^"]+)"[^>]*>([^<]*)</a>', summary)}
    assert all(f'id="{element}"' in html for element in found.values()), found
    return found


def test_every_error_is_named_with_a_link_also_those_of_parts(editor):
    data = submission(
        website="nowhere",
        areas_served=["XX"],
        places=[{"precision": "city", "country": "ES", "city_id-name": "Nirgendwo"}],
        channels=[{"kind": "phone", "value": "call us"}],
    )
    assert links(editor.post(address("add"), data)) == {
        "Website": "id_website",
        "Where it helps": "id_areas_served",
        "Place 1: City": "id_places-0-city_id",
        "Contact channel 1: Address or number": "id_channels-0-value",
    }


@pytest.mark.parametrize(
    ("model", "posted", "label"),
    [
        ("programme", {"stay_months_min": "9"}, "Longest stay, in months"),
        ("training", {"ends_on": "2026-01-01"}, "Last day"),
        ("testimony", {"consent_given_on": ""}, "Agreed on"),
        ("category", {"kind": "role", "code": "Ñ", "order": "1", "label_es": "x"}, "Code"),
    ],
)
def test_the_other_forms_have_it_too(editor, model, posted, label):
    data = DATA[model](**posted) if model in DATA else posted
    response = editor.post(address("add", model=model), data | {"action-publish": "x"})
    assert label in links(response)


def test_a_text_without_an_organisation_says_so(editor):
    data = {"organisation": "", "summary": "x" * 301, "description": "null", "how_to_ask_for_help": "null"}
    response = editor.post(address("add", model="organisationtext") + "?locale=es", data)
    assert list(links(response)) == ["Organisation", "In one sentence"]


def test_a_form_that_was_not_sent_has_no_errors(editor):
    response = editor.get(address("add"))
    assert errors_of(response.context["form"]) == []
    assert 'class="defenders-errors"' not in response.content.decode()


def test_what_was_typed_is_escaped_in_the_summary(editor):
    response = editor.post(address("add"), submission(areas_served=["<script>alert(1)</script>"]))
    assert "<script>alert(1)" not in response.content.decode()


def test_nothing_is_lost_when_something_is_wrong(editor):
    logo = image()
    data = submission(
        website="nowhere",
        logo=str(logo.pk),
        acronym="RE",
        internal_note="Una nota",
        places=[{"precision": "city", "country": "ES", "city_id": "3128026", "city_id-name": "Bilbao"}],
        channels=[{"kind": "email", "value": "info@example.org", "languages": ["eu"], "urgent": "on"}],
        **{"languages-other": "tzo"},
    )
    page = editor.post(address("add"), data)
    form = page.context["form"]
    assert {name: form[name].value() for name in ("website", "acronym", "internal_note", "logo")} == {
        "website": "nowhere",
        "acronym": "RE",
        "internal_note": "Una nota",
        "logo": str(logo.pk),
    }
    html = page.content.decode()
    assert logo.title in html
    assert 'name="places-0-city_id" value="3128026"' in html and 'value="Bilbao"' in html
    channel = form.formsets["channels"].forms[0]
    assert channel["value"].value() == "info@example.org" and channel["urgent"].value()
    assert re.search(r'name="channels-0-languages" value="eu"[^>]*checked', html)
    assert 'value="tzo"' in html


def test_a_programme_keeps_its_chosen_organisation(editor):
    organisation = OrganisationFactory(name="Elegida")
    page = editor.post(
        address("add", model="programme"), DATA["programme"](name="", organisation=str(organisation.pk))
    )
    assert page.status_code in {200, 302}
    page = editor.post(address("add", model="programme"), DATA["programme"](places_per_year="x"))
    assert "Elegida" in page.content.decode()
