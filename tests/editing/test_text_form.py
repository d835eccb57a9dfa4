"""Texts of organisations: one per language, about one organisation for good, translations of one another."""

import json

import pytest
from wagtail.users.models import UserProfile

from cms.models import OrganisationText
from tests.editing.submissions import address
from tests.factories import OrganisationFactory, OrganisationTextFactory, locale

pytestmark = pytest.mark.django_db

RICH = {"description": "null", "how_to_ask_for_help": "null"}


def add(language="es", organisation=None):
    query = f"?locale={language}" + (f"&organisation={organisation}" if organisation else "")
    return address("add", model="organisationtext") + query


def post(editor, organisation, language="es", /, **fields):
    data = {"organisation": getattr(organisation, "pk", organisation), "summary": "Acompaña.", "hours": ""}
    return editor.post(add(language), data | RICH | fields)


def test_organisation_and_language_of_the_address_are_chosen_already(editor):
    organisation = OrganisationFactory(texts={})
    form = editor.get(add("eu", organisation.pk)).context["form"]
    assert form.instance.locale == locale("eu")
    assert form["organisation"].value() == organisation.pk


@pytest.mark.parametrize("key", ["999", "abc", "-1", "", "9" * 40, "1%20OR%201=1"])
def test_an_organisation_that_does_not_exist_is_not_chosen(editor, key):
    response = editor.get(add("es", key))
    assert response.status_code == 200
    assert not response.context["form"]["organisation"].value()


@pytest.mark.parametrize("language", ["xx", "", "%00", "es-MX"])
def test_a_language_that_is_not_set_up_is_no_error_of_the_server(editor, language):
    assert editor.get(add(language), follow=True).status_code in {200, 400, 404}


def test_the_form_posts_to_where_language_and_organisation_are_kept(editor):
    organisation = OrganisationFactory(texts={})
    url = editor.get(add("eu", organisation.pk)).context["action_url"]
    assert "locale=eu" in url and f"organisation={organisation.pk}" in url


def test_a_second_text_in_a_language_is_refused_with_a_sentence_and_not_lost(editor):
    organisation = OrganisationFactory(texts={"es": "Uno."})
    response = post(editor, organisation, summary="Dos.")
    assert list(response.context["form"].errors) == ["organisation"]
    assert response.context["form"]["summary"].value() == "Dos."
    assert OrganisationText.objects.count() == 1


def test_the_texts_of_an_organisation_translate_one_another_also_when_written_afresh(editor):
    organisation = OrganisationFactory(texts={"es": "Uno."})
    post(editor, organisation, "eu", summary="Bat.")
    keys = OrganisationText.objects.values_list("translation_key", flat=True)
    assert len(keys) == 2 and len(set(keys)) == 1


def test_a_text_stays_with_its_organisation(editor):
    text = OrganisationTextFactory(organisation=OrganisationFactory(texts={}))
    other = OrganisationFactory(texts={})
    url = address("edit", text.pk, model="organisationtext")
    assert "organisation" not in editor.get(url).context["form"].fields
    editor.post(
        url, {"organisation": other.pk, "summary": "Otra.", "hours": ""} | RICH | {"action-publish": "x"}
    )
    text.refresh_from_db()
    assert (text.summary, text.organisation_id) == ("Otra.", text.organisation_id)
    assert text.organisation != other


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organisation", ""),
        ("organisation", "999"),
        ("organisation", "abc"),
        ("summary", "x" * 301),
        ("summary", "a\x00b"),
        ("summary", "a\x07b"),
        ("summary", "a\u202eb"),
        ("hours", "x" * 201),
        ("hours", "\x1b[31m"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_not_lost(editor, field, value):
    organisation = OrganisationFactory(texts={})
    response = post(editor, organisation, **{field: value})
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert not OrganisationText.objects.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"blocks": 5}', "<p>html</p>"])
def test_broken_rich_text_is_no_error_of_the_server(editor, content):
    response = post(editor, OrganisationFactory(texts={}), description=content)
    assert list(response.context["form"].errors) == ["description"]


def test_rich_text_keeps_only_what_is_allowed(editor):
    block = {
        "text": "Hola",
        "type": "header-one",
        "depth": 0,
        "key": "a",
        "inlineStyleRanges": [],
        "entityRanges": [],
    }
    post(editor, OrganisationFactory(texts={}), description=json.dumps({"blocks": [block], "entityMap": {}}))
    assert "<h1" not in OrganisationText.objects.get().description


def test_a_text_leads_back_to_the_facts_for_who_may_change_them(editor, client_with):
    text = OrganisationTextFactory(organisation=OrganisationFactory(texts={}))
    facts = address("edit", text.organisation_id)
    page = address("edit", text.pk, model="organisationtext")
    assert facts in editor.get(page).content.decode()
    assert facts not in client_with("change_organisationtext").get(page).content.decode()


def test_a_spanish_text_can_be_sent_to_translation(editor):
    from django.urls import reverse

    text = OrganisationTextFactory(organisation=OrganisationFactory(texts={}))
    url = reverse(
        "wagtail_localize:submit_snippet_translation", args=["defenders", "organisationtext", text.pk]
    )
    assert editor.get(url).status_code == 200
    assert editor.post(url, {"locales": [locale("eu").pk]}).status_code == 302
    copy = OrganisationText.objects.get(locale=locale("eu"))
    assert not copy.live
    assert editor.get(address("edit", copy.pk, model="organisationtext")).status_code == 200


@pytest.mark.parametrize(("language", "heading"), [("es", "Idioma"), ("en", "Language")])
def test_the_headings_of_the_listing_follow_the_language_of_the_editor(editor, admin_user, language, heading):
    profile = UserProfile.get_for_user(admin_user)
    profile.preferred_language = language
    profile.save()
    OrganisationFactory()
    assert heading in editor.get(address("list", model="organisationtext")).content.decode()
