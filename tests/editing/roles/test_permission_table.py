"""Every view, by GET and POST, as every role: the tables say who may."""

import pytest
from django.db import transaction
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from wagtail.admin.urls import pages as page_urls
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.editing.roles.viewset import GuardedViewSet
from cms.editing.viewsets import DirectoryViewSetGroup, GuidanceViewSetGroup
from cms.roles.policies import RolePolicy, TextPolicy
from tests.editing.roles import tables

ASKED = {
    "anonymous": "",
    "no group": "N",
    "editor": "E",
    "translator": "T",
    "reviewer": "R",
    "administrator": "A",
}
REFUSED, NO_SUCH_METHOD = {403, 404}, 405
# What forms of pages cannot do without.
POSTED = {"body-count": "0", "sources-count": "0", "new_parent_page": "1"}


@pytest.fixture(autouse=True)
def no_pictures_of_pages(monkeypatch):
    """What a page looks like is asked elsewhere; leaving it out makes a thousand requests bearable."""
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")


def answers(client, url):
    """Return the status of a GET and of a POST; whatever they do is undone. Scripts are refused with a plain 403."""
    statuses = set()
    methods = {"get": None, "post": POSTED}
    if url.endswith("/confirm/"):
        # Whoever may enter the admin is shown the question; answering it is another matter.
        del methods["get"]
    for method, data in methods.items():
        with transaction.atomic():
            response = getattr(client, method)(url, data, headers={"x-requested-with": "XMLHttpRequest"})
            transaction.set_rollback(True)
        # What is not there is looked for among the pages in the visitor's language.
        is_nowhere = response.headers.get("Location", "").endswith(f"/en{url}")
        statuses.add(404 if is_nowhere else response.status_code)
    assert max(statuses) < 500, url
    return statuses


def opens(client, url):
    """Say whether somebody is let in; whoever is, is refused by neither method."""
    statuses = answers(client, url) - {NO_SUCH_METHOD}
    assert statuses <= REFUSED or not statuses & REFUSED, statuses
    return not statuses <= REFUSED


def check(newsroom, url, allowed):
    """Assert that exactly the roles with these letters are let in."""
    found = {role for role in ASKED if opens(newsroom.client(role), url)}
    assert found == {role for role, letter in ASKED.items() if letter and letter in allowed}


def values_for(newsroom, name, obj):
    """Return whatever the address of a view of an object needs, by the name of the part."""
    values = {
        "pk": obj.pk,
        "page_id": obj.pk,
        "revision_id": obj.latest_revision_id or 0,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "action_name": "approve",
        "language": obj_name(newsroom, obj).partition(" ")[2],
    }
    if "workflow" in name:
        step = newsroom.submit(obj_name(newsroom, obj), "editor")
        values |= {
            "task_state_id": step.pk,
            "task_id": step.task_id,
            "workflow_state_id": step.workflow_state_id,
        }
    return values


def obj_name(newsroom, obj):
    return next(name for name, known in newsroom.objects.items() if known == obj)


def parts_of(pattern):
    return pattern.pattern.converters or pattern.pattern.regex.groupindex


SNIPPET_VIEWS = [(name, view) for name, table in tables.SNIPPETS.items() for view in table]


@pytest.mark.parametrize(
    ("name", "view"), SNIPPET_VIEWS, ids=[f"{name} {view}" for name, view in SNIPPET_VIEWS]
)
def test_a_view_of_a_snippet_opens_for_the_roles_of_the_table(newsroom, name, view):
    obj = newsroom.object(name)
    viewset = obj.snippet_viewset
    pattern = next((one for one in viewset.get_urlpatterns() if one.name == view), None)
    if pattern is None:
        pytest.fail(f"{viewset} has no view {view} any more: take it out of the table")
    if obj.__class__.__name__ == "Category":
        obj.latest_revision_id = obj.save_revision().pk
    values = values_for(newsroom, view, obj)
    url = reverse(viewset.get_url_name(view), kwargs={part: values[part] for part in parts_of(pattern)})
    language = name.partition(" ")[2]
    check(newsroom, f"{url}?locale={language}" if language else url, tables.SNIPPETS[name][view])


@pytest.mark.parametrize(
    "viewset",
    [
        item
        for item in (*DirectoryViewSetGroup.items, *GuidanceViewSetGroup.items)
        if issubclass(item, SnippetViewSet)
    ],
)
def test_every_kind_of_snippet_has_the_same_guard_and_no_view_beside_the_tables(viewset):
    registered = viewset.model.snippet_viewset
    assert isinstance(registered, GuardedViewSet)
    name = viewset.model._meta.model_name
    table = (
        tables.CATEGORIES
        if name == "category"
        else tables.TEXTS_OF_HERS
        if name.endswith("text")
        else tables.FACTS
    )
    assert {pattern.name for pattern in registered.get_urlpatterns()} <= set(table)
    if name != "category":
        policy = TextPolicy if name.endswith("text") else RolePolicy
        assert type(registered.permission_policy) is policy


def test_every_view_of_pages_is_in_the_table():
    assert {pattern.name for pattern in page_urls.urlpatterns} == set(tables.PAGES) | tables.ABOUT_NO_PAGE


@pytest.mark.parametrize("view", tables.PAGES)
def test_a_view_of_a_page_opens_for_the_roles_of_the_table(newsroom, view):
    check(newsroom, page_address(newsroom, view, "page eu"), tables.PAGES[view])


@pytest.mark.parametrize("view", [view for view, roles in tables.PAGES.items() if "N" not in roles])
def test_a_translator_opens_no_page_in_another_language(newsroom, view):
    assert not opens(newsroom.client("translator"), page_address(newsroom, view, "page es"))


def page_address(newsroom, view, name):
    page = newsroom.object(name)
    home = newsroom.object(name.replace("page", "home"))
    pattern = next(one for one in page_urls.urlpatterns if one.name == view)
    values = values_for(newsroom, view, page) | {
        "parent_page_id": home.pk,
        "page_to_move_id": page.pk,
        "destination_id": home.pk,
        "content_type_app_name": "defenders",
        "content_type_model_name": "standardpage",
    }
    return reverse(f"wagtailadmin_pages:{view}", kwargs={part: values[part] for part in parts_of(pattern)})


@pytest.mark.parametrize("view", tables.ADMINISTRATION)
def test_the_administration_opens_for_the_roles_of_the_table(newsroom, view):
    check(newsroom, reverse(view), tables.ADMINISTRATION[view])
