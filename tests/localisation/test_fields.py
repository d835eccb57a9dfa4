"""Exactly which fields go to translators and machines: a new field fails here until somebody has decided."""

import pytest
from django.apps import apps
from django.db import models
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields

from cms.localisation.gate import is_guarded
from cms.localisation.status import translated_models
from cms.pages.base import DefendersPage

PAGE = (
    "title",
    "slug",
    "seo_title",
    "search_description",
    "menu_title",
    "introduction",
    "body",
)
SAME_ON_PAGES = ("sources", "is_sample", "show_in_menus")

# Model -> what is translated, and what is the same in every language.
FIELDS = {
    "organisationtext": (("summary", "description", "how_to_ask_for_help", "hours"), ("organisation",)),
    "programmetext": (("summary", "description", "what_it_offers", "nominator_note"), ("programme",)),
    "trainingtext": (("summary", "description"), ("training",)),
    "testimonytext": (("quote", "context", "picture_alt"), ("testimony",)),
    "homepage": (PAGE, SAME_ON_PAGES),
    "whoaccompaniespage": (PAGE, SAME_ON_PAGES),
    "temporaryprotectionpage": (PAGE, SAME_ON_PAGES),
    "permanentprotectionpage": (PAGE, SAME_ON_PAGES),
    "trainingpage": (PAGE, SAME_ON_PAGES),
    "standardpage": (PAGE, (*SAME_ON_PAGES, "key")),
}

# Of each row, what no translation touches: keys, state, and what belongs to one language's page alone.
OWN = {
    "id",
    "locale",
    "translation_key",
    "live",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "live_revision",
    "latest_revision",
    "go_live_at",
    "expire_at",
    "expired",
    "locked",
    "locked_at",
    "locked_by",
    "translated_from",
    "content_digest",
}
FACTS = {"Organisation", "Programme", "Training", "Testimony", "Place", "ContactChannel", "Category"}


@pytest.mark.parametrize("model", translated_models(), ids=lambda model: model._meta.model_name)
def test_exactly_these_fields_are_translated(model):
    translated, same = FIELDS[model._meta.model_name]
    fields = get_translatable_fields(model)
    assert tuple(one.field_name for one in fields if isinstance(one, TranslatableField)) == translated
    assert {one.field_name for one in fields if isinstance(one, SynchronizedField)} == set(same)


def test_every_translated_model_is_in_the_table_and_goes_through_the_gate():
    assert {model._meta.model_name for model in translated_models()} == set(FIELDS)
    assert all(is_guarded(model) for model in translated_models())


@pytest.mark.parametrize("model", translated_models(), ids=lambda model: model._meta.model_name)
def test_every_field_of_a_model_is_decided_about(model):
    translated, same = FIELDS[model._meta.model_name]
    own = {field.name for field in model._meta.concrete_fields}
    if issubclass(model, Page):
        own -= {field.name for field in Page._meta.concrete_fields} | {"page_ptr"}
        assert DefendersPage in model.__mro__
        same = set(same) - {"show_in_menus"}
        translated = set(translated) - {field.name for field in Page._meta.concrete_fields}
    assert own - OWN == set(translated) | set(same)


def test_what_is_the_same_in_every_language_differs_in_none():
    for model in translated_models():
        for field in get_translatable_fields(model):
            if isinstance(field, SynchronizedField):
                assert field.overridable is False, (model, field)


def test_no_facts_are_translated():
    names = {
        model.__name__
        for model in apps.get_app_config("defenders").get_models()
        if issubclass(model, TranslatableMixin)
    }
    assert not names & FACTS


def test_what_is_translated_is_text():
    for model in translated_models():
        for name in FIELDS[model._meta.model_name][0]:
            assert (
                isinstance(model._meta.get_field(name), models.CharField | models.TextField) or name == "body"
            )
