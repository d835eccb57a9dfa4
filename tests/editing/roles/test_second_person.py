"""Where a second person has to approve, every other way to publish is closed: each is tried by a hand-made request."""

import json

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.actions.publish_revision import PublishPermissionError
from wagtail.models import GroupApprovalTask, Page, WorkflowState, WorkflowTask

from cms.editing.roles.explanations import edit_address
from cms.models import HomePage, OrganisationText, Programme, StandardPage, TemporaryProtectionPage
from tests.editing.roles.forms import posted
from tests.editing.submissions import address, edit, submission

pytestmark = pytest.mark.usefixtures("strict")

OBJECTS = ("organisation", "programme", "testimony", "organisationtext es", "testimonytext eu", "page es")
REVIEWING = ("reviewer", "administrator", "superuser")


def action(newsroom, name, step, action_name="approve"):
    """Return the address where a step of the review is acted upon."""
    obj = newsroom.object(name)
    args = [obj.pk, action_name, step.pk]
    if isinstance(obj, Page):
        return reverse("wagtailadmin_pages:workflow_action", args=args)
    return reverse(obj.snippet_viewset.get_url_name("workflow_action"), args=args)


def is_draft(newsroom, name):
    return newsroom.object(name).has_unpublished_changes


@pytest.mark.parametrize("name", OBJECTS)
def test_what_an_editor_submits_a_reviewer_approves_and_it_is_public(newsroom, name):
    newsroom.change(name, "editor")
    step = newsroom.submit(name, "editor")
    assert newsroom.client("reviewer").post(action(newsroom, name, step)).status_code == 302
    assert newsroom.object(name).live
    assert not is_draft(newsroom, name)


@pytest.mark.parametrize("role", REVIEWING)
@pytest.mark.parametrize("name", ["organisation", "organisationtext es", "page es"])
def test_nobody_approves_what_she_changed_herself(newsroom, name, role):
    newsroom.change(name, role)
    step = newsroom.submit(name, "editor")
    assert newsroom.client(role).post(action(newsroom, name, step)).url == reverse("wagtailadmin_home")
    assert is_draft(newsroom, name)
    assert newsroom.object(name).workflow_in_progress


@pytest.mark.parametrize("role", REVIEWING)
@pytest.mark.parametrize("name", ["organisation", "page es"])
def test_nobody_approves_what_she_submitted_herself(newsroom, name, role):
    newsroom.change(name, "editor")
    step = newsroom.submit(name, role)
    newsroom.client(role).post(action(newsroom, name, step))
    assert is_draft(newsroom, name)


@pytest.mark.parametrize("name", ["organisation", "page es"])
@pytest.mark.parametrize("role", ["anonymous", "no group", "editor", "translator"])
def test_nobody_else_approves_anything(newsroom, name, role):
    newsroom.change(name, "editor")
    step = newsroom.submit(name, "editor")
    newsroom.client(role).post(action(newsroom, name, step))
    assert is_draft(newsroom, name)


def test_changes_may_be_asked_for_by_whoever_may_not_approve(newsroom):
    newsroom.change("organisation", "reviewer")
    step = newsroom.submit("organisation", "reviewer")
    newsroom.client("reviewer").post(action(newsroom, "organisation", step, "reject"), {"comment": "No"})
    assert newsroom.object("organisation").current_workflow_state.status == WorkflowState.STATUS_NEEDS_CHANGES


def test_a_reviewer_who_may_not_approve_reads_why(newsroom):
    newsroom.change("organisation", "reviewer")
    newsroom.submit("organisation", "editor")
    page = newsroom.client("reviewer").get(edit(newsroom.object("organisation"))).content.decode()
    assert "somebody else has to approve it" in page
    assert 'data-workflow-action-name="approve"' not in page
    page = newsroom.client("second reviewer").get(edit(newsroom.object("organisation"))).content.decode()
    assert "somebody else has to approve it" not in page
    assert 'data-workflow-action-name="approve"' in page


SNIPPET_POSTS = {
    "publish": {"action-publish": "1"},
    "schedule": {"action-publish": "1", "go_live_at": "2030-01-01 10:00"},
}


@pytest.mark.parametrize("role", REVIEWING)
@pytest.mark.parametrize("way", SNIPPET_POSTS)
def test_the_form_of_an_organisation_saves_a_draft_whatever_it_posts(newsroom, role, way):
    organisation = newsroom.object("organisation")
    data = submission(name="Changed", slug=organisation.slug) | SNIPPET_POSTS[way]
    newsroom.client(role).post(edit(organisation), data)
    organisation = newsroom.object("organisation")
    assert organisation.name == "Red Ejemplo"
    assert organisation.get_latest_revision_as_object().name == "Changed"
    assert organisation.scheduled_revision is None


@pytest.mark.parametrize("role", REVIEWING)
def test_a_new_organisation_is_a_draft_whatever_is_posted(newsroom, role):
    newsroom.client(role).post(
        address("add"), submission(name="Nueva", slug="nueva") | SNIPPET_POSTS["publish"]
    )
    organisation = type(newsroom.object("organisation")).objects.get(slug="nueva")
    assert not organisation.live


@pytest.mark.parametrize("role", REVIEWING)
def test_reverting_to_an_older_version_publishes_nothing(newsroom, role):
    first = newsroom.object("organisation").latest_revision
    newsroom.change("organisation", "editor", name="Newer")
    newsroom.object("organisation").get_latest_revision().publish()
    organisation = newsroom.object("organisation")
    data = submission(name="Red Ejemplo", slug=organisation.slug) | SNIPPET_POSTS["publish"]
    newsroom.client(role).post(address("revisions_revert", organisation.pk, first.pk), data)
    assert newsroom.object("organisation").name == "Newer"


@pytest.mark.parametrize("role", REVIEWING)
def test_the_form_of_a_text_saves_a_draft_whatever_it_posts(newsroom, role):
    text = newsroom.object("organisationtext es")
    data = {"organisation": text.organisation_id, "summary": "Changed", "action-publish": "1"}
    data |= {"description": "null", "how_to_ask_for_help": "null", "hours": ""}
    newsroom.client(role).post(address("edit", text.pk, model="organisationtext"), data)
    assert newsroom.object("organisationtext es").summary == "Acompaña."
    assert newsroom.object("organisationtext es").get_latest_revision_as_object().summary == "Changed"


def test_whoever_changes_something_while_approving_it_approves_nothing(newsroom):
    organisation = newsroom.change("organisation", "editor")
    newsroom.submit("organisation", "editor")
    data = submission(name="Mine", slug=organisation.slug) | {
        "action-workflow-action": "true",
        "workflow-action-name": "approve",
    }
    response = newsroom.client("reviewer").post(edit(organisation), data)
    assert response.url == edit(organisation)
    assert [str(one) for one in get_messages(response.wsgi_request)][-1].startswith("Your change is saved")
    organisation = newsroom.object("organisation")
    assert organisation.name == "Red Ejemplo"
    assert organisation.get_latest_revision_as_object().name == "Mine"
    assert organisation.workflow_in_progress


@pytest.mark.parametrize("name", ["organisation", "programme", "organisationtext es", "page es"])
def test_approving_from_the_form_without_a_change_publishes(newsroom, name):
    values = {"description": "<p>Escribe <b>antes</b>.</p>"} if name == "organisationtext es" else {}
    obj = newsroom.change(name, "editor", **values)
    newsroom.submit(name, "editor")
    client = newsroom.client("reviewer")
    where = edit_address(obj)
    answers = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    client.post(where, posted(client.get(where)) | answers)
    assert not is_draft(newsroom, name)
    assert newsroom.object(name).latest_revision_id == obj.latest_revision_id


@pytest.mark.parametrize("role", REVIEWING)
def test_the_form_of_a_page_saves_a_draft_whatever_it_posts(newsroom, role):
    page = newsroom.object("page es")
    client = newsroom.client(role)
    where = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(where, posted(client.get(where)) | {"title": "Changed", "action-publish": "1"})
    page = newsroom.object("page es")
    assert page.title == "Sobre es"
    assert page.get_latest_revision_as_object().title == "Changed"


@pytest.mark.parametrize("role", REVIEWING)
def test_a_new_page_is_a_draft_whatever_is_posted(newsroom, role):
    where = reverse(
        "wagtailadmin_pages:add", args=["defenders", "standardpage", newsroom.object("home es").pk]
    )
    client = newsroom.client(role)
    client.post(
        where,
        posted(client.get(where)) | {"title": "New", "slug": "new", "key": "new", "action-publish": "1"},
    )
    assert not StandardPage.objects.get(slug="new").live


@pytest.mark.parametrize("role", ["administrator", "superuser"])
def test_a_new_home_page_is_a_draft_although_nobody_watches_over_the_root(newsroom, role):
    where = reverse("wagtailadmin_pages:add", args=["defenders", "homepage", Page.get_first_root_node().pk])
    client = newsroom.client(role)
    data = posted(client.get(where + "?locale=fr")) | {"title": "Accueil", "slug": "accueil", "locale": "fr"}
    client.post(where + "?locale=fr", data | {"action-publish": "1"})
    assert not HomePage.objects.get(slug="accueil").live


@pytest.mark.parametrize("role", REVIEWING)
def test_pages_are_not_published_in_bulk(newsroom, role):
    page = newsroom.change("page es", "editor", title="Changed")
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    newsroom.client(role).post(f"{where}?id={page.pk}", {"include_descendants": "on"})
    assert newsroom.object("page es").title == "Sobre es"


@pytest.mark.parametrize("role", REVIEWING)
def test_a_copy_of_a_page_is_a_draft(newsroom, role):
    page = newsroom.object("page es")
    newsroom.client(role).post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]),
        {
            "new_title": "Copy",
            "new_slug": "copy",
            "new_parent_page": page.get_parent().pk,
            "publish_copies": "on",
        },
    )
    assert not Page.objects.filter(slug="copy", live=True).exists()


@pytest.mark.parametrize("role", ["administrator", "superuser"])
@pytest.mark.parametrize("way", [{"alias": "on"}, {"publish_copies": "on"}])
def test_a_home_page_is_not_repeated_outside_of_the_guidance(newsroom, role, way):
    home = newsroom.object("home es")
    root = Page.get_first_root_node()
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": root.pk} | way
    newsroom.client(role).post(reverse("wagtailadmin_pages:copy", args=[home.pk]), data)
    assert not Page.objects.filter(slug="copy").exists()


API_ACTIONS = {
    "publish": {},
    "copy": {"keep_live": True, "slug": "copy"},
    "create_alias": {"update_slug": "copy"},
}


@pytest.mark.parametrize("role", REVIEWING)
@pytest.mark.parametrize("name", API_ACTIONS)
def test_the_interface_of_the_admin_publishes_nothing(newsroom, role, name):
    page = newsroom.change("page es", "editor", title="Changed")
    where = reverse("wagtailadmin_api:pages:action", args=[page.pk, name])
    data = json.dumps(API_ACTIONS[name])
    response = newsroom.client(role).post(where, data, content_type="application/json")
    assert response.status_code in (302, 403)
    assert newsroom.object("page es").title == "Sobre es"
    assert not Page.objects.filter(slug="copy").exists()


def test_moving_into_the_site_publishes_nothing(newsroom):
    outside = Page.get_first_root_node().add_child(instance=Page(title="Outside", slug="outside", live=False))
    hidden = outside.add_child(
        instance=StandardPage(
            title="Hidden", slug="hidden", key="hidden", locale=newsroom.object("home es").locale
        )
    )
    home = newsroom.object("home es")
    for role in ("administrator", "superuser"):
        newsroom.client(role).post(reverse("wagtailadmin_pages:move_confirm", args=[hidden.pk, home.pk]))
    assert StandardPage.objects.get(slug="hidden").is_child_of(outside)


def test_a_public_page_is_moved_within_its_site(newsroom):
    home, page = newsroom.object("home es"), newsroom.object("page es")
    section = home.add_child(
        instance=TemporaryProtectionPage(title="Section", slug="section", locale=home.locale)
    )
    newsroom.client("reviewer").post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, section.pk]))
    assert newsroom.object("page es").is_child_of(section)


@pytest.mark.parametrize("role", REVIEWING)
def test_privacy_cannot_be_taken_away_alone(newsroom, role):
    page = newsroom.object("page es")
    where = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    response = newsroom.client(role).post(where, {"restriction_type": "none"})
    assert response.status_code in (302, 403)


@pytest.mark.parametrize("name", ["organisation", "page es"])
def test_a_review_without_a_second_person_publishes_nothing(newsroom, name):
    obj = newsroom.change(name, "reviewer")
    workflow = obj.get_workflow()
    task = GroupApprovalTask.objects.create(name="Anybody")
    task.groups.add(newsroom.person("reviewer").groups.get())
    workflow.workflow_tasks.all().delete()
    WorkflowTask.objects.create(workflow=workflow, task=task)
    step = newsroom.submit(name, "editor")
    newsroom.client("reviewer").post(action(newsroom, name, step))
    assert is_draft(newsroom, name)


def test_a_review_without_steps_publishes_nothing(newsroom):
    organisation = newsroom.change("organisation", "reviewer", name="Changed")
    organisation.get_workflow().workflow_tasks.all().delete()
    data = submission(name="Changed", slug=organisation.slug) | {"action-submit": "1"}
    newsroom.client("reviewer").post(edit(organisation), data)
    assert newsroom.object("organisation").name == "Red Ejemplo"


@pytest.mark.parametrize("name", ["programme", "organisationtext es", "page eu"])
def test_code_that_publishes_for_a_person_is_refused(newsroom, name):
    obj = newsroom.change(name, "superuser")
    for skip in (True, False):
        with pytest.raises(PublishPermissionError, match="Somebody else has to approve"):
            obj.get_latest_revision().publish(user=newsroom.person("superuser"), skip_permission_checks=skip)
    assert is_draft(newsroom, name)


def test_the_server_itself_publishes(newsroom):
    newsroom.change("programme", "editor").get_latest_revision().publish()
    assert not is_draft(newsroom, "programme")
    assert Programme.objects.get().live


def test_a_newer_version_than_the_approved_one_is_not_approved(newsroom):
    newsroom.change("organisationtext es", "editor", summary="Approved")
    step = newsroom.submit("organisationtext es", "editor")
    newsroom.client("reviewer").post(action(newsroom, "organisationtext es", step))
    text = newsroom.change("organisationtext es", "editor", summary="Later")
    with pytest.raises(PublishPermissionError):
        text.get_latest_revision().publish(user=newsroom.person("reviewer"))
    assert OrganisationText.objects.get(pk=text.pk).summary == "Approved"


def test_where_the_setting_says_so_a_reviewer_publishes_alone(newsroom, settings):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = True
    organisation = newsroom.object("organisation")
    for role, name in (("editor", "Red Ejemplo"), ("reviewer", "By reviewer")):
        data = submission(name=f"By {role}", slug=organisation.slug) | SNIPPET_POSTS["publish"]
        newsroom.client(role).post(edit(organisation), data)
        assert newsroom.object("organisation").name == name


def test_where_the_setting_says_so_she_approves_her_own(newsroom, settings):
    settings.DEFENDERS_REVIEWERS_PUBLISH_ALONE = True
    newsroom.change("page es", "reviewer")
    step = newsroom.submit("page es", "reviewer")
    newsroom.client("reviewer").post(action(newsroom, "page es", step))
    assert not is_draft(newsroom, "page es")
