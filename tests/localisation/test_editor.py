"""The translation editor: who sees what, and that every way to the public leads through a review."""

import json

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from cms.editing.translations.addresses import address
from cms.models import OrganisationText
from tests.localisation.translating import (
    BASQUE,
    approved,
    public_words,
    republish,
    row,
    send,
    spanish_text,
    write,
)

pytestmark = pytest.mark.django_db


def edit(translation):
    return address("edit", row(translation))


def open_editor(client, translation):
    """Return the response and what wagtail-localize's editor is given."""
    response = client.get(edit(translation))
    assert response.status_code == 200
    return response, json.loads(response.context["props"])


def act(client, translation, action, **fields):
    return client.post(edit(translation), {"action": action, **fields})


def sentences(response):
    """Return the messages of the page that follows."""
    return [str(message) for message in response.wsgi_request._messages]


def submitted(people, translation):
    """Return a translation that the translator finished and submitted."""
    write(translation, last_translated_by=people("translator").user)
    response = act(people("translator"), translation, "submit")
    assert response.status_code == 302
    return translation


def test_a_translator_opens_her_own_language_only(people, sent):
    assert people("translator").get(edit(sent)).status_code == 200
    assert people("french translator").get(edit(sent)).status_code in {302, 403}


def test_the_editor_offers_no_action_of_localize(people, sent):
    _, props = open_editor(people("translator"), sent)
    assert not any(props["perms"].values())
    assert props["previewModes"] == []
    assert props["links"]["convertToAliasUrl"] is None
    assert props["machineTranslator"] is None


def test_who_may_not_publish_alone_is_offered_a_review(people, sent):
    write(sent)
    for role in ("translator", "editor", "reviewer"):
        html = open_editor(people(role), sent)[0].content.decode()
        assert 'value="submit"' in html, role
        assert 'value="publish"' not in html, role


def test_who_may_publish_alone_is_offered_both(people, sent, settings):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = True
    write(sent)
    html = open_editor(people("reviewer"), sent)[0].content.decode()
    assert 'value="publish"' in html
    assert 'value="submit"' in html


@pytest.mark.parametrize("role", ["translator", "editor", "reviewer"])
def test_nobody_publishes_alone_by_posting_what_is_not_offered(people, sent, role):
    write(sent)
    assert act(people(role), sent, "publish").status_code in {302, 403}
    assert not row(sent).live


def test_a_reviewer_publishes_alone_where_the_setting_says_so(people, sent, settings):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = True
    write(sent)
    act(people("reviewer"), sent, "publish")
    assert row(sent).live


@pytest.mark.parametrize("action", ["submit", "publish"])
def test_an_unfinished_translation_goes_nowhere(people, sent, settings, action):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = True
    write(sent, dict(list(BASQUE.items())[:1]))
    response = act(people("reviewer"), sent, action)
    assert "no translation yet" in " ".join(sentences(response))
    assert not row(sent).live
    assert row(sent).current_workflow_state is None


def test_submitting_starts_a_review_and_publishes_nothing(people, sent):
    submitted(people, sent)
    target = row(sent)
    assert not target.live
    assert target.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    assert target.latest_revision.user == people("translator").user


def test_a_second_person_approves_and_exactly_what_was_submitted_is_public(people, sent):
    submitted(people, sent)
    response, _ = open_editor(people("reviewer"), sent)
    approval = response.context["review_url"]["approve"]
    people("reviewer").post(approval, {"comment": "", "next": edit(sent)})
    assert row(sent).live
    assert any(word in str(public_words(sent)) for word in ("Defendatzaileei", "Zer den"))


def test_whoever_submitted_it_does_not_approve_it(people, sent):
    write(sent)
    act(people("reviewer"), sent, "submit")
    response, _ = open_editor(people("reviewer"), sent)
    assert "approve" not in response.context["review_url"]


def test_a_reviewer_asks_for_changes_and_the_translator_reads_why(people, sent):
    submitted(people, sent)
    response, _ = open_editor(people("reviewer"), sent)
    people("reviewer").post(response.context["review_url"]["reject"], {"comment": "Mesedez, begiratu."})
    assert not row(sent).live
    html = open_editor(people("translator"), sent)[0].content.decode()
    assert "Mesedez, begiratu." in html
    assert act(people("translator"), sent, "submit").status_code == 302
    assert row(sent).workflow_in_progress


def test_what_was_changed_after_submitting_is_not_approved_unseen(people, sent):
    submitted(people, sent)
    write(sent, {name: f"{words} berria" for name, words in BASQUE.items()})
    response, _ = open_editor(people("reviewer"), sent)
    html = response.content.decode()
    assert "differs from what was submitted" in html
    assert "Approve and publish" not in html
    assert "Ask for changes" in html


def test_a_reviewer_who_submits_it_again_starts_a_new_review_of_what_is_written(people, sent):
    submitted(people, sent)
    first = row(sent).current_workflow_state
    act(people("reviewer"), sent, "submit")
    assert row(sent).current_workflow_state == first
    write(sent, {name: f"{words} berria" for name, words in BASQUE.items()})
    act(people("reviewer"), sent, "submit")
    second = row(sent).current_workflow_state
    assert second != first
    assert second.requested_by == people("reviewer").user
    assert second.current_task_state.revision == row(sent).latest_revision


def test_during_its_review_the_translator_changes_nothing(people, sent):
    submitted(people, sent)
    _, props = open_editor(people("translator"), sent)
    assert props["object"]["isLocked"]
    versions = row(sent).revisions.count()
    for action in ("submit", "save-draft", "confirm", "confirm-machine", "publish"):
        act(people("translator"), sent, action)
    assert row(sent).revisions.count() == versions
    assert not row(sent).live


def test_the_translator_takes_it_back_out_of_its_review(people, sent):
    submitted(people, sent)
    act(people("translator"), sent, "cancel-review")
    assert row(sent).current_workflow_state is None


def test_saving_a_draft_changes_nothing_public(people, home, text):
    write(text)
    text.save_target(publish=True)
    write(text, {"De 9 a 14.": "Goizez."})
    before = public_words(text)
    response = act(people("translator"), text, "save-draft")
    assert "as a draft" in " ".join(sentences(response))
    assert public_words(text) == before
    assert row(text).get_latest_revision_as_object().hours == "Goizez."


def test_an_unknown_action_is_refused(people, sent):
    assert act(people("translator"), sent, "explode").status_code in {302, 403}
    assert people("translator").post(edit(sent)).status_code in {302, 403}


def test_text_snippets_have_history_and_unpublish_here(people, text):
    write(text)
    text.save_target(publish=True)
    html = open_editor(people("editor"), text)[0].content.decode()
    assert reverse("wagtailsnippets_defenders_organisationtext:unpublish", args=[row(text).pk]) in html
    assert reverse("wagtailsnippets_defenders_organisationtext:history", args=[row(text).pk]) in html


def test_the_directions_of_both_languages_are_said(people, home):
    arabic = send(spanish_text(), "ar")
    html = open_editor(people("editor"), arabic)[0].content.decode()
    assert 'data-target-lang="ar" data-target-dir="rtl"' in html
    assert 'data-source-lang="es" data-source-dir="ltr"' in html


def test_an_outdated_translation_shows_which_sentences_changed(people, home):
    source = spanish_text()
    translation = approved(source)
    republish(source, summary="Acompaña a periodistas.")
    html = open_editor(people("translator"), translation)[0].content.decode()
    assert "<del>defensoras</del>" in html
    assert "<ins>periodistas</ins>" in html


def test_confirming_that_it_is_still_right_is_one_click_and_publishes_nothing(people, home):
    source = spanish_text()
    translation = approved(source)
    before, versions = public_words(translation), row(translation).revisions.count()
    republish(source, summary="Acompaña a las defensoras.")
    act(people("translator"), translation, "confirm")
    assert public_words(translation) == before
    assert row(translation).revisions.count() == versions
    html = open_editor(people("translator"), translation)[0].content.decode()
    assert "<del>" not in html
    assert translation.get_progress()[0] == translation.get_progress()[1]


def test_nobody_confirms_another_language(people, home):
    source = spanish_text()
    translation = approved(source)
    republish(source, summary="Otra cosa.")
    act(people("french translator"), translation, "confirm")
    target = row(translation)
    assert target.translated_from != OrganisationText.objects.get(pk=source.pk).content_digest


def preview(client, translation, *mode):
    return client.get(reverse("wagtail_localize:preview_translation", args=[translation.pk, *mode]))


def test_texts_and_pages_are_previewed_as_they_are_written_now(people, sent):
    write(sent)
    html = open_editor(people("translator"), sent)[0].content.decode()
    assert reverse("wagtail_localize:preview_translation", args=[sent.pk]) in html
    shown = preview(people("translator"), sent)
    assert shown.status_code == 200
    assert any(word in shown.content.decode() for word in ("Defendatzaileei", "Sare bat."))
    assert not row(sent).live


def test_only_modes_that_exist_are_previewed(people, sent):
    assert preview(people("translator"), sent, "explode").status_code in {302, 404}


def test_nobody_previews_another_language(people, sent):
    assert preview(people("french translator"), sent).status_code in {302, 403}
