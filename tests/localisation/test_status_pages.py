"""The state of guidance pages: what a translator sees of them counts, and nothing else."""

import pytest
from wagtail.models import Page
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.localisation.backfill import fill_in
from cms.localisation.status import changed_sentences, confirm_still_right, is_outdated, state_of, states
from cms.models import HomePage, StandardPage
from tests.factories import OrganisationFactory, OrganisationTextFactory, image, locale

pytestmark = pytest.mark.django_db


def text_block(text, block_id):
    return {"type": "rich_text", "value": text, "id": block_id}


def picture_block(picture, block_id="p"):
    return {"type": "image", "value": {"image": picture.pk, "alt": "Un río", "caption": ""}, "id": block_id}


@pytest.fixture(autouse=True)
def commits_at_once(monkeypatch):
    """What waits for the end of a transaction happens at once: tests run inside one."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda function, **kwargs: function())


@pytest.fixture
def spanish(languages):
    """A public Spanish page with two texts and a picture."""
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Inicio", slug="inicio", locale=locale("es")))
    home.save_revision().publish()
    page = StandardPage(title="Sobre", slug="sobre", introduction="Quiénes somos.", locale=locale("es"))
    page.body = [
        text_block("<p>Uno.</p><p>Dos.</p>", "a"),
        text_block("<p>Tres.</p>", "b"),
        picture_block(image()),
    ]
    home.add_child(instance=page)
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def basque(spanish):
    """Its public Basque translation, made with wagtail-localize."""
    source, _ = TranslationSource.update_or_create_from_instance(spanish)
    translation = Translation.objects.create(source=source, target_locale=locale("eu"))
    StringTranslation.objects.bulk_create(
        StringTranslation(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            data=f"eu-{segment.string.data}",
        )
        for segment in source.stringsegment_set.select_related("string", "context")
    )
    translation.save_target(publish=True)
    return StandardPage.objects.get(locale=translation.target_locale)


def change(page, publish=True, **fields):
    """Save a version of a page as its form does; return the row."""
    version = StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(version, name, value)
    revision = version.save_revision()
    if publish:
        revision.publish()
    return StandardPage.objects.get(pk=page.pk)


def test_a_translated_page_is_public_and_remembers_its_source(spanish, basque):
    assert basque.translated_from == spanish.content_digest == spanish.digest()
    assert {
        language: state.code for language, state in states([spanish])[spanish.translation_key].items()
    } == {
        "es": "public",
        "eu": "public",
        "en": "missing",
        "fr": "missing",
        "ar": "missing",
    }


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Acerca de"},
        {"introduction": "Quién la impulsa."},
        {"introduction": ""},
        {"search_description": "La iniciativa."},
        {"body": [text_block("<p>Uno.</p><p>Dos.</p>", "a")]},
        {"body": [text_block('<p><a href="https://example.org/">Uno.</a></p>', "a")]},
    ],
)
def test_a_page_is_outdated_once_words_of_its_source_changed(spanish, basque, fields):
    change(spanish, **fields)
    assert state_of(basque).code == "outdated"


def test_a_change_that_no_translator_sees_outdates_no_page(spanish, basque):
    first, second, _ = spanish.body.raw_data
    change(
        spanish,
        slug="acerca-de",
        body=[dict(second), picture_block(image()), dict(first)],
        sources=[{"type": "source", "value": {"title": "Informe", "url": "https://example.org/"}}],
        is_sample=True,
        show_in_menus=False,
    )
    assert state_of(basque).code == "public"


def test_a_draft_of_a_source_page_outdates_nothing(spanish, basque):
    change(spanish, publish=False, title="Acerca de")
    assert state_of(basque).code == "public"


def test_publishing_an_outdated_page_again_does_not_make_it_current(spanish, basque):
    change(spanish, title="Acerca de")
    change(basque)
    assert state_of(basque).code == "outdated"
    confirm_still_right(basque, None)
    assert state_of(basque).code == "public"


def test_a_page_that_repeats_another_language_is_missing(spanish):
    parent = HomePage.objects.get(locale__language_code="es").copy_for_translation(locale("eu"))
    spanish.create_alias(parent=parent, update_locale=locale("eu"), reset_translation_key=False)
    assert state_of(spanish, "eu").code == "missing"


def test_a_copy_of_a_translated_page_is_no_translation(basque):
    copy = basque.copy(update_attrs={"title": "Kopia", "slug": "kopia"}, reset_translation_key=True)
    copy.refresh_from_db()
    assert copy.translated_from == ""
    assert state_of(copy, "es").code == "missing"


def test_the_changed_sentences_of_a_page_are_found_by_their_block(spanish, basque):
    *_, picture = spanish.body.raw_data
    change(
        spanish,
        introduction="Quién la impulsa.",
        body=[
            text_block("<p>Uno.</p><p>Nuevo.</p><p>Dos y medio.</p>", "a"),
            dict(picture),
            text_block("<p>Cuatro.</p>", "c"),
        ],
    )
    basque.refresh_from_db()
    found = [(change.path, change.before, change.after) for change in changed_sentences(basque)]
    assert found == [
        ("introduction", "Quiénes somos.", "Quién la impulsa."),
        ("body.a", "Dos.", "Nuevo."),
        ("body.a", None, "Dos y medio."),
        ("body.c", None, "Cuatro."),
        ("body.b", "Tres.", None),
    ]


def test_changed_sentences_name_their_field_for_editors(spanish, basque):
    change(spanish, introduction="Quién la impulsa.")
    (changed,) = changed_sentences(StandardPage.objects.get(pk=basque.pk))
    assert changed.field == str(StandardPage._meta.get_field("introduction").verbose_name)


def test_nothing_changed_is_an_empty_list(spanish, basque):
    assert changed_sentences(basque) == []
    assert changed_sentences(spanish) == []
    change(spanish, title="Acerca de").unpublish()
    assert changed_sentences(basque) == []


def test_without_the_version_it_was_made_from_no_sentence_is_named(spanish, basque):
    spanish = change(spanish, title="Acerca de")
    spanish.revisions.exclude(pk=spanish.latest_revision_id).delete()
    assert is_outdated(basque, spanish)
    assert changed_sentences(basque) == []


def test_the_sentences_of_an_unsaved_version_can_be_asked_for(spanish, basque):
    spanish = change(spanish, title="Acerca de")
    draft = basque.get_latest_revision_as_object()
    assert [(one.before, one.after) for one in changed_sentences(draft)] == [("Sobre", "Acerca de")]
    draft.translated_from = spanish.content_digest
    assert changed_sentences(draft) == []


def test_rows_from_before_digests_are_taken_to_be_made_from_what_is_public(spanish, basque):
    StandardPage.objects.update(content_digest="", translated_from="")
    fill_in()
    spanish.refresh_from_db()
    basque.refresh_from_db()
    assert basque.translated_from == spanish.content_digest == spanish.digest()
    change(spanish, title="Acerca de")
    assert state_of(basque).code == "outdated"


def test_digests_wait_until_every_migration_is_applied(spanish):
    class AppsHalfWay:
        def get_model(self, label):
            raise LookupError(label)

    StandardPage.objects.update(content_digest="")
    fill_in(apps=AppsHalfWay())
    spanish.refresh_from_db()
    assert spanish.content_digest == ""


def test_a_text_that_was_outdated_before_digests_stays_outdated(languages):
    organisation = OrganisationFactory(texts={"es": "Hola"})
    text = OrganisationTextFactory(organisation=organisation, language="eu", summary="Kaixo")
    type(text).objects.update(content_digest="")
    type(text).objects.filter(pk=text.pk).update(translated_from="0" * 64)
    fill_in()
    assert state_of(text).code == "outdated"


def test_saving_some_columns_keeps_the_digest_in_step(spanish):
    spanish.introduction = "Otra."
    spanish.save(update_fields=["introduction"], clean=False)
    spanish.refresh_from_db()
    assert spanish.content_digest == spanish.digest()


def test_blocks_made_in_code_have_paths_before_they_are_stored(spanish):
    page = StandardPage(
        title="Nueva", slug="nueva", locale=spanish.locale, body=[("rich_text", RichText("<p>Hola.</p>"))]
    )
    spanish.get_parent().add_child(instance=page)
    assert page.content_digest == StandardPage.objects.get(pk=page.pk).digest()
