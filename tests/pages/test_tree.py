"""Which page may stand where, and how many of a kind."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.models import (
    HomePage,
    PermanentProtectionPage,
    StandardPage,
    TemporaryProtectionPage,
    TrainingPage,
    WhoAccompaniesPage,
)
from cms.pages.standard import RESERVED_KEYS

SECTIONS = [WhoAccompaniesPage, TemporaryProtectionPage, PermanentProtectionPage, TrainingPage]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_stands_below_a_home_page_and_nowhere_else(section):
    assert section.allowed_parent_page_models() == [HomePage]


@pytest.mark.parametrize("section", SECTIONS)
def test_below_a_section_only_standard_pages_may_stand(section):
    assert section.allowed_subpage_models() == [StandardPage]


def test_a_home_page_may_stand_wherever_the_site_wants_it_but_below_no_page_of_ours():
    parents = HomePage.allowed_parent_page_models()
    assert Page in parents
    assert not {HomePage, StandardPage, *SECTIONS}.intersection(parents)


def test_a_standard_page_may_stand_below_every_page_of_ours():
    assert set(StandardPage.allowed_parent_page_models()) == {HomePage, StandardPage, *SECTIONS}


def test_every_type_has_the_key_of_the_public_contract():
    assert (
        {page.section_key for page in (HomePage, *SECTIONS)}
        == RESERVED_KEYS
        == {
            "home",
            "who-accompanies",
            "temporary-protection",
            "permanent-protection",
            "training",
        }
    )


def test_a_home_page_has_each_section_once(home, section):
    assert not TemporaryProtectionPage.can_create_at(home)
    assert TrainingPage.can_create_at(home)


def home_form(home, locale):
    """Return the form of a new home page in a language, checked."""
    data = {
        "title": "Otra",
        "slug": "otra",
        "body": streamfield([]),
        "sources": streamfield([]),
        "comments": inline_formset([]),
    }
    form_class = HomePage.get_edit_handler().get_form_class()
    form = form_class(nested_form_data(data), instance=HomePage(locale=locale), parent_page=home.get_parent())
    form.is_valid()
    return form


def test_a_second_home_page_in_a_language_is_refused_with_a_sentence(home, locales):
    assert home_form(home, locales["es"]).non_field_errors() == [
        "There is already a home page in this language. Edit that one."
    ]


def test_a_home_page_in_another_language_is_welcome(home, locales):
    assert home_form(home, locales["eu"]).errors == {}


@pytest.mark.parametrize("key", ["Acerca de", "sobre_", "a--b", "-a", "é", "about\n"])
def test_a_key_that_is_no_neutral_name_is_refused(home, key):
    with pytest.raises(ValidationError) as refused:
        home.add_child(instance=StandardPage(title="Otra", slug="otra", key=key))
    assert "key" in refused.value.message_dict


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("training", "This name belongs to a section of the site. Choose another."),
        ("about", "Another page in this language has this name already."),
    ],
)
def test_a_key_that_is_taken_is_refused(home, about, key, sentence):
    with pytest.raises(ValidationError) as refused:
        home.add_child(instance=StandardPage(title="Otra", slug="otra", key=key))
    assert refused.value.message_dict == {"key": [sentence]}


def test_several_pages_may_have_no_key(home):
    for slug in ("una", "otra"):
        home.add_child(instance=StandardPage(title=slug, slug=slug))
    assert StandardPage.objects.filter(key="").count() == 2


def test_a_copy_in_the_same_language_has_no_key(about):
    copy = about.copy(update_attrs={"slug": "copia"})
    assert copy.key == ""


def test_new_pages_are_in_the_menu_unless_somebody_says_otherwise(db):
    assert StandardPage().show_in_menus
