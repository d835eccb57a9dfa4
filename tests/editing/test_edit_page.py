"""The edit page says what visitors see, why not, and what to do; creating leads on to the text."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.utils import timezone
from wagtail.models import Workflow, WorkflowTask

from cms.editing.public_state import public_state
from cms.editing.text_links import text_links
from cms.models import Organisation, OrganisationText
from cms.roles.second_person_task import SecondPersonTask
from tests.editing.submissions import address, edit, submission
from tests.factories import OrganisationFactory, OrganisationTextFactory, locale

pytestmark = pytest.mark.django_db


def shown(editor, organisation):
    return editor.get(edit(organisation)).context["public_state"]


def test_a_published_organisation_is_public_now(editor):
    state = shown(editor, OrganisationFactory(verified=True))
    assert state.is_public and not state.reasons and not state.missing


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({"draft": True}, 1),
        ({"withdrawn": True}, 1),
        ({"withdrawn": True, "draft": True}, 2),
        ({"expire_at": timezone.now() - timedelta(days=1)}, 1),
        ({"draft": True, "go_live_at": timezone.now() + timedelta(days=1)}, 1),
    ],
)
def test_why_nobody_sees_it_is_said(editor, fields, reasons):
    organisation = OrganisationFactory(**fields)
    Organisation.objects.filter(pk=organisation.pk).update(
        **{name: value for name, value in fields.items() if name.endswith("_at")}
    )
    state = shown(editor, organisation)
    assert not state.is_public
    assert len(state.reasons) == reasons


def test_an_organisation_that_was_unpublished_says_so(editor):
    organisation = OrganisationFactory()
    organisation.unpublish()
    assert len(shown(editor, organisation).reasons) == 1


def test_every_organisation_that_is_not_public_has_a_reason_and_no_public_one_has(languages):
    now = timezone.now()
    dates = [None, now - timedelta(days=1), now + timedelta(days=1)]
    organisation = OrganisationFactory()
    for live in (True, False):
        for visibility in ("public", "withdrawn"):
            for go_live_at in dates:
                for expire_at in dates:
                    for first in (None, now):
                        Organisation.objects.update(
                            live=live,
                            visibility=visibility,
                            go_live_at=go_live_at,
                            expire_at=expire_at,
                            first_published_at=first,
                        )
                        state = public_state(Organisation.objects.get(pk=organisation.pk), AnonymousUser())
                        assert state.is_public is not bool(state.reasons), (
                            live,
                            visibility,
                            go_live_at,
                            expire_at,
                        )


def test_what_visitors_miss_is_said_with_what_to_do(editor):
    assert len(shown(editor, OrganisationFactory(texts={})).missing) == 2
    assert len(shown(editor, OrganisationFactory(texts={}, verified=True)).missing) == 1


def test_saved_changes_that_are_not_public_are_mentioned(editor):
    organisation = OrganisationFactory()
    assert not shown(editor, organisation).has_unpublished_changes
    organisation.get_latest_revision_as_object().save_revision()
    assert shown(editor, organisation).has_unpublished_changes


def test_the_state_of_each_text_is_shown_with_the_way_to_it(editor):
    organisation = OrganisationFactory(texts={"es": "Uno."})
    draft = OrganisationTextFactory(organisation=organisation, language="eu", published=False)
    response = editor.get(edit(organisation))
    states = {text.language: text.state for text in response.context["public_state"].texts}
    assert states == {"es": "public", "eu": "draft", "en": "missing", "fr": "missing", "ar": "missing"}
    html = response.content.decode()
    assert address("edit", draft.pk, model="organisationtext") in html
    source = organisation.texts.get(locale__language_code="es").pk
    assert f"/localize/submit/snippet/defenders/organisationtext/{source}/?select_locale=" in html


def test_without_a_source_a_text_is_written(editor):
    organisation = OrganisationFactory(texts={})
    html = editor.get(edit(organisation)).content.decode()
    assert f"organisation={organisation.pk}&amp;locale=fr" in html


def test_every_language_can_be_looked_at_as_visitors_would_see_it(editor, client_with):
    organisation = OrganisationFactory(draft=True)
    links = editor.get(edit(organisation)).context["text_links"]
    assert [link.text.language for link in links] == ["es", "eu", "en", "fr", "ar"]
    for link in links:
        assert f'<html lang="{link.text.language}"' in editor.get(link.preview_url).text


def test_the_reason_of_a_withdrawal_is_shown_to_colleagues_escaped(editor):
    organisation = OrganisationFactory(visibility="withdrawn", withdrawn_reason="<script>alert(1)</script>")
    html = editor.get(edit(organisation)).content.decode()
    assert "&lt;script&gt;alert(1)" in html and "<script>alert(1)" not in html


def test_links_to_texts_follow_the_rights(client_with):
    organisation = OrganisationFactory()
    html = client_with("change_organisation").get(edit(organisation)).content.decode()
    assert "/organisationtext/" not in html


def test_creating_an_organisation_leads_to_its_spanish_text(editor):
    response = editor.post(address("add"), submission(), follow=True)
    organisation = Organisation.objects.get()
    assert response.redirect_chain[-1][0].endswith(
        f"/organisationtext/add/?organisation={organisation.pk}&locale=es"
    )
    assert response.context["form"].instance.organisation == organisation
    assert response.context["form"].instance.locale == locale("es")


def test_who_may_not_write_texts_is_led_to_the_facts(client_with):
    response = client_with("add_organisation", "change_organisation").post(address("add"), submission())
    assert response.url == edit(Organisation.objects.get())


def test_an_older_version_can_be_looked_at(editor):
    organisation = OrganisationFactory()
    older = organisation.latest_revision
    organisation.save_revision()
    assert editor.get(address("revisions_revert", organisation.pk, older.pk)).status_code == 200
    assert editor.get(address("revisions_compare", organisation.pk, older.pk, "latest")).status_code == 200


def test_a_text_published_from_the_editor_is_public(editor):
    organisation = OrganisationFactory(texts={})
    url = address("add", model="organisationtext") + f"?organisation={organisation.pk}&locale=es"
    data = {"organisation": organisation.pk, "summary": "Acompaña.", "hours": ""}
    data |= dict.fromkeys(("description", "how_to_ask_for_help"), "null")
    response = editor.post(url, data | {"action-publish": "x"})
    text = OrganisationText.objects.get()
    assert response.url == address("edit", text.pk, model="organisationtext")
    assert text.live and text.language == "es"


@pytest.fixture
def review(languages, settings):
    """The review in which one group approves what others wrote."""
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = False
    group = Group.objects.create(name="Revisoras")
    task = SecondPersonTask.objects.create(name="Segunda persona")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="Antes de publicar")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


@pytest.mark.parametrize("fields", [{"draft": True}, {}])
def test_what_waits_for_review_says_since_when_and_who_may_approve(editor, admin_user, review, fields):
    organisation = OrganisationFactory(**fields)
    organisation.get_latest_revision_as_object().save_revision(user=admin_user)
    organisation.refresh_from_db()
    review.start(organisation, admin_user)
    state = shown(editor, organisation)
    assert len(state.next_steps) == 1 and "Revisoras" in state.next_steps[0]


def test_who_may_approve_is_told_so(editor, django_user_model, review):
    organisation = OrganisationFactory(draft=True)
    writer = django_user_model.objects.create_user("writer")
    organisation.get_latest_revision_as_object().save_revision(user=writer)
    organisation.refresh_from_db()
    review.start(organisation, writer)
    assert len(shown(editor, organisation).next_steps) == 2


def test_changes_that_were_asked_for_are_shown_with_the_comment(editor, admin_user, review):
    organisation = OrganisationFactory(draft=True)
    state = review.start(organisation, admin_user)
    state.current_task_state.specific.reject(user=admin_user, comment="<b>Falta el país</b>")
    html = editor.get(edit(organisation)).content.decode()
    assert "&lt;b&gt;Falta el país&lt;/b&gt;" in html
    assert len(shown(editor, organisation).next_steps) == 2


def test_a_draft_says_what_to_do_next(editor, client_with, settings):
    organisation = OrganisationFactory(draft=True)
    by_two = shown(editor, organisation).next_steps
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = not settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE
    alone = shown(editor, organisation).next_steps
    assert len(by_two) == len(alone) == 1 and by_two != alone
    assert shown(editor, OrganisationFactory()).next_steps == []


def test_a_text_in_review_says_so(editor, admin_user, review):
    organisation = OrganisationFactory()
    text = OrganisationTextFactory(organisation=organisation, language="eu", published=False)
    review.start(text, admin_user)
    states = {one.language: one.state for one in shown(editor, organisation).texts}
    assert states["eu"] == "in_review"


def test_the_box_asks_the_database_the_same_whatever_there_is(
    editor, admin_user, django_assert_max_num_queries
):
    organisation = OrganisationFactory(texts=dict.fromkeys(("es", "eu", "en", "fr", "ar"), "Texto."))
    Organisation.objects.get(pk=organisation.pk)
    with django_assert_max_num_queries(16):
        state = public_state(Organisation.objects.get(pk=organisation.pk), admin_user)
        text_links(organisation, state.texts, admin_user)
