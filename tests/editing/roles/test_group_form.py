"""The languages of a group are ticked in its form."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from tests.editing.roles.forms import posted
from tests.editing.submissions import address

LANGUAGES = "defenders_languages-languages"


@pytest.fixture
def form(newsroom):
    """Return a function that posts the form of the translators' group with other languages, as the administrator."""
    group = Group.objects.get(defenders_role__key="translator-eu")
    where = reverse("wagtailusers_groups:edit", args=[group.pk])
    client = newsroom.client("administrator")

    def post(languages):
        data = posted(client.get(where))
        assert data[LANGUAGES] == ["eu"]
        return client.post(where, data | {LANGUAGES: languages})

    return post


def languages():
    group = Group.objects.get(defenders_role__key="translator-eu")
    return set(group.defenders_languages.values_list("language", flat=True))


@pytest.mark.parametrize("ticked", [["eu"], ["fr"], ["eu", "en", "fr"], []])
def test_what_is_ticked_is_kept(form, ticked):
    assert form(ticked).status_code == 302
    assert languages() == set(ticked)


@pytest.mark.parametrize("ticked", [["xx"], ["eu", "de"], ["\x00"]])
def test_a_language_that_is_none_of_the_five_is_refused(form, ticked):
    assert form(ticked).status_code == 200
    assert languages() == {"eu"}


def test_a_new_group_gets_its_languages(newsroom):
    client = newsroom.client("administrator")
    where = reverse("wagtailusers_groups:add")
    client.post(where, posted(client.get(where)) | {"name": "Français", LANGUAGES: ["fr"]})
    assert Group.objects.get(name="Français").defenders_languages.get().language == "fr"


def test_the_rights_of_a_group_hold_after_its_form_was_saved(newsroom, form):
    form(["eu"])
    client = newsroom.client("translator")
    text = newsroom.object("organisationtext eu")
    assert client.get(address("edit", text.pk, model="organisationtext")).status_code == 200
    home = newsroom.object("page eu")
    assert client.get(reverse("wagtailadmin_pages:edit", args=[home.pk])).status_code == 200
