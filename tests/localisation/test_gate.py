"""Translations are saved as versions: the row, and what is public, stay as they are until somebody publishes."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization, StringTranslation, TranslationSource

from cms.directory.visibility import public_pages, public_texts
from cms.localisation import gate
from cms.models import HomePage, OrganisationText, StandardPage
from tests.factories import locale
from tests.localisation.translating import (
    BASQUE,
    approved,
    public_words,
    republish,
    row,
    send,
    spanish_home,
    spanish_page,
    spanish_text,
    write,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("languages")]

WHAT_A_VERSION_WRITES = {
    "latest_revision",
    "has_unpublished_changes",
    "latest_revision_created_at",
    "draft_title",
}


def subjects():
    return [("text", spanish_text), ("page", lambda: spanish_page(spanish_home()))]


@pytest.fixture(params=subjects(), ids=lambda subject: subject[0])
def source(request):
    """A published source: a text, then a page."""
    return request.param[1]()


def kept(target):
    """Return every value of a row except what saving a version writes."""
    return {name: value for name, value in values(target).items() if name not in WHAT_A_VERSION_WRITES}


def values(target):
    fields = [field for field in target._meta.concrete_fields if field.name not in {"search_index"}]
    return {field.name: field.value_from_object(target) for field in fields}


def test_sending_publishes_nothing(source):
    translation = send(source)
    target = row(translation)
    assert not target.live
    assert (target.live_revision, target.first_published_at, target.last_published_at) == (None, None, None)
    assert {found.locale.language_code for found in (*public_texts(), *public_pages())} == {"es"}


def test_saving_a_draft_changes_no_value_of_the_public_row(source):
    translation = approved(source)
    before, version = kept(row(translation)), row(translation).latest_revision_id
    write(translation, {name: f"{text} (berria)" for name, text in BASQUE.items()})
    translation.save_target(publish=False)
    assert kept(row(translation)) == before
    assert row(translation).latest_revision_id != version
    assert row(translation).has_unpublished_changes


def test_the_draft_says_what_the_translator_wrote(source):
    translation = approved(source)
    write(translation, {name: f"{text} (berria)" for name, text in BASQUE.items()})
    translation.save_target(publish=False)
    draft = row(translation).get_latest_revision_as_object()
    assert all("berria" in str(text) for paths in draft.sentences().values() for text in paths)
    draft.latest_revision.publish()
    assert "berria" in str(public_words(translation))


def test_saving_a_first_draft_leaves_the_row_unpublished(source):
    translation = send(source)
    write(translation)
    translation.save_target(publish=False)
    assert not row(translation).live


def test_publishing_an_unfinished_translation_is_refused_and_changes_nothing(source):
    translation = send(source)
    write(translation, dict(list(BASQUE.items())[:1]))
    with pytest.raises(ValidationError, match="no translation yet"):
        translation.save_target(publish=True)
    assert not row(translation).live


def test_a_draft_of_a_public_translation_keeps_its_words_where_sentences_are_missing():
    source = spanish_text()
    translation = approved(source)
    republish(
        source,
        summary="Acompaña a toda persona.",
        description="<p>Da ayuda jurídica.</p><p>Da cobijo.</p>",
    )
    write(translation, {"Acompaña a toda persona.": "Pertsona guztiei laguntzen die."})
    translation.save_target(publish=False)
    draft = row(translation).get_latest_revision_as_object()
    assert draft.summary == "Pertsona guztiei laguntzen die."
    assert "psikosoziala" in draft.description
    assert "cobijo" not in draft.description
    assert public_words(translation)[1] == BASQUE["Acompaña a defensoras."]


def test_publishing_the_source_again_leaves_the_approved_words(source):
    translation = approved(source)
    before = public_words(translation)
    changes = {"title": "Otra cosa"} if isinstance(source, Page) else {"summary": "Otra cosa."}
    republish(source, **changes)
    assert public_words(translation) == before


def test_publishing_the_source_again_shows_its_new_sentences_to_translators(source):
    translation = approved(source)
    republish(source, **({"title": "Otra"} if isinstance(source, Page) else {"summary": "Otra"}))
    assert "Otra" in translation.source.stringsegment_set.values_list("string__data", flat=True)
    assert translation.get_progress()[0] - translation.get_progress()[1] >= 1


def test_a_draft_of_the_source_is_not_shown_to_translators():
    source = spanish_text()
    translation = approved(source)
    source.summary = "Solo un borrador."
    source.save_revision()
    translation.source.update_from_db()
    sentences = translation.source.stringsegment_set.values_list("string__data", flat=True)
    assert "Solo un borrador." not in sentences


def test_synchronising_and_publishing_in_code_keeps_the_approved_words(source):
    translation = approved(source)
    before = public_words(translation)
    republish(source, **({"title": "Otra"} if isinstance(source, Page) else {"summary": "Otra"}))
    translation.source.update_from_db()
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    assert public_words(translation) == before


def test_a_value_that_does_not_fit_is_marked_at_its_sentence_and_nothing_is_published():
    translation = send(spanish_text())
    write(translation, BASQUE | {"Acompaña a defensoras.": "a" * 301})
    with pytest.raises(ValidationError):
        translation.save_target(publish=True)
    marked = StringTranslation.objects.get(has_error=True)
    assert marked.context.path == "summary"
    assert "300" in marked.get_error()
    assert not row(translation).live


def test_a_page_whose_address_nobody_translated_gets_one_from_its_title():
    translation = approved(spanish_page(spanish_home()))
    assert row(translation).slug == "zer-den"


def test_a_public_page_keeps_its_address():
    source = spanish_page(spanish_home())
    translation = approved(source)
    write(translation, {"Qué es": "Zer da hau"})
    translation.save_target(publish=True)
    assert (row(translation).title, row(translation).slug) == ("Zer da hau", "zer-den")


def test_a_title_without_latin_letters_makes_an_address_too():
    translation = send(spanish_page(spanish_home()), "ar")
    write(translation, dict.fromkeys(BASQUE, "ما هو"))
    translation.save_target(publish=True)
    assert row(translation).slug == "ما-هو"


def test_a_text_that_exists_already_is_not_turned_into_the_source_language():
    source = spanish_text()
    english = source.copy_for_translation(locale("en"))
    english.summary = "Written by hand."
    english.save()
    english.save_revision().publish()
    translation = send(source, "en")
    assert public_words(translation)[:2] == (True, "Written by hand.")
    draft = row(translation).get_latest_revision_as_object()
    assert draft.summary == "Written by hand."


def test_a_restriction_of_the_source_page_goes_over_and_none_is_taken_away():
    source = spanish_page(spanish_home())
    translation = approved(source)
    source.view_restrictions.create(restriction_type="login")
    translation.save_target(publish=False)
    assert row(translation).view_restrictions.count() == 1
    source.view_restrictions.all().delete()
    translation.save_target(publish=False)
    assert row(translation).view_restrictions.count() == 1


def test_tree_synchronisation_makes_nothing_public():
    source = spanish_page(spanish_home())
    LocaleSynchronization.objects.create(locale=locale("fr"), sync_from=locale("es"))
    copies = StandardPage.objects.filter(locale__language_code="fr")
    assert copies.filter(alias_of__isnull=False).exists()
    assert not Page.objects.filter(locale__language_code="fr", live=True).exists()
    republish(source, title="Otra cosa")
    republish(HomePage.objects.get(locale__language_code="es"), title="Otra")
    assert not Page.objects.filter(locale__language_code="fr", live=True).exists()


def test_tree_synchronisation_leaves_translated_pages_alone():
    translation = approved(spanish_page(spanish_home()))
    before = public_words(translation)
    LocaleSynchronization.objects.create(locale=locale("eu"), sync_from=locale("es"))
    assert public_words(translation) == before


def test_a_repeated_page_that_is_sent_to_translators_becomes_a_page_of_its_own():
    source = spanish_page(spanish_home())
    LocaleSynchronization.objects.create(locale=locale("eu"), sync_from=locale("es"))
    translation = send(source)
    assert row(translation).alias_of is None
    write(translation)
    translation.save_target(publish=True)
    assert public_words(translation) == (True, "Zer den", "Sare bat.")


def test_a_repetition_in_the_same_language_is_published_as_ever():
    home = spanish_home()
    page = spanish_page(home)
    alias = page.create_alias(parent=home, update_slug="otra-vez")
    republish(page, title="Nuevo")
    alias.refresh_from_db()
    assert (alias.live, alias.title) == (True, "Nuevo")


def test_the_gate_is_for_texts_and_pages_of_this_app_only():
    assert gate.is_guarded(OrganisationText)
    assert gate.is_guarded(HomePage)
    assert not gate.is_guarded(Page)


def test_the_gate_fits_the_installed_version_and_is_put_up_once():
    assert gate.what_changed_in_localize() == []
    before = TranslationSource.create_or_update_translation
    gate.connect()
    assert TranslationSource.create_or_update_translation is before


def test_a_method_that_changed_is_named(monkeypatch):
    monkeypatch.setattr(TranslationSource, gate.METHOD, lambda self, locale: None)
    monkeypatch.delattr(TranslationSource, "as_instance")
    assert gate.what_changed_in_localize() == [
        "TranslationSource.create_or_update_translation",
        "TranslationSource.as_instance",
    ]
