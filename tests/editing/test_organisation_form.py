"""The facts: bad input in every field is refused with a sentence at that field, and nothing typed is lost."""

import pytest
from wagtail.users.models import UserProfile

from cms.models import Organisation
from tests.editing.submissions import address, edit, form_errors, latest, stored_place, submission
from tests.factories import CategoryFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def save(editor, *channels, **facts):
    return editor.post(address("add"), submission(channels=channels, **facts))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 201),
        ("name", "Red\x00Ejemplo"),
        ("name", "Red\x07Ejemplo"),
        ("name", "Red \u202eolpmejE"),
        ("acronym", "x" * 41),
        ("acronym", "R\x1bE"),
        ("alternate_name", "x" * 201),
        ("alternate_name", "a\x85x"),
        ("slug", "with spaces"),
        ("slug", "ñ"),
        ("slug", "x" * 81),
        ("website", "javascript:alert(1)"),
        ("website", "ftp://example.org"),
        ("website", "https://user:word@example.org/"),
        ("website", "https://" + "x" * 600 + ".org"),
        ("website", "nowhere"),
        ("logo", "999"),
        ("logo", "abc"),
        ("logo", "9" * 40),
        ("organisation_type", "band"),
        ("roles", ["999"]),
        ("roles", ["abc"]),
        ("roles", ["9" * 23]),
        ("roles", ["-1"]),
        ("audiences", ["²"]),
        ("services", ["\x00"]),
        ("areas_served", ["XX"]),
        ("areas_served", ["CO", "atlantis"]),
        ("areas_served", ["|"]),
        ("languages", ["español"]),
        ("languages-other", "e"),
        ("languages-other", "es, klingon-"),
        ("languages-other", "<b>"),
        ("languages-other", " ".join(f"q{a}{b}" for a in "abcdefghijkl" for b in "abcdefghij")),
        ("response_time", "soon"),
        ("intake_status", "perhaps"),
        ("consent_to_list_on", "yesterday"),
        ("consent_to_list_on", "2026-02-30"),
        ("consent_to_list_by", "x" * 201),
        ("source_url", "javascript:alert(1)"),
        ("source_url", "not an address"),
        ("internal_note", "\x00"),
        ("internal_note", "\x08"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_not_lost(editor, field, value):
    response = save(editor, **{field: value})
    assert response.status_code == 200
    name = field.removesuffix("-other")
    assert list(form_errors(response)) == [name]
    assert form_errors(response)[name][0]
    assert not Organisation.objects.exists()
    assert response.context["form"]["name"].value() == ("Red Ejemplo" if field != "name" else value)


def test_a_refused_language_stays_in_its_box_beside_those_that_were_right(editor):
    response = save(editor, languages=["es"], **{"languages-other": "tzo, español"})
    assert 'value="tzo, español"' in response.content.decode()
    assert "Tzotzil" in response.content.decode() or "tzo" in response.content.decode()


def test_a_refused_area_does_not_unchoose_the_others(editor):
    html = save(editor, areas_served=["CO", "XX"]).content.decode()
    assert 'value="CO"' in html and "checked" in html.split('value="CO"')[1][:500]


def test_a_slug_of_another_organisation_is_refused(editor):
    OrganisationFactory(slug="red-ejemplo")
    assert list(form_errors(save(editor))) == ["slug"]


def test_without_a_slug_a_free_one_is_made_of_the_name(editor):
    OrganisationFactory(slug="red-ejemplo")
    assert save(editor, slug="").status_code == 302
    assert Organisation.objects.get(name="Red Ejemplo").slug == "red-ejemplo-2"


def test_categories_are_offered_by_kind_with_label_and_description(editor):
    role = CategoryFactory(kind="role", code="training", labels={"es": "Formación"})
    role.labels.update(description="Enseña a protegerse.")
    CategoryFactory(kind="service", code="legal", labels={"es": "Ayuda legal"})
    form = editor.get(address("add")).context["form"]
    assert [str(label) for _, label in form.fields["roles"].choices] == ["Formación"]
    html = str(form["roles"])
    assert "Enseña a protegerse." in html and "Ayuda legal" not in html


def test_a_category_of_another_kind_cannot_be_smuggled_in(editor):
    service = CategoryFactory(kind="service", code="legal")
    assert list(form_errors(save(editor, roles=[str(service.pk)]))) == ["roles"]


def test_categories_areas_and_languages_are_saved_as_chosen(editor):
    role = CategoryFactory(kind="role", code="training")
    save(editor, roles=[str(role.pk)], areas_served=["FR", "worldwide", "CO"], languages=["eu", "es"])
    organisation = Organisation.objects.get()
    assert list(organisation.roles.all()) == [role]
    assert organisation.areas_served == ["worldwide", "CO", "FR"]
    assert organisation.languages == ["eu", "es"]


def test_other_languages_are_kept_in_their_usual_case(editor):
    save(editor, languages=["es"], **{"languages-other": "PT-br, zh-hant tzo ES"})
    assert Organisation.objects.get().languages == ["es", "pt-BR", "zh-Hant", "tzo"]


def test_everything_can_be_unchosen(editor):
    organisation = OrganisationFactory(areas_served=["CO"], languages=["es", "tzo"])
    data = submission() | {"areas_served": [], "languages": [], "languages-other": "", "action-publish": "x"}
    editor.post(edit(organisation), data)
    organisation = Organisation.objects.get()
    assert (organisation.areas_served, organisation.languages) == ([], [])
    assert not organisation.roles.exists()


def test_saving_without_a_change_keeps_the_stored_order(editor):
    organisation = OrganisationFactory(areas_served=["PE", "CO", "africa"], languages=["pt", "es", "eu"])
    editor.post(
        edit(organisation), submission(areas_served=["africa", "CO", "PE"], languages=["es", "eu", "pt"])
    )
    assert latest(organisation).areas_served == ["PE", "CO", "africa"]
    assert latest(organisation).languages == ["pt", "es", "eu"]


def test_names_of_countries_and_languages_are_in_the_language_of_the_admin(editor, admin_user):
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = "eu"
    profile.save()
    html = editor.get(address("add")).content.decode()
    assert "Alemania" in html and "Gaztelania" in html
    assert "<span>Germany</span>" not in html and ">Germany</option>" not in html


def test_a_draft_does_not_change_what_is_public(editor):
    organisation = OrganisationFactory(name="Before")
    editor.post(edit(organisation), submission(name="After"))
    assert Organisation.objects.get().name == "Before"
    assert latest(organisation).name == "After"


CHANNELS = [
    ("web_form", "https://red.example.org/form", "https://red.example.org/form"),
    ("email", " info@Red.Example.org ", "info@red.example.org"),
    ("phone", "+34 944 000 000", "+34944000000"),
    ("signal", "example.01", "example.01"),
    ("telegram", "https://t.me/redejemplo", "@redejemplo"),
    ("postal", "PO box 123, 48080 Bilbao", "PO box 123, 48080 Bilbao"),
]


@pytest.mark.parametrize(("kind", "typed", "kept"), CHANNELS)
def test_channels_are_kept_in_their_normal_form(editor, kind, typed, kept):
    response = save(editor, {"kind": kind, "value": typed})
    assert response.status_code == 302, form_errors(response)
    assert Organisation.objects.get().channels.get().value == kept


@pytest.mark.parametrize(
    ("channel", "field"),
    [
        ({"kind": "phone", "value": "944 000 000"}, "value"),
        ({"kind": "phone", "value": "call us"}, "value"),
        ({"kind": "email", "value": "info@"}, "value"),
        ({"kind": "email", "value": "javascript:alert(1)"}, "value"),
        ({"kind": "web_form", "value": "javascript:alert(1)"}, "value"),
        ({"kind": "web_form", "value": "http://red.example.org/form"}, "value"),
        ({"kind": "onion", "value": "https://short.onion/"}, "value"),
        ({"kind": "telegram", "value": "@x"}, "value"),
        ({"kind": "postal", "value": "Calle Mayor 5, Bilbao"}, "value"),
        ({"kind": "email", "value": "x" * 501}, "value"),
        ({"kind": "email", "value": "in\x00fo@example.org"}, "value"),
        ({"kind": "fax", "value": "+34944000000"}, "kind"),
        ({"kind": "phone", "value": "+34944000000", "label": "lunch"}, "label"),
        ({"kind": "phone", "value": "+34944000000", "languages": ["español"]}, "languages"),
        ({"kind": "phone", "value": "+34944000000", "pgp_fingerprint": "A" * 40}, "pgp_fingerprint"),
        ({"kind": "email", "value": "info@example.org", "pgp_fingerprint": "1234"}, "pgp_fingerprint"),
        ({"kind": "email", "value": "info@example.org", "pgp_fingerprint": "Z" * 40}, "pgp_fingerprint"),
        ({"kind": "email", "value": "info@example.org", "pgp_fingerprint": "A" * 101}, "pgp_fingerprint"),
    ],
)
def test_a_channel_that_cannot_be_is_refused_at_its_field(editor, channel, field):
    response = save(editor, channel)
    assert list(form_errors(response)) == [f"channels-0-{field}"]
    assert response.context["form"].formsets["channels"].forms[0]["value"].value() == channel["value"]


def test_the_same_channel_twice_is_refused_however_it_is_written(editor):
    phones = [{"kind": "phone", "value": "+34 944 000 000"}, {"kind": "phone", "value": "+34944000000"}]
    assert list(form_errors(save(editor, *phones))) == ["channels-1-value"]
    phones[0]["DELETE"] = "on"
    assert save(editor, *phones).status_code == 302


def test_an_empty_channel_cannot_be_published(editor):
    response = save(editor, {"kind": "email", "value": "", "urgent": "on"}, **{"action-publish": "x"})
    assert list(form_errors(response)) == ["channels-0-value"]


STREET = {"kind": "postal", "value": "Calle Mayor 5, 48001 Bilbao"}
OFFICE = {"precision": "exact", "country": "ES", "point__typed": "43.26271, -2.92528"}


def test_a_street_goes_with_an_exact_place_of_the_same_form(editor):
    data = submission(places=[OFFICE], channels=[STREET])
    response = editor.post(address("add"), data)
    assert response.status_code == 302, form_errors(response)


def test_a_street_is_refused_as_soon_as_the_place_is_not_exact_any_more(editor):
    organisation = OrganisationFactory(office_in_bilbao=True, channels=[STREET])
    place, channel = organisation.places.get(), organisation.channels.get()
    coarser = stored_place(place, precision="country")
    data = submission(
        places=[coarser], channels=[STREET | {"id": str(channel.pk)}], initial_places=1, initial_channels=1
    )
    assert list(form_errors(editor.post(edit(organisation), data))) == ["channels-0-value"]
    deleted = submission(
        places=[stored_place(place, DELETE="on")],
        channels=[STREET | {"id": str(channel.pk)}],
        initial_places=1,
        initial_channels=1,
    )
    assert list(form_errors(editor.post(edit(organisation), deleted))) == ["channels-0-value"]


def test_saving_is_never_done_without_the_editor_asking(editor):
    organisation = OrganisationFactory()
    for page in (address("add"), edit(organisation)):
        response = editor.get(page)
        assert response.context["autosave_enabled"] is False
        assert "w-autosave" not in response.content.decode().split("<form", 2)[-1].split(">")[0]
