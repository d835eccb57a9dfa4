"""Sending something to a translator makes nothing public, and a translation remembers its source."""

import pytest
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms.directory.visibility import public_pages, public_texts
from cms.models import HomePage, OrganisationText
from tests.factories import OrganisationFactory, OrganisationTextFactory, locale

pytestmark = pytest.mark.django_db


def submit(instance, language):
    """Do what the form "Translate this" does."""
    source, _ = TranslationSource.update_or_create_from_instance(instance)
    translation = Translation.objects.create(source=source, target_locale=locale(language))
    translation.save_target(publish=False)
    return translation


def test_a_text_sent_to_a_translator_is_not_public_and_was_never_published(languages):
    text = OrganisationFactory(texts={"es": "Hola"}).texts.get()
    submit(text, "eu")
    copy = OrganisationText.objects.get(locale__language_code="eu")
    assert not copy.live
    assert (copy.live_revision, copy.first_published_at, copy.last_published_at) == (None, None, None)
    assert [one.language for one in public_texts()] == ["es"]


def test_a_page_sent_to_a_translator_is_not_public_and_was_never_published(languages):
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Inicio", slug="inicio", locale=locale("es")))
    home.save_revision().publish()
    submit(HomePage.objects.get(), "eu")
    copy = HomePage.objects.get(locale__language_code="eu")
    assert not copy.live
    assert copy.live_revision is None
    assert not public_pages().filter(pk=copy.pk).exists()


def test_publishing_a_translation_remembers_the_source_it_was_made_from():
    organisation = OrganisationFactory(texts={"es": "Hola"})
    translation = OrganisationTextFactory(organisation=organisation, language="eu", summary="Kaixo")
    translation.refresh_from_db()
    assert translation.translated_from == organisation.texts.get(locale__language_code="es").digest()


def test_an_older_draft_of_a_translation_does_not_change_what_it_was_made_from():
    organisation = OrganisationFactory(texts={"es": "Hola"})
    translation = OrganisationTextFactory(organisation=organisation, language="eu", summary="Kaixo")
    translation.refresh_from_db()
    assert translation.latest_revision.as_object().translated_from == translation.translated_from
