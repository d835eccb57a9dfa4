"""Taking something off takes no second person, whatever is locked or in review; bringing it back takes a reviewer."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.editing.submissions import address

pytestmark = pytest.mark.usefixtures("strict")

SNIPPETS = ("organisation", "programme", "testimony", "organisationtext es", "trainingtext eu")


def snippet_address(newsroom, name, view, *args):
    obj = newsroom.object(name)
    return reverse(obj.snippet_viewset.get_url_name(view), args=[obj.pk, *args])


def lock(newsroom, name):
    obj = newsroom.object(name)
    obj.locked, obj.locked_by, obj.locked_at = True, newsroom.person("reviewer"), timezone.now()
    obj.save(update_fields=["locked", "locked_by", "locked_at"])


@pytest.mark.parametrize("state", ["free", "locked", "in review"])
@pytest.mark.parametrize("name", SNIPPETS)
def test_an_editor_unpublishes_a_snippet(newsroom, name, state):
    if state == "locked":
        lock(newsroom, name)
    if state == "in review":
        newsroom.change(name, "reviewer")
        newsroom.submit(name, "reviewer")
    client = newsroom.client("editor")
    page = client.get(snippet_address(newsroom, name, "edit")).content.decode()
    assert page.count(f'href="{snippet_address(newsroom, name, "unpublish")}"') == 1
    client.post(snippet_address(newsroom, name, "unpublish"))
    assert not newsroom.object(name).live


@pytest.mark.parametrize("state", ["free", "locked", "in review"])
def test_an_editor_unpublishes_a_page(newsroom, state):
    if state == "locked":
        lock(newsroom, "page es")
    if state == "in review":
        newsroom.change("page es", "reviewer")
        newsroom.submit("page es", "reviewer")
    page = newsroom.object("page es")
    where = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    client = newsroom.client("editor")
    assert where in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    client.post(where)
    assert not newsroom.object("page es").live


def test_pages_are_unpublished_in_bulk(newsroom):
    page = newsroom.object("page es")
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    newsroom.client("editor").post(f"{where}?id={page.pk}")
    assert not newsroom.object("page es").live


@pytest.mark.parametrize("name", ["organisationtext eu", "page eu"])
def test_a_translator_takes_nothing_off(newsroom, name):
    client = newsroom.client("translator")
    if name == "page eu":
        page = newsroom.object(name)
        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
        client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
        where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
        client.post(f"{where}?id={page.pk}")
    else:
        client.post(snippet_address(newsroom, name, "unpublish"))
        client.post(snippet_address(newsroom, name, "delete"))
    assert newsroom.object(name).live


@pytest.mark.parametrize(("role", "visibility"), [("editor", "withdrawn"), ("reviewer", "public")])
def test_ending_a_withdrawal_takes_a_reviewer(newsroom, role, visibility):
    newsroom.object("organisation").withdraw(newsroom.person("editor"), "Peligro")
    newsroom.client(role).post(snippet_address(newsroom, "organisation", "restore"))
    assert newsroom.object("organisation").visibility == visibility


def test_an_editor_takes_back_a_date(newsroom):
    organisation = newsroom.change(
        "organisation", "editor", go_live_at=timezone.now() + timezone.timedelta(days=3)
    )
    organisation.get_latest_revision().publish()
    revision = newsroom.object("organisation").scheduled_revision
    newsroom.client("editor").post(
        snippet_address(newsroom, "organisation", "revisions_unschedule", revision.pk)
    )
    assert newsroom.object("organisation").scheduled_revision is None


@pytest.mark.parametrize(("role", "is_there"), [("editor", True), ("translator", True), ("reviewer", False)])
def test_what_was_public_once_is_deleted_by_reviewers_alone(newsroom, role, is_there):
    text = newsroom.object("organisationtext eu")
    newsroom.client(role).post(address("delete", text.pk, model="organisationtext"))
    assert type(text).objects.filter(pk=text.pk).exists() is is_there


@pytest.mark.parametrize(("role", "is_there"), [("editor", False), ("translator", True)])
def test_what_never_was_public_is_deleted_by_editors(newsroom, role, is_there):
    text = newsroom.object("organisationtext eu")
    type(text).objects.filter(pk=text.pk).update(first_published_at=None, live=False)
    newsroom.client(role).post(address("delete", text.pk, model="organisationtext"))
    assert type(text).objects.filter(pk=text.pk).exists() is is_there


@pytest.mark.parametrize(("role", "is_there"), [("editor", True), ("translator", True), ("reviewer", False)])
def test_the_same_holds_for_several_at_once(newsroom, role, is_there):
    text = newsroom.object("organisationtext eu")
    where = reverse("wagtail_bulk_action", args=["defenders", "organisationtext", "delete"])
    newsroom.client(role).post(f"{where}?id={text.pk}")
    assert type(text).objects.filter(pk=text.pk).exists() is is_there
