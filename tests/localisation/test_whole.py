"""Whole translations: from a form by hand to side by side and back, without losing a word; never the source instead."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.editing.translations.addresses import address
from cms.localisation.memory import carry_over, learn
from cms.localisation.progress import progress_of
from tests.factories import locale
from tests.localisation.translating import (
    SPANISH,
    approved,
    public_words,
    republish,
    row,
    spanish_page,
    spanish_text,
    write,
)

pytestmark = pytest.mark.django_db

BY_HAND = {
    "summary": "Eskuz idatzia.",
    "description": "<p>Lehena.</p><p>Bigarrena.</p>",
    "how_to_ask_for_help": "<p>Deitu.</p>",
    "hours": "Goizez.",
}


@pytest.fixture
def by_hand(home):
    """A public Basque text that somebody wrote in its form."""
    source = spanish_text()
    text = source.copy_for_translation(locale("eu"))
    for name, words in BY_HAND.items():
        setattr(text, name, words)
    text.save()
    text.save_revision().publish()
    return type(text).objects.get(pk=text.pk)


def side_by_side(instance):
    return reverse("defenders_translate_side_by_side", args=[instance._meta.model_name, instance.pk])


def memory(language="eu"):
    found = StringTranslation.objects.filter(locale__language_code=language).exclude(context__path="slug")
    return dict(found.values_list("translation_of__data", "data"))


def progress(translation):
    return progress_of(translation.source, translation.target_locale)


def translation_of(instance):
    return Translation.objects.get(source__object_id=instance.translation_key, target_locale=instance.locale)


def test_a_text_written_by_hand_is_taken_over_word_by_word(people, by_hand):
    client = people("translator")
    html = client.get(address("edit", by_hand)).content.decode()
    assert side_by_side(by_hand) in html
    assert client.get(side_by_side(by_hand)).status_code == 200
    assert client.post(side_by_side(by_hand)).status_code == 302
    translation = translation_of(by_hand)
    assert progress(translation).is_finished
    assert memory()[SPANISH["summary"]] == "Eskuz idatzia."
    assert memory()["Da ayuda psicosocial."] == "Bigarrena."
    assert public_words(translation) == (True, *BY_HAND.values())


def test_taking_it_over_and_publishing_it_again_changes_no_word(people, by_hand):
    people("translator").post(side_by_side(by_hand))
    translation = translation_of(by_hand)
    translation.save_target(publish=True)
    before = row(translation)
    assert [getattr(before, name).replace(' data-block-key=""', "") for name in ("summary", "hours")] == [
        BY_HAND["summary"],
        BY_HAND["hours"],
    ]
    assert "Bigarrena." in before.description


def test_sentences_that_changed_since_it_was_written_wait_for_the_translator(people, by_hand):
    source = type(by_hand).objects.get(translation_key=by_hand.translation_key, locale__language_code="es")
    republish(source, summary="Otra cosa.")
    people("translator").post(side_by_side(by_hand))
    translation = translation_of(by_hand)
    assert progress(translation).missing == 1
    assert "Otra cosa." not in memory()


def test_what_is_changed_by_hand_in_between_is_not_lost(people, home):
    translation = approved(spanish_text())
    client = people("translator")
    client.post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    text = row(translation)
    text.hours = "Beti."
    text.save_revision().publish()
    client.post(side_by_side(text))
    translation.refresh_from_db()
    assert translation.enabled
    assert memory()["De 9 a 14."] == "Beti."


def test_stopping_loses_and_publishes_nothing(people, sent):
    write(sent)
    before = memory()
    response = people("translator").post(reverse("wagtail_localize:stop_translation", args=[sent.pk]))
    assert response.status_code == 302
    sent.refresh_from_db()
    assert not sent.enabled
    assert memory() == before
    assert not row(sent).live


def test_nobody_begins_or_stops_another_language(people, by_hand, text):
    client = people("french translator")
    client.post(reverse("wagtail_localize:stop_translation", args=[text.pk]))
    client.post(side_by_side(by_hand))
    text.refresh_from_db()
    assert text.enabled
    assert not Translation.objects.filter(source__object_id=by_hand.translation_key).exists()


def test_opening_the_address_of_stopping_stops_nothing(people, text):
    assert (
        people("translator").get(reverse("wagtail_localize:stop_translation", args=[text.pk])).status_code
        == 405
    )


@pytest.mark.parametrize(
    "path",
    [
        "organisationtext/999999",
        "organisationtext/x",
        "organisation/1",
        "nothing/1",
        f"organisationtext/{'9' * 30}",
    ],
)
def test_what_is_no_translation_is_not_found(people, path):
    assert people("editor").get(f"/en/admin/defenders/translate/{path}/").status_code == 404


def test_the_source_itself_is_no_translation(people, text):
    source = text.source.get_source_instance()
    assert people("editor").get("/en" + side_by_side(source)).status_code == 404
    assert side_by_side(source) not in people("editor").get(address("edit", source)).content.decode()


def test_a_translated_page_is_not_replaced_by_its_source(people, home):
    translation = approved(spanish_page(home))
    before = public_words(translation)
    target = reverse("wagtail_localize:convert_to_alias", args=[row(translation).pk])
    for role in ("translator", "editor", "reviewer"):
        assert people(role).post(target).status_code == 302
        assert people(role).get(target).status_code == 302
    assert public_words(translation) == before
    assert row(translation).alias_of is None


def test_the_ordinary_form_of_a_page_offers_no_replacement(people, home):
    translation = approved(spanish_page(home))
    people("editor").post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))
    html = people("editor").get(address("edit", row(translation))).content.decode()
    assert "localize-convert-to-alias" not in html
    assert "localize-restart-translation" not in html
    assert side_by_side(row(translation)) in html


def test_learning_twice_learns_nothing_new(by_hand):

    source_row = type(by_hand).objects.get(
        translation_key=by_hand.translation_key, locale__language_code="es"
    )
    source, _ = TranslationSource.get_or_create_from_instance(source_row)
    assert learn(source, by_hand, source_row) == 5
    assert learn(source, by_hand, source_row) == 0


def test_another_number_of_paragraphs_is_left_to_the_translator(by_hand):

    by_hand.description = "<p>Dena batera.</p>"
    source_row = type(by_hand).objects.get(
        translation_key=by_hand.translation_key, locale__language_code="es"
    )
    source, _ = TranslationSource.get_or_create_from_instance(source_row)
    assert learn(source, by_hand, source_row) == 3
    assert "Da ayuda jurídica." not in memory()


def test_a_confirmed_translation_keeps_its_words_for_the_changed_sentence(home):
    source = spanish_text()
    translation = approved(source)
    republish(
        source, description="<p>Da ayuda psicosocial.</p><p>Da ayuda jurídica gratis.</p>", summary="Otra."
    )
    translation.source.refresh_from_db()
    assert carry_over(translation.source, row(translation)) == 2
    assert memory()["Da ayuda jurídica gratis."] == "Laguntza juridikoa ematen du."
    assert memory()["Da ayuda psicosocial."] == "Laguntza psikosoziala ematen du."
