"""The state of a translation follows from what it and its source say, and from nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.log_actions import registry
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.localisation.status import (
    NothingToConfirm,
    confirm_still_right,
    is_outdated,
    state_of,
    states,
    translated_models,
)
from cms.models import OrganisationText
from tests.factories import (
    OrganisationFactory,
    OrganisationTextFactory,
    ProgrammeFactory,
    ProgrammeTextFactory,
    locale,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation(languages):
    """A public organisation with a public Spanish text."""
    return OrganisationFactory(texts={"es": "Hola"})


@pytest.fixture
def source(organisation):
    """Its Spanish text."""
    return organisation.texts.get()


@pytest.fixture
def basque(organisation, source):
    """Its public Basque text, written in the form."""
    return OrganisationTextFactory(organisation=organisation, language="eu", summary="Kaixo")


def change(text, publish=True, **fields):
    """Save a version of a text as its form does, from the latest one; return the row."""
    text = type(text).objects.get(pk=text.pk)
    version = text.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(version, name, value)
    revision = version.save_revision()
    if publish:
        revision.publish()
    return type(text).objects.get(pk=text.pk)


def translate(source, language, strings, publish=True):
    """Translate with wagtail-localize what its frozen source says; `strings` maps path to translation."""
    frozen, _ = TranslationSource.get_or_create_from_instance(source)
    translation, _ = Translation.objects.get_or_create(source=frozen, target_locale=locale(language))
    for segment in frozen.stringsegment_set.filter(context__path__in=strings):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": strings[segment.context.path]},
        )
    translation.save_target(publish=publish)
    return type(source).objects.get(translation_key=source.translation_key, locale=translation.target_locale)


@pytest.fixture(autouse=True)
def commits_at_once(monkeypatch):
    """What waits for the end of a transaction happens at once: tests run inside one."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda function, **kwargs: function())


def test_a_language_without_a_row_is_missing(source):
    assert state_of(source).code == "public"
    assert state_of(source, "eu").code == "missing"
    assert state_of(source, "eu").pk is None


def test_a_translation_that_nobody_sees_yet_is_a_draft(organisation, source):
    text = OrganisationTextFactory(organisation=organisation, language="eu", summary="Kaixo", published=False)
    state = state_of(source, "eu")
    assert (state.code, state.pk, state.is_public) == ("draft", text.pk, False)


def test_a_public_translation_is_public_and_its_newer_draft_is_said_beside_it(source, basque):
    assert state_of(basque).code == "public"
    change(basque, publish=False, summary="Kaixo!")
    assert (state_of(basque).code, state_of(basque).newer) == ("public", "draft")


def test_an_expired_translation_is_a_draft_again(source, basque):
    OrganisationText.objects.filter(pk=basque.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert state_of(source, "eu").code == "draft"


def review(text, user):
    """Send a text to review."""
    task = GroupApprovalTask.objects.create(name="Review")
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow.start(text, user)


def test_a_draft_in_review_says_so_until_it_is_sent_back(organisation, source, admin_user):
    text = OrganisationTextFactory(organisation=organisation, language="eu", summary="Kaixo", published=False)
    started = review(text, admin_user)
    assert state_of(text).code == "in_review"
    started.current_task_state.reject(user=admin_user)
    assert state_of(text).code == "draft"


def test_a_review_of_a_newer_version_leaves_the_public_one_public(basque, admin_user):
    text = change(basque, publish=False, summary="Kaixo!")
    review(text, admin_user)
    assert (state_of(basque).code, state_of(basque).newer) == ("public", "in_review")


def test_a_translation_is_outdated_once_its_public_source_changed(source, basque):
    source = change(source, summary="Adiós")
    basque.refresh_from_db()
    assert is_outdated(basque, source)
    assert state_of(basque).code == "outdated"
    assert state_of(basque).is_public


def test_a_draft_of_the_source_changes_nothing(source, basque):
    change(source, publish=False, summary="Adiós")
    assert state_of(basque).code == "public"


def test_a_source_with_its_old_sentences_back_outdates_nothing(source, basque):
    change(source, summary="Adiós")
    change(source, summary="Hola")
    assert state_of(basque).code == "public"


def test_an_unpublished_source_outdates_nothing(source, basque):
    change(source, summary="Adiós").unpublish()
    assert state_of(basque).code == "public"
    assert state_of(source).code == "draft"


def test_a_source_that_says_the_same_in_other_markup_outdates_nothing(organisation, basque):
    spanish = organisation.texts.get(locale__language_code="es")
    spanish = change(spanish, description="<p>Uno.</p>")
    basque = change(basque, description="<p>Bat.</p>")
    confirm_still_right(basque, None)
    change(spanish, description='<p data-block-key="a1b2c">Uno.</p>')
    assert state_of(basque).code == "public"


@pytest.mark.parametrize(
    "description",
    [
        "<p>Uno.</p><p>Dos.</p>",
        "<p>Un.</p>",
        '<p><a href="https://example.org/b">Uno.</a></p>',
        "<p>U<b>no</b>.</p>",
    ],
)
def test_words_addresses_and_emphasis_count(source, basque, description):
    source = change(source, description="<p>Uno.</p>")
    confirm_still_right(basque, None)
    assert state_of(basque).code == "public"
    change(source, description=description)
    assert state_of(basque).code == "outdated"


def test_saving_a_draft_of_an_outdated_translation_does_not_make_it_current(source, basque):
    change(source, summary="Adiós")
    change(basque, publish=False, summary="Agur")
    assert state_of(basque).code == "outdated"


def test_publishing_an_outdated_translation_again_does_not_make_it_current(source, basque):
    change(source, summary="Adiós")
    change(basque)
    assert state_of(basque).code == "outdated"
    change(basque, summary="Kaixo!")
    assert state_of(basque).code == "outdated"


def test_a_translation_is_made_from_the_source_that_was_public_when_it_was_first_written(
    organisation, source
):
    text = OrganisationTextFactory(organisation=organisation, language="eu", summary="Kaixo", published=False)
    change(source, summary="Adiós")
    change(text)
    assert state_of(text).code == "outdated"


def test_a_translation_written_before_its_source_is_compared_from_its_next_publication(languages):
    organisation = OrganisationFactory(texts={"eu": "Kaixo"})
    basque = organisation.texts.get()
    source = OrganisationTextFactory(organisation=organisation, summary="Hola")
    assert state_of(basque).code == "public"
    change(source, summary="Buenas")
    assert state_of(basque).code == "public"
    change(basque, summary="Kaixo!")
    change(source, summary="Adiós")
    assert state_of(basque).code == "outdated"


def test_a_draft_by_localize_is_made_from_what_translators_saw_whatever_the_source_says_by_then(source):
    basque = translate(source, "eu", {"summary": "Kaixo"}, publish=False)
    change(source, summary="Adiós")
    assert state_of(basque).code == "draft"
    change(basque)
    assert state_of(basque).code == "outdated"


def test_a_version_that_does_not_follow_all_of_its_source_stays_outdated(source):
    source = change(source, hours="De 9 a 5")
    basque = translate(source, "eu", {"summary": "Kaixo", "hours": "9-5"})
    source = change(source, summary="Adiós")
    basque = translate(source, "eu", {"hours": "9etatik 5etara"}, publish=False)
    assert (state_of(basque).code, state_of(basque).newer) == ("outdated", "draft")
    assert change(basque).hours == "9etatik 5etara"
    assert state_of(basque).code == "outdated"


def test_following_the_source_with_localize_makes_a_translation_public_again(source):
    basque = translate(source, "eu", {"summary": "Kaixo"})
    source = change(source, summary="Adiós")
    assert state_of(basque).code == "outdated"
    translate(source, "eu", {"summary": "Agur"})
    assert state_of(basque).code == "public"


def test_a_draft_that_follows_the_source_counts_once_it_is_published(source):
    basque = translate(source, "eu", {"summary": "Kaixo"})
    source = change(source, summary="Adiós")
    basque = translate(source, "eu", {"summary": "Agur"}, publish=False)
    assert (state_of(basque).code, state_of(basque).newer) == ("outdated", "draft")
    basque = change(basque)
    assert basque.summary == "Agur"
    assert state_of(basque).code == "public"


def test_an_older_version_brings_back_what_it_was_made_from(source):
    basque = translate(source, "eu", {"summary": "Kaixo"})
    older = basque.latest_revision
    source = change(source, summary="Adiós")
    basque = translate(source, "eu", {"summary": "Agur"})
    assert state_of(basque).code == "public"
    older.refresh_from_db()
    older.publish()
    assert state_of(basque).code == "outdated"


def test_a_translation_from_another_language_than_the_source_says_nothing(languages):
    organisation = OrganisationFactory(texts={"en": "Hello"})
    basque = translate(organisation.texts.get(), "eu", {"summary": "Kaixo"})
    assert basque.translated_from == ""
    assert state_of(basque).code == "public"


def test_confirming_that_it_is_still_right_makes_it_public_again(source, basque, admin_user):
    change(source, summary="Hola.")
    confirm_still_right(basque, admin_user)
    assert state_of(basque).code == "public"
    change(basque, summary="Kaixo.")
    assert state_of(basque).code == "public"
    change(source, summary="Adiós")
    assert state_of(basque).code == "outdated"


def test_confirming_a_newer_draft_holds_once_it_is_published(source, basque, admin_user):
    change(source, summary="Adiós")
    change(basque, publish=False, summary="Agur")
    confirm_still_right(basque, admin_user)
    assert state_of(basque).code == "outdated"
    change(basque)
    assert state_of(basque).code == "public"


def test_confirming_is_in_the_history(source, basque, admin_user):
    change(source, summary="Hola.")
    confirm_still_right(basque, admin_user)
    entry = registry.get_logs_for_instance(basque).filter(action="defenders.confirm_translation").get()
    assert entry.user == admin_user
    assert "still right" in str(entry.message)


def test_without_a_public_source_there_is_nothing_to_confirm(source, basque, admin_user):
    source.unpublish()
    with pytest.raises(NothingToConfirm):
        confirm_still_right(basque, admin_user)
    with pytest.raises(NothingToConfirm):
        confirm_still_right(source, admin_user)


def test_asking_whether_it_is_outdated_asks_the_database_nothing(source, basque, django_assert_num_queries):
    basque.refresh_from_db()
    with django_assert_num_queries(0):
        assert not is_outdated(basque, source)


def test_the_states_of_many_take_as_many_queries_as_those_of_few(languages, django_assert_num_queries):
    texts = [OrganisationFactory(texts={"es": "Hola", "eu": "Kaixo"}).texts.first() for _ in range(3)]
    texts += [ProgrammeFactory().texts.first() for _ in range(2)]
    with django_assert_num_queries(3):
        states(texts[-2:] + texts[:1])
    with django_assert_num_queries(3):
        found = states(texts)
    assert [found[text.translation_key]["eu"].code for text in texts] == ["public"] * 3 + ["missing"] * 2
    assert set(found[texts[0].translation_key]) == {"es", "eu", "en", "fr", "ar"}


def test_all_texts_and_guidance_pages_are_translated():
    names = [model.__name__ for model in translated_models()]
    assert set(names[:4]) == {"OrganisationText", "ProgrammeText", "TrainingText", "TestimonyText"}
    assert set(names[4:]) == {
        "HomePage",
        "WhoAccompaniesPage",
        "TemporaryProtectionPage",
        "PermanentProtectionPage",
        "TrainingPage",
        "StandardPage",
    }


def test_programme_texts_have_states_too(languages):
    programme = ProgrammeFactory(texts={"es": "Seis meses"})
    ProgrammeTextFactory(programme=programme, language="fr", summary="Six mois")
    source = programme.texts.get(locale__language_code="es")
    change(source, summary="Siete meses")
    assert state_of(source, "fr").code == "outdated"
