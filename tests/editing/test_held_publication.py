"""While a publication is held, reviewers see who would disappear, and decide."""

import json

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.directory import guard
from cms.directory import publish as publication
from cms.models import Organisation
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

URL = "/admin/defenders/held-publication/"


@pytest.fixture(autouse=True)
def english(settings):
    """Sentences are compared in the language in which they are written."""
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def held(published_root, publish, languages):
    """Twelve of thirteen organisations are gone from the database, and nobody knows why."""
    OrganisationFactory(name="Stays")
    Organisation.objects.bulk_create(
        Organisation(name=f"<Gone> {number:02}", slug=f"gone-{number}") for number in range(12)
    )
    publish()
    Organisation.objects.filter(slug__startswith="gone").delete()
    publication.publish_or_log()


def home(client):
    return client.get(reverse("wagtailadmin_home")).content.decode()


def names(root):
    directory = json.loads((root / "current" / "directory.es.json").read_bytes())
    return [record["name"] for record in directory["organisations"]]


def decide(client, shown):
    return client.post(URL, {"shown": shown}, follow=True).content.decode()


def shown_on(client):
    return client.get(URL).context["form"].initial["shown"]


def test_the_first_page_says_how_many_and_who(held, editor):
    page = home(editor)
    assert "12 of 13 public organisations are gone" in page
    assert "&lt;Gone&gt; 00" in page
    assert "&lt;Gone&gt; 11" not in page
    assert "and 2 more" in page
    assert URL in page


def test_who_may_not_publish_sees_no_panel(held, client_with):
    client = client_with("change_organisation")
    assert "Publishing is held" not in home(client)
    assert client.get(URL).status_code == 302
    assert client.post(URL, {"shown": "x"}).status_code == 302


def test_nothing_is_on_the_first_page_when_nothing_is_held(editor, publish):
    OrganisationFactory()
    publish()
    assert "Publishing is held" not in home(editor)
    assert "Nothing waits for a decision." in editor.get(URL).content.decode()


def test_the_page_names_everybody_and_looking_at_it_does_nothing(held, editor, published_root):
    page = editor.get(URL).content.decode()
    assert all(f"&lt;Gone&gt; {number:02}" in page for number in range(12))
    assert len(names(published_root)) == 13


def test_the_button_publishes_and_the_history_names_who_pressed_it(held, editor, admin_user, published_root):
    page = decide(editor, shown_on(editor))
    assert "Published: 12 organisations are not public any more." in page
    assert names(published_root) == ["Stays"]
    assert "Publishing is held" not in home(editor)
    entries = ModelLogEntry.objects.filter(action="defenders.accept_removal")
    assert {entry.user for entry in entries} == {admin_user}
    assert entries.count() == 12


@pytest.mark.parametrize("shown", ["", "x", "0" * 64, "0" * 65, "\x00"])
def test_a_decision_about_another_list_is_none(held, editor, published_root, shown):
    before = shown_on(editor)
    response = editor.post(URL, {"shown": shown})
    assert response.status_code == 200
    assert response.context["form"].initial["shown"] == before
    assert len(names(published_root)) == 13


def test_who_is_gone_since_the_page_was_shown_is_asked_about_again(held, editor, published_root):
    shown = shown_on(editor)
    Organisation.objects.all().delete()
    assert "The list has changed meanwhile." in decide(editor, shown)
    assert len(names(published_root)) == 13


def test_a_decision_that_is_not_needed_any_more_does_nothing(held, editor, published_root):
    shown = shown_on(editor)
    Organisation.objects.bulk_create(
        Organisation(name=f"<Gone> {number:02}", slug=f"gone-{number}", uuid=uuid)
        for number, uuid in enumerate(guard.lost_organisations(published_root))
    )
    decide(editor, shown)
    assert not ModelLogEntry.objects.filter(action="defenders.accept_removal").exists()
    assert "Publishing is held" not in home(editor)


def test_a_publication_that_fails_after_the_decision_is_said(held, editor, monkeypatch):
    shown = shown_on(editor)

    def fail(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr("cms.directory.publish.take_snapshot", fail)
    assert "your decision holds" in decide(editor, shown)
    monkeypatch.undo()
    publication.publish()


def test_who_withdraws_something_meanwhile_is_told_that_it_is_gone(held, editor, published_root):
    organisation = Organisation.objects.get()
    url = reverse("wagtailsnippets_defenders_organisation:withdraw", args=[organisation.pk])
    page = editor.post(url, {"reason": "danger"}, follow=True).content.decode()
    assert "Publishing is held" in page
    publication.publish_or_log()
    assert "Stays" not in names(published_root)
